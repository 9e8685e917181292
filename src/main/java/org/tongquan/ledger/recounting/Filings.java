package org.tongquan.ledger.recounting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Owed;

/// What the ledger says now that outcomes once followed from. Reads alone.
@Repository
class Filings {
    private static final String FILED =
            """
            select p.commitment, p.party, p.on_day, p.percent, p.at, r.at as returned
            from ledger.progress p left join ledger.returned r on r.progress = p.id
            where p.region = :region
            order by p.commitment, p.party, p.on_day, p.at, p.id
            """;

    /// The rows of the list beside the last line kept of each.
    private static final String LISTED =
            """
            select o.commitment, o.party, o.light, o.was_late, o.percent, o.reason,
                   c.light as kept, c.was_late as kept_late, c.percent as kept_percent,
                   c.reason as kept_reason
            from ledger.obligation o
            left join lateral (
                select * from ledger.light_change c
                where c.region = o.region and c.commitment = o.commitment and c.party = o.party
                order by c.no desc limit 1) c on true
            where o.region = :region
            order by o.ordinal, o.party
            """;

    private static final String TALLIES =
            """
            select coalesce(t.party, o.party) as party,
                   coalesce(t.chapter_title, o.chapter_title) as chapter,
                   coalesce(t.light, o.light) as light,
                   coalesce(t.n, 0) as kept, coalesce(o.n, 0) as now,
                   coalesce(t.percent, 0) as kept_percent, coalesce(o.percent, 0) as now_percent
            from (select * from ledger.tally where region = :region) t
            full join (
                select party, chapter_title, light, count(*) as n, sum(percent) as percent
                from ledger.obligation where region = :region
                group by party, chapter_title, light) o
              on o.party = t.party and o.chapter_title = t.chapter_title and o.light = t.light
            order by 1, 2, 3
            """;

    private final JdbcClient db;

    Filings(JdbcClient db) {
        this.db = db;
    }

    /// A report with the moments at which it began and ceased to count.
    record Filed(LocalDate on, int percent, Instant at, @Nullable Instant returned) {
        boolean countsAt(Instant until) {
            return !at.isAfter(until) && (returned == null || returned.isAfter(until));
        }

        Duty.Report report(int place) {
            return new Duty.Report(on, percent, place);
        }
    }

    /// Everything filed in a region, by what it is about, in the order in which it counts.
    Map<String, List<Filed>> filed(String region) {
        var filed = new HashMap<String, List<Filed>>();
        db.sql(FILED)
                .param("region", region)
                .query(
                        (RowCallbackHandler)
                                row ->
                                        filed.computeIfAbsent(
                                                        Owed.key(
                                                                row.getString("commitment"),
                                                                row.getString("party")),
                                                        _ -> new ArrayList<>())
                                                .add(read(row)));
        return filed;
    }

    private static Filed read(ResultSet row) throws SQLException {
        var returned = row.getObject("returned", OffsetDateTime.class);
        return new Filed(
                row.getObject("on_day", LocalDate.class),
                row.getInt("percent"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                returned == null ? null : returned.toInstant());
    }

    /// Rows of the list that say something else than the last line kept of them.
    List<Mismatch> listed(String region) {
        return db
                .sql(LISTED)
                .param("region", region)
                .query(
                        (row, i) ->
                                new Mismatch(
                                        Owed.key(
                                                row.getString("commitment"),
                                                row.getString("party")),
                                        said(
                                                row,
                                                "kept",
                                                "kept_late",
                                                "kept_percent",
                                                "kept_reason"),
                                        said(row, "light", "was_late", "percent", "reason")))
                .list()
                .stream()
                .filter(m -> !m.kept().equals(m.now()))
                .toList();
    }

    private static String said(
            ResultSet row, String light, String late, String percent, String reason)
            throws SQLException {
        return row.getString(light) == null
                ? ""
                : "%s %d%% %s%s"
                        .formatted(
                                Light.of(row.getString(light)).word(),
                                row.getInt(percent),
                                row.getString(reason),
                                row.getBoolean(late) ? " late" : "");
    }

    /// Sums kept for a party, a chapter and a light, and the same of the rows.
    record Sum(String subject, String kept, String now) {}

    List<Sum> sums(String region) {
        return db.sql(TALLIES)
                .param("region", region)
                .query(
                        (row, i) ->
                                new Sum(
                                        "%s %s %s"
                                                .formatted(
                                                        row.getString("party"),
                                                        row.getString("chapter"),
                                                        row.getString("light")),
                                        row.getLong("kept") + " · " + row.getLong("kept_percent"),
                                        row.getLong("now") + " · " + row.getLong("now_percent")))
                .list();
    }
}
