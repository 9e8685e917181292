package org.tongquan.ledger.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.item_rhythm`.
@Repository
class Paces {
    private static final String ADD =
            """
            insert into ledger.item_rhythm (id, region, item, revision, rhythm, body, person, at)
            values (:id, :region, :item, :revision, :rhythm, :body, :person, :at)
            on conflict (region, item, revision) do nothing
            """;

    private static final String SELECT =
            """
            select id, region, item, revision, rhythm, body, at from ledger.item_rhythm
            where region = :region and (cast(:item as text) is null or item = :item)
            order by item, revision
            """;

    private final JdbcClient db;

    Paces(JdbcClient db) {
        this.db = db;
    }

    /// @return false when another was set meanwhile
    boolean add(Pace pace, String person) {
        return db.sql(ADD)
                        .param("id", pace.id())
                        .param("region", pace.region())
                        .param("item", pace.item())
                        .param("revision", pace.revision())
                        .param("rhythm", pace.rhythm().word())
                        .param("body", pace.body())
                        .param("person", person)
                        .param("at", pace.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// By item, the oldest first; of one item, or of all.
    Map<String, List<Pace>> of(String region, @Nullable String item) {
        return db
                .sql(SELECT)
                .param("region", region)
                .param("item", item)
                .query(Paces::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Pace::item));
    }

    private static Pace read(ResultSet rows, int i) throws SQLException {
        return new Pace(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("item"),
                rows.getInt("revision"),
                Pace.Rhythm.find(rows.getString("rhythm")).orElseThrow(),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
