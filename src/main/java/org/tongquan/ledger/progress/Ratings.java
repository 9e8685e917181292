package org.tongquan.ledger.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.rating`.
@Repository
class Ratings {
    private static final String ADD =
            """
            insert into ledger.rating
                (id, region, commitment, party, revision, level, reason, body, person, at)
            values (:id, :region, :commitment, :party, :revision, :level, :reason, :body, :person,
                    :at)
            on conflict (region, commitment, party, revision) do nothing
            """;

    private static final String SELECT =
            """
            select id, region, commitment, party, revision, level, reason, body, at
            from ledger.rating
            """;

    private final JdbcClient db;

    Ratings(JdbcClient db) {
        this.db = db;
    }

    /// @return false when this revision is there already
    boolean add(Rating rating, String person) {
        return db.sql(ADD)
                        .param("id", rating.id())
                        .param("region", rating.region())
                        .param("commitment", rating.commitment())
                        .param("party", rating.party())
                        .param("revision", rating.revision())
                        .param("level", rating.level().word())
                        .param("reason", rating.reason())
                        .param("body", rating.body())
                        .param("person", person)
                        .param("at", rating.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Every rating of a commitment, by party, oldest first.
    List<Rating> of(String region, String commitment) {
        return db.sql(
                        SELECT
                                + " where region = :region and commitment = :commitment"
                                + " order by party, revision")
                .param("region", region)
                .param("commitment", commitment)
                .query(Ratings::read)
                .list();
    }

    /// Every rating of a region, oldest first.
    List<Rating> ofRegion(String region) {
        return db.sql(SELECT + " where region = :region order by commitment, party, revision")
                .param("region", region)
                .query(Ratings::read)
                .list();
    }

    Optional<Rating> last(String region, String commitment, String party) {
        return of(region, commitment).stream()
                .filter(r -> r.party().equals(party))
                .reduce((a, b) -> b);
    }

    private static Rating read(ResultSet rows, int i) throws SQLException {
        return new Rating(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("commitment"),
                rows.getString("party"),
                rows.getInt("revision"),
                Rating.Level.of(rows.getString("level")),
                rows.getString("reason"),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
