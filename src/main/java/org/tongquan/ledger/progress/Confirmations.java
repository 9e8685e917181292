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

/// All SQL on `ledger.confirmation`.
@Repository
class Confirmations {
    private static final String ADD =
            """
            insert into ledger.confirmation
                (id, progress, region, commitment, party, revision, agrees, reason, body, person,
                 at)
            values (:id, :progress, :region, :commitment, :party, :revision, :agrees, :reason,
                    :body, :person, :at)
            on conflict (progress, body, revision) do nothing
            """;

    private static final String SELECT =
            """
            select id, progress, region, commitment, party, revision, agrees, reason, body, at
            from ledger.confirmation
            """;

    /// The report that is asked about, when it is there and counts or not.
    private static final String REPORT =
            """
            select p.region, p.commitment, p.party, p.body, r.progress is not null as returned
            from ledger.progress p left join ledger.returned r on r.progress = p.id
            where p.id = :id
            """;

    /// Last words that contradict the newest report of a duty that counts, the oldest first; of
    /// several about one duty the first.
    private static final String STANDING =
            """
            select distinct on (c.commitment, c.party)
                   c.id, c.progress, c.region, c.commitment, c.party, c.revision, c.agrees,
                   c.reason, c.body, c.at
            from ledger.confirmation c
            where c.region = :region and not c.agrees
              and not exists (select from ledger.confirmation n
                              where n.progress = c.progress and n.body = c.body
                                and n.revision > c.revision)
              and c.progress = (select p.id from ledger.progress p
                                where p.region = c.region and p.commitment = c.commitment
                                  and p.party = c.party
                                  and not exists (select from ledger.returned r
                                                  where r.progress = p.id)
                                order by p.at desc, p.id desc limit 1)
            order by c.commitment, c.party, c.at, c.id
            """;

    private final JdbcClient db;

    Confirmations(JdbcClient db) {
        this.db = db;
    }

    /// @return false when this revision is there already
    boolean add(Confirmation said, String person) {
        return db.sql(ADD)
                        .param("id", said.id())
                        .param("progress", said.report())
                        .param("region", said.region())
                        .param("commitment", said.commitment())
                        .param("party", said.party())
                        .param("revision", said.revision())
                        .param("agrees", said.agrees())
                        .param("reason", said.reason())
                        .param("body", said.body())
                        .param("person", person)
                        .param("at", said.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Everything said of the reports on a commitment, in its order.
    List<Confirmation> of(String region, String commitment) {
        return db.sql(
                        SELECT
                                + " where region = :region and commitment = :commitment"
                                + " order by at, id")
                .param("region", region)
                .param("commitment", commitment)
                .query(Confirmations::read)
                .list();
    }

    /// What stands contradicted in a region.
    List<Confirmation> contradicted(String region) {
        return db.sql(STANDING).param("region", region).query(Confirmations::read).list();
    }

    /// The last word of a body on a report.
    Optional<Confirmation> last(UUID report, String body) {
        return db.sql(
                        SELECT
                                + " where progress = :report and body = :body"
                                + " order by revision desc limit 1")
                .param("report", report)
                .param("body", body)
                .query(Confirmations::read)
                .optional();
    }

    /// @param body the unit that filed it
    record Report(String region, String commitment, String party, String body, boolean returned) {}

    Optional<Report> report(UUID id) {
        return db.sql(REPORT)
                .param("id", id)
                .query(
                        (rows, i) ->
                                new Report(
                                        rows.getString("region"),
                                        rows.getString("commitment"),
                                        rows.getString("party"),
                                        rows.getString("body"),
                                        rows.getBoolean("returned")))
                .optional();
    }

    private static Confirmation read(ResultSet rows, int i) throws SQLException {
        return new Confirmation(
                rows.getObject("id", UUID.class),
                rows.getObject("progress", UUID.class),
                rows.getString("region"),
                rows.getString("commitment"),
                rows.getString("party"),
                rows.getInt("revision"),
                rows.getBoolean("agrees"),
                rows.getString("reason"),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
