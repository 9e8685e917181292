package org.tongquan.ledger.measuring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.measured`.
@Repository
class Readings {
    private static final String ADD =
            """
            insert into ledger.measured
                (id, region, indicator, party, kind, on_day, value, source, revision, reason, body,
                 person, at)
            values (:id, :region, :indicator, :party, :kind, :on, :value, :source, :revision,
                    :reason, :body, :person, :at)
            on conflict (region, indicator, party, kind, on_day, revision) do nothing
            """;

    private static final String SELECT =
            """
            select id, region, indicator, party, kind, on_day, value, source, revision, reason,
                   body, at
            from ledger.measured
            """;

    private final JdbcClient db;

    Readings(JdbcClient db) {
        this.db = db;
    }

    /// Whether it was kept; false when this revision is there already.
    boolean add(Reading reading, String person) {
        return db.sql(ADD)
                        .param("id", reading.id())
                        .param("region", reading.region())
                        .param("indicator", reading.indicator())
                        .param("party", reading.party())
                        .param("kind", reading.kind().word())
                        .param("on", reading.on())
                        .param("value", reading.value())
                        .param("source", reading.source())
                        .param("revision", reading.revision())
                        .param("reason", reading.reason())
                        .param("body", reading.body())
                        .param("person", person)
                        .param("at", reading.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// All revisions of an indicator, newest day and revision first.
    List<Reading> of(String region, String indicator) {
        return db.sql(
                        SELECT
                                + " where region = :region and indicator = :indicator"
                                + " order by on_day desc, party, kind, revision desc")
                .param("region", region)
                .param("indicator", indicator)
                .query(Readings::read)
                .list();
    }

    /// All revisions of all indicators of a region.
    List<Reading> ofRegion(String region) {
        return db.sql(SELECT + " where region = :region")
                .param("region", region)
                .query(Readings::read)
                .list();
    }

    private static Reading read(ResultSet rows, int i) throws SQLException {
        return new Reading(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("indicator"),
                rows.getString("party"),
                Reading.Kind.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)),
                rows.getObject("on_day", LocalDate.class),
                rows.getBigDecimal("value"),
                rows.getString("source"),
                rows.getInt("revision"),
                rows.getString("reason"),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
