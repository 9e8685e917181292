package org.tongquan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Standing;

/// All SQL on `ledger.obligation` but for searching.
@Repository
class Obligations {
    static final String NAMES =
            """
            o.region, o.commitment, o.party, o.ordinal, o.article_id, o.chapter_title, o.category,
            o.text_zh, o.text_en, o.start_on, o.deadline, o.cycle, o.parent, o.light, o.was_late,
            o.percent, o.reason, o.reason_values, o.rule, o.due
            """;

    private static final String COLUMNS = "select " + NAMES + " from ledger.obligation o ";

    private static final String ORDER = " order by o.ordinal, o.party limit :limit";

    private static final String INSERT =
            """
            insert into ledger.obligation
                (region, commitment, party, ordinal, article_id, chapter_title, category, text_zh,
                 text_en, start_on, deadline, cycle, parent, public, light, was_late,
                 percent, reason, reason_values, rule, due)
            values (:region, :commitment, :party, :ordinal, :article, :chapter, :category, :zh,
                    :en, :start, cast(:deadline as date), cast(:cycle as text),
                    cast(:parent as text), :public, :light, :late, :percent, :reason, :values,
                    :rule, cast(:due as date))
            on conflict (region, commitment, party) do update set
                ordinal = excluded.ordinal, article_id = excluded.article_id,
                chapter_title = excluded.chapter_title, category = excluded.category,
                text_zh = excluded.text_zh, text_en = excluded.text_en,
                start_on = excluded.start_on, deadline = excluded.deadline,
                cycle = excluded.cycle, parent = excluded.parent, public = excluded.public,
                light = excluded.light,
                was_late = excluded.was_late, percent = excluded.percent,
                reason = excluded.reason, reason_values = excluded.reason_values,
                rule = excluded.rule, due = excluded.due
            where (obligation.*) is distinct from (excluded.*)
            """;

    private static final String JUDGE =
            """
            update ledger.obligation
            set light = :light, was_late = :late, percent = :percent, reason = :reason,
                reason_values = :values, rule = :rule, due = cast(:due as date)
            where region = :region and commitment = :commitment and party = :party
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

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    Obligations(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /// Rows after the cursor, in the order of the compact.
    List<Obligation> list(Filter filter, Obligation.Cursor after, int limit) {
        var values = new HashMap<String, Object>();
        var where = where(filter, values);
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
                                + where(open, values)
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

    Optional<Obligation> find(String region, String commitment, String party) {
        return of(region, commitment).stream().filter(o -> o.party().equals(party)).findFirst();
    }

    /// Puts these in the place of everything known of a region; rows that stay the same are not
    /// touched.
    ///
    /// @param isPublic whether everybody may read them
    void replace(String region, List<Obligation> all, boolean isPublic) {
        batches.batchUpdate(
                INSERT,
                all.stream().map(o -> values(o, isPublic)).toArray(SqlParameterSource[]::new));
        db.sql(DROP)
                .param("region", region)
                .param(
                        "commitments",
                        all.stream().map(Obligation::commitment).toArray(String[]::new))
                .param("parties", all.stream().map(Obligation::party).toArray(String[]::new))
                .update();
    }

    private static SqlParameterSource values(Obligation obligation, boolean isPublic) {
        return values(obligation.standing())
                .addValue("region", obligation.region())
                .addValue("commitment", obligation.commitment())
                .addValue("party", obligation.party())
                .addValue("ordinal", obligation.ordinal())
                .addValue("article", obligation.articleId())
                .addValue("chapter", obligation.chapterTitle())
                .addValue("category", obligation.category())
                .addValue("zh", obligation.textZh())
                .addValue("en", obligation.textEn())
                .addValue("start", obligation.start())
                .addValue("deadline", obligation.deadline())
                .addValue("cycle", obligation.cycle())
                .addValue("parent", obligation.parent())
                .addValue("public", isPublic);
    }

    private static MapSqlParameterSource values(Standing standing) {
        return new MapSqlParameterSource("light", standing.light().word())
                .addValue("late", standing.wasLate())
                .addValue("percent", standing.percent())
                .addValue("reason", standing.reason().word())
                .addValue("values", standing.values().toArray(String[]::new))
                .addValue("rule", standing.rule())
                .addValue("due", standing.due());
    }

    void judge(String region, String commitment, String party, Standing standing) {
        batches.update(
                JUDGE,
                values(standing)
                        .addValue("region", region)
                        .addValue("commitment", commitment)
                        .addValue("party", party));
    }

    static String where(Filter filter, Map<String, Object> values) {
        var conditions = new ArrayList<String>();
        conditions.add("o.region = :region");
        values.put("region", filter.region());
        equal(conditions, values, "chapter_title", "chapter", filter.chapter());
        equal(conditions, values, "party", "party", filter.party());
        equal(conditions, values, "category", "category", filter.category());
        if (filter.light() != null) {
            equal(conditions, values, "light", "light", filter.light().word());
        }
        if (filter.dueFrom() != null) {
            conditions.add("o.due >= :dueFrom");
            values.put("dueFrom", filter.dueFrom());
        }
        switch (filter.only()) {
            case FINISHED -> conditions.add("o.percent = 100");
            case WAS_LATE -> conditions.add("o.was_late");
            case ALL -> {}
        }
        if (filter.dueBy() != null) {
            conditions.add("o.due <= :dueBy");
            values.put("dueBy", filter.dueBy());
        }
        if (!filter.unit().isEmpty()) {
            conditions.add(
                    "exists (select from ledger.assignment a where a.unit = :unit"
                            + " and a.region = o.region and a.commitment = o.commitment"
                            + " and a.party = o.party and a.valid_to is null)");
            values.put("unit", filter.unit());
        }
        return " where " + String.join(" and ", conditions);
    }

    private static void equal(
            List<String> conditions,
            Map<String, Object> values,
            String column,
            String name,
            String value) {
        if (!value.isEmpty()) {
            conditions.add("o." + column + " = :" + name);
            values.put(name, value);
        }
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

    private static Standing standing(ResultSet rows) throws SQLException {
        return new Standing(
                Light.of(rows.getString("light")),
                rows.getBoolean("was_late"),
                rows.getInt("percent"),
                Standing.Reason.valueOf(
                        rows.getString("reason")
                                .toUpperCase(java.util.Locale.ROOT)
                                .replace('-', '_')),
                List.of((String[]) rows.getArray("reason_values").getArray()),
                rows.getString("rule"),
                rows.getObject("due", LocalDate.class));
    }
}
