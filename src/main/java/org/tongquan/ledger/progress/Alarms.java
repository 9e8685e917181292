package org.tongquan.ledger.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.report_alarm`.
@Repository
class Alarms {
    private static final String RAISE =
            """
            insert into ledger.report_alarm
                (id, region, commitment, party, kind, key, day, since, count, rule, facts, bodies,
                 at)
            values (:id, :region, :commitment, :party, :kind, :key, :day, :since, :count, :rule,
                    :facts, :bodies, :at)
            on conflict (region, commitment, party, key) do nothing
            """;

    private static final String SELECT =
            """
            select id, region, commitment, party, kind, key, day, since, count, rule, facts,
                   bodies, at
            from ledger.report_alarm
            """;

    private static final String DAYS =
            """
            select day, kind, count(*) as n from ledger.report_alarm
            where region = :region and day >= :from group by day, kind order by day, kind
            """;

    private final JdbcClient db;

    Alarms(JdbcClient db) {
        this.db = db;
    }

    /// @return false when it was raised before
    boolean raise(Alarm alarm) {
        return db.sql(RAISE)
                        .param("id", alarm.id())
                        .param("region", alarm.region())
                        .param("commitment", alarm.commitment())
                        .param("party", alarm.party())
                        .param("kind", alarm.kind().word())
                        .param("key", alarm.key())
                        .param("day", alarm.day())
                        .param("since", alarm.since())
                        .param("count", alarm.count())
                        .param("rule", alarm.rule())
                        .param("facts", alarm.facts())
                        .param("bodies", alarm.bodies().toArray(String[]::new))
                        .param("at", alarm.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// `commitment`, `party` and `key` with line breaks between, of everything raised.
    Set<String> raised(String region) {
        return new HashSet<>(
                db.sql(
                                "select commitment || chr(10) || party || chr(10) || key"
                                        + " from ledger.report_alarm where region = :region")
                        .param("region", region)
                        .query(String.class)
                        .list());
    }

    static String claim(OwedRow row, String key) {
        return row.commitment() + "\n" + row.party() + "\n" + key;
    }

    /// Newest first.
    List<Alarm> ofItem(String region, String commitment, int limit) {
        return db.sql(
                        SELECT
                                + " where region = :region and commitment = :commitment"
                                + " order by at desc, id desc limit :limit")
                .param("region", region)
                .param("commitment", commitment)
                .param("limit", limit)
                .query(Alarms::read)
                .list();
    }

    /// Newest first.
    List<Alarm> ofRegion(String region, int limit) {
        return db.sql(SELECT + " where region = :region order by at desc, id desc limit :limit")
                .param("region", region)
                .param("limit", limit)
                .query(Alarms::read)
                .list();
    }

    /// How many of one kind were raised on a day.
    record OfDay(LocalDate day, String kind, int count) {}

    List<OfDay> days(String region, LocalDate from) {
        return db.sql(DAYS)
                .param("region", region)
                .param("from", from)
                .query(
                        (rows, i) ->
                                new OfDay(
                                        rows.getObject("day", LocalDate.class),
                                        rows.getString("kind"),
                                        rows.getInt("n")))
                .list();
    }

    private static Alarm read(ResultSet rows, int i) throws SQLException {
        return new Alarm(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("commitment"),
                rows.getString("party"),
                Alarm.Kind.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)),
                rows.getString("key"),
                rows.getObject("day", LocalDate.class),
                rows.getObject("since", LocalDate.class),
                rows.getInt("count"),
                rows.getString("rule"),
                rows.getString("facts"),
                List.of((String[]) rows.getArray("bodies").getArray()),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
