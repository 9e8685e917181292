package org.tongquan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.ledger.standing.Judged;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Lights;
import org.tongquan.ledger.standing.Owed;
import org.tongquan.ledger.standing.Repeated;
import org.tongquan.ledger.standing.Standing;
import tools.jackson.databind.json.JsonMapper;

/// All SQL on `ledger.obligation` but for searching.
@Repository
class Obligations {
    static final String NAMES =
            """
            o.region, o.commitment, o.party, o.ordinal, o.article_id, o.chapter_title, o.category,
            o.text_zh, o.text_en, o.start_on, o.deadline, o.cycle, o.parent, o.light, o.was_late,
            o.percent, o.reason, o.reason_values, o.rule, o.due, greatest(o.judged,
                (select x.judged from ledger.extent x where x.region = o.region)) as on_day
            """;

    private static final String COLUMNS = "select " + NAMES + " from ledger.obligation o ";

    private static final String ORDER = " order by o.ordinal, o.party limit :limit";

    /// A new row has its standing; of one that was there before, what it says besides its standing
    /// is kept, and only if it says something else.
    private static final String INSERT =
            """
            insert into ledger.obligation
                (region, commitment, party, ordinal, article_id, chapter_title, category, text_zh,
                 text_en, start_on, deadline, cycle, parent, weight, milestone_due,
                 milestone_percent, public, light, was_late, percent, reason, reason_values, rule,
                 due, judged)
            select region, commitment, party, ordinal, article_id, chapter_title, category, text_zh,
                   text_en, start_on, deadline, cycle, parent, weight, milestone_due,
                   milestone_percent, public, light, was_late, percent, reason, reason_values, rule,
                   due, judged
            from json_populate_recordset(null::ledger.obligation, cast(:rows as json))
            on conflict (region, commitment, party) do update set
                ordinal = excluded.ordinal, article_id = excluded.article_id,
                chapter_title = excluded.chapter_title, category = excluded.category,
                text_zh = excluded.text_zh, text_en = excluded.text_en,
                start_on = excluded.start_on, deadline = excluded.deadline,
                cycle = excluded.cycle, parent = excluded.parent, weight = excluded.weight,
                milestone_due = excluded.milestone_due,
                milestone_percent = excluded.milestone_percent, public = excluded.public
            where (obligation.ordinal, obligation.article_id, obligation.chapter_title,
                    obligation.category, obligation.text_zh, obligation.text_en,
                    obligation.start_on, obligation.deadline, obligation.cycle, obligation.parent,
                    obligation.weight, obligation.milestone_due, obligation.milestone_percent,
                    obligation.public)
                is distinct from (excluded.ordinal, excluded.article_id, excluded.chapter_title,
                    excluded.category, excluded.text_zh, excluded.text_en, excluded.start_on,
                    excluded.deadline, excluded.cycle, excluded.parent, excluded.weight,
                    excluded.milestone_due, excluded.milestone_percent, excluded.public)
            """;

    /// Lists as texts, as they are read by the hundred thousand.
    private static final String OWED =
            """
            select commitment, party, parent, weight, start_on, deadline, cycle,
                   array_to_string(milestone_due, ','), array_to_string(milestone_percent, ','),
                   light, was_late, percent, reason, array_to_string(reason_values, E'\\x1f'), rule,
                   due
            from ledger.obligation where region = :region
            """;

    private static final String JUDGE =
            """
            update ledger.obligation o
            set light = n.light, was_late = n.late, percent = n.percent, reason = n.reason,
                reason_values = string_to_array(n.figures, E'\\x1f'), rule = n.rule, due = n.due,
                judged = :day
            from unnest(cast(:commitments as text[]), cast(:parties as text[]),
                    cast(:lights as text[]), cast(:late as boolean[]), cast(:percents as integer[]),
                    cast(:reasons as text[]), cast(:figures as text[]), cast(:rules as text[]),
                    cast(:due as date[]))
                as n (commitment, party, light, late, percent, reason, figures, rule, due)
            where o.region = :region and o.commitment = n.commitment and o.party = n.party
            """;

    private static final String DROP =
            """
            delete from ledger.obligation
            where region = :region and (commitment, party) not in (
                select * from unnest(cast(:commitments as text[]), cast(:parties as text[])))
            """;

