package org.tongquan.ledger.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.ledger.Commitment;

/// What the lists of the ledger say about who owes reports, with what was filed. Reads alone.
@Repository
class OwedRows {
    /// Of the parties that the acting body sees; what it does not see it cannot judge.
    private static final String ROWS =
            """
            select c.region, c.id, q.party, c.ordinal, c.text_zh, c.text_en, c.kind,
                   c.deadline, c.cycle, c.milestone_due,
                   case when c.kind = 'plan-item' then greatest(c.start_on,
                       (select min(e.valid_from) from ledger.commitment e
                        where e.region = c.region and e.id = c.id))
                   else c.start_on end as start_on
            from ledger.commitment c, unnest(c.parties) as q (party)
            where c.region = :region and c.valid_from <= :day
              and (c.valid_to is null or c.valid_to > :day)
              and (cast(:id as text) is null or c.id = :id)
              and ((select ledger.is_job())
                  or (c.region, q.party) in (select region, party from compact.visible))
            order by c.ordinal, q.party
            """;

    private static final String LEADS =
            """
            select commitment, party, unit from ledger.assignment
            where region = :region and role = 'lead' and valid_to is null
              and (cast(:id as text) is null or commitment = :id)
            order by unit
            """;

    private static final String REPORTS =
            """
            select p.id, p.commitment, p.party, p.on_day, p.at, p.percent, r.at as returned
            from ledger.progress p left join ledger.returned r on r.progress = p.id
            where p.region = :region and (cast(:id as text) is null or p.commitment = :id)
            order by p.on_day, p.at, p.id
            """;

    private final JdbcClient db;
    private final Paces paces;

    OwedRows(JdbcClient db, Paces paces) {
        this.db = db;
        this.paces = paces;
    }

    /// Everything in force on a day in a region.
    List<OwedRow> ofRegion(String region, LocalDate day) {
        return rows(region, day, null);
    }

    /// The rows of one commitment or item.
    List<OwedRow> of(String region, LocalDate day, String id) {
        return rows(region, day, id);
    }

    private List<OwedRow> rows(String region, LocalDate day, @Nullable String id) {
        var leads = new HashMap<String, List<String>>();
        db.sql(LEADS)
                .param("region", region)
                .param("id", id)
                .query(
                        rows -> {
                            put(leads, rows, rows.getString("unit"));
                        });
        var reports = new HashMap<String, List<ReportDuty.Reported>>();
        db.sql(REPORTS)
                .param("region", region)
                .param("id", id)
                .query(
                        rows -> {
                            put(reports, rows, reported(rows));
                        });
        var set = paces.of(region, id);
        return db.sql(ROWS)
                .param("region", region)
                .param("day", day)
                .param("id", id)
                .query((rows, i) -> row(rows, leads, set, reports))
                .list();
    }

    private static <T> void put(Map<String, List<T>> into, ResultSet rows, T one)
            throws SQLException {
        into.computeIfAbsent(
                        key(rows.getString("commitment"), rows.getString("party")),
                        k -> new ArrayList<>())
                .add(one);
    }

    private static String key(String commitment, String party) {
        return commitment + "@" + party;
    }

    private static ReportDuty.Reported reported(ResultSet rows) throws SQLException {
        var returned = rows.getObject("returned", OffsetDateTime.class);
        return new ReportDuty.Reported(
                rows.getObject("id", UUID.class),
                rows.getObject("on_day", LocalDate.class),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                rows.getInt("percent"),
                returned == null ? null : returned.toInstant());
    }

    private static OwedRow row(
            ResultSet rows,
            Map<String, List<String>> leads,
            Map<String, List<Pace>> paces,
            Map<String, List<ReportDuty.Reported>> reports)
            throws SQLException {
        var key = key(rows.getString("id"), rows.getString("party"));
        var milestones = new ArrayList<LocalDate>();
        for (var due : (java.sql.Date[]) rows.getArray("milestone_due").getArray()) {
            milestones.add(due.toLocalDate());
        }
        return new OwedRow(
                rows.getString("region"),
                rows.getString("id"),
                rows.getString("party"),
                rows.getInt("ordinal"),
                rows.getString("text_zh"),
                rows.getString("text_en"),
                rows.getString("kind").equals(Commitment.TASK),
                rows.getObject("start_on", LocalDate.class),
                rows.getObject("deadline", LocalDate.class),
                rows.getString("cycle"),
                milestones,
                leads.getOrDefault(key, List.of()),
                paces.getOrDefault(rows.getString("id"), List.of()),
                reports.getOrDefault(key, List.of()));
    }
}
