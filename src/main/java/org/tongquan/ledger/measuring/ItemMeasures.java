package org.tongquan.ledger.measuring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.item_measure`.
@Repository
class ItemMeasures {
    private static final String ADD =
            """
            insert into ledger.item_measure
                (id, region, item, indicator, revision, body, person, at)
            values (:id, :region, :item, :indicator, :revision, :body, :person, :at)
            on conflict (region, item, revision) do nothing
            """;

    private static final String SELECT =
            """
            select id, region, item, indicator, revision, body, at from ledger.item_measure
            """;

    private final JdbcClient db;

    ItemMeasures(JdbcClient db) {
        this.db = db;
    }

    /// @return false when this revision is there already
    boolean add(ItemMeasure named, String person) {
        return db.sql(ADD)
                        .param("id", named.id())
                        .param("region", named.region())
                        .param("item", named.item())
                        .param("indicator", named.indicator())
                        .param("revision", named.revision())
                        .param("body", named.body())
                        .param("person", person)
                        .param("at", named.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<ItemMeasure> ofRegion(String region) {
        return db.sql(SELECT + " where region = :region order by item, revision")
                .param("region", region)
                .query(ItemMeasures::read)
                .list();
    }

    /// The last word on an item.
    Optional<ItemMeasure> last(String region, String item) {
        return db.sql(
                        SELECT
                                + " where region = :region and item = :item"
                                + " order by revision desc limit 1")
                .param("region", region)
                .param("item", item)
                .query(ItemMeasures::read)
                .optional();
    }

    private static ItemMeasure read(ResultSet rows, int i) throws SQLException {
        return new ItemMeasure(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("item"),
                rows.getString("indicator"),
                rows.getInt("revision"),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