    private static final String WORK =
            """
             where o.region = :region
               and (o.commitment, o.party) in (
                   select a.commitment, a.party from ledger.assignment a
                   where a.unit = :unit and a.region = :region and a.valid_to is null
                   union all
                   select p.commitment, p.party from ledger.obligation p
                   where p.region = :region and p.party = :party
                     and not exists (select from ledger.assignment a
                                     where a.region = p.region and a.commitment = p.commitment
                                       and a.party = p.party and a.role = 'lead'
                                       and a.valid_to is null))
             order by array_position(array['red', 'yellow', 'green', 'none'], o.light),
                      o.due nulls last, o.ordinal
             limit :limit
            """;

    private static final int BATCH = 2_000;

    /// Between the figures of a reason; in no text.
    private static final String SEPARATOR = "\u001f";

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.builder().build();

    Obligations(JdbcClient db) {
        this.db = db;
    }

    /// Rows after the cursor, in the order of the compact.
    List<Obligation> list(Filter filter, Obligation.Cursor after, int limit) {
        var values = new HashMap<String, Object>();
        var where = filter.where(values);
        values.put("ordinal", after.ordinal());
        values.put("after", after.party());
        values.put("limit", limit);
        return db.sql(COLUMNS + where + " and (o.ordinal, o.party) > (:ordinal, :after)" + ORDER)
                .params(values)
                .query(Obligations::read)
                .list();
    }

    /// How many obligations of each light the filter leaves, the light itself not regarded.
    Map<Light, Integer> counts(Filter filter) {
        var values = new HashMap<String, Object>();
        var open = filter.of(null);
        var counts = new EnumMap<Light, Integer>(Light.class);
        db.sql(
                        "select o.light, count(*) as n from ledger.obligation o"
                                + open.where(values)
                                + " group by o.light")
                .params(values)
                .query((rows, i) -> counts.put(Light.of(rows.getString("light")), rows.getInt("n")))
                .list();
        return counts;
    }

    /// What is most urgent of one light: the earliest due day first.
    List<Obligation> urgent(String region, Light light, int limit) {
        return db.sql(
                        COLUMNS
                                + " where o.region = :region and o.light = :light"
                                + " order by o.due, o.ordinal, o.party limit :limit")
                .param("region", region)
                .param("light", light.word())
                .param("limit", limit)
                .query(Obligations::read)
                .list();
    }

    /// What one unit has a part in, or, for a party's units, what its party owes without a lead
    /// unit named; red first.
    List<Obligation> workOf(String region, String unit, String party, int limit) {
        return db.sql(COLUMNS + WORK)
                .param("region", region)
                .param("unit", unit)
                .param("party", party)
                .param("limit", limit)
                .query(Obligations::read)
                .list();
    }

    List<Obligation> of(String region, String commitment) {
        return db.sql(
                        COLUMNS
                                + " where o.region = :region and o.commitment = :commitment"
                                + " order by o.party")
                .param("region", region)
                .param("commitment", commitment)
                .query(Obligations::read)
                .list();
    }

    /// One row, which nobody else judges until the transaction ends.
    Optional<Obligation> lock(String region, String commitment, String party) {
        return db.sql(
                        COLUMNS
                                + " where o.region = :region and o.commitment = :commitment"
                                + " and o.party = :party for no key update of o")
                .param("region", region)
                .param("commitment", commitment)
                .param("party", party)
                .query(Obligations::read)
                .optional();
    }

    /// Puts these in the place of everything known of a region. Rows that stay the same are not
    /// touched; those that were there before keep their standing.
    ///
    /// @param all commitments and tasks in force
    /// @param judged what each party owes of them, in the same order, as of a day
    void replace(String region, List<Commitment> all, List<Judged> judged, LocalDate day) {
        boolean isPublic = all.stream().anyMatch(Commitment::isPublic);
        var standings = judged.iterator();
        var rows = new ArrayList<Map<String, Object>>();
        var commitments = new ArrayList<String>();
        var parties = new ArrayList<String>();
        for (var of : all) {
            for (var party : of.parties()) {
                commitments.add(of.id());
                parties.add(party);
                rows.add(of.row(party, standings.next().standing(), day, isPublic));
                if (rows.size() == BATCH) {
                    write(rows);
                }
            }
        }
        write(rows);
        db.sql(DROP)
                .param("region", region)
                .param("commitments", commitments.toArray(String[]::new))
                .param("parties", parties.toArray(String[]::new))
                .update();
    }

    private void write(List<Map<String, Object>> rows) {
        db.sql(INSERT).param("rows", json.writeValueAsString(rows)).update();
        rows.clear();
    }

    /// What is owed, with the standing judged last.
    record Kept(Owed owed, Standing standing) {}

    /// Tells every obligation of a region, its standing with the figures of a day.
    void each(String region, LocalDate day, Consumer<Kept> told) {
        var seen = new Repeated();
        db.sql(OWED)
                .param("region", region)
                .withFetchSize(Repeated.FETCHED)
                .query((RowCallbackHandler) row -> told.accept(kept(row, seen, day)));
    }

    /// Every commitment of a region that tasks serve.
    Set<String> parents(String region) {
        return Set.copyOf(
                db.sql(
                                "select distinct parent from ledger.obligation"
                                        + " where region = :region and parent is not null")
                        .param("region", region)
                        .query(String.class)
                        .list());
    }

    private static Kept kept(ResultSet row, Repeated seen, LocalDate day) throws SQLException {
        var cycle = row.getString(7);
        var owed =
                new Owed(
                        row.getString(1),
                        seen.text(row.getString(3)),
                        row.getInt(4),
                        Objects.requireNonNull(seen.day(row.getString(5))),
                        seen.day(row.getString(6)),
                        cycle == null ? null : Period.parse(cycle),
                        seen.milestones(row.getString(8), row.getString(9)),
                        seen.list(row.getString(2)));
        var figures = row.getString(14);
        var standing =
                new Standing(
                        Light.of(row.getString(10)),
                        row.getBoolean(11),
                        row.getInt(12),
                        reason(row.getString(13)),
                        figures.isEmpty() ? List.of() : List.of(figures.split(SEPARATOR, -1)),
                        Objects.requireNonNull(seen.text(row.getString(15))),
                        seen.day(row.getString(16)));
        return new Kept(owed, Lights.on(standing, owed.start(), owed.deadline(), day));
    }

    /// Keeps standings as judged on a day.
    void judge(String region, List<Judged> all, LocalDate day) {
        db.sql(JUDGE)
                .param("region", region)
                .param("day", day)
                .param("commitments", texts(all, j -> j.owed().item()))
                .param("parties", texts(all, Judged::party))
                .param("lights", texts(all, j -> j.standing().light().word()))
                .param(
                        "late",
                        all.stream().map(j -> j.standing().wasLate()).toArray(Boolean[]::new))
                .param(
                        "percents",
                        all.stream().map(j -> j.standing().percent()).toArray(Integer[]::new))
                .param("reasons", texts(all, j -> j.standing().reason().word()))
                .param("figures", texts(all, j -> String.join(SEPARATOR, j.standing().values())))
                .param("rules", texts(all, j -> j.standing().rule()))
                .param("due", texts(all, j -> Objects.toString(j.standing().due(), null)))
                .update();
    }

    private static String[] texts(List<Judged> all, Function<Judged, @Nullable String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    static Obligation read(ResultSet rows, int i) throws SQLException {
        return new Obligation(
                rows.getString("region"),
                rows.getString("commitment"),
                rows.getString("party"),
                rows.getInt("ordinal"),
                rows.getString("article_id"),
                rows.getString("chapter_title"),
                rows.getString("category"),
                rows.getString("text_zh"),
                rows.getString("text_en"),
                rows.getObject("start_on", LocalDate.class),
                rows.getObject("deadline", LocalDate.class),
                rows.getString("cycle"),
                rows.getString("parent"),
                standing(rows));
    }

    /// With the figures of the day on which the lists were judged last.
    private static Standing standing(ResultSet rows) throws SQLException {
        var standing =
                new Standing(
                        Light.of(rows.getString("light")),
                        rows.getBoolean("was_late"),
                        rows.getInt("percent"),
                        reason(rows.getString("reason")),
                        List.of((String[]) rows.getArray("reason_values").getArray()),
                        rows.getString("rule"),
                        rows.getObject("due", LocalDate.class));
        var day = rows.getObject("on_day", LocalDate.class);
        return day == null
                ? standing
                : Lights.on(
                        standing,
                        rows.getObject("start_on", LocalDate.class),
                        rows.getObject("deadline", LocalDate.class),
                        day);
    }

    private static Standing.Reason reason(String word) {
        return Standing.Reason.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
