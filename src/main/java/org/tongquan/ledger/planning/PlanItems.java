package org.tongquan.ledger.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.ledger.Milestones;
import org.tongquan.ledger.standing.Owed;
import org.tongquan.ledger.standing.Repeated;

/// All SQL on `ledger.plan_item`: the working copy is edition 0, kept editions count from 1.
@Repository
class PlanItems {
    private static final String FIELDS =
            """
            id, place, revision, parent, text_zh, text_en, category, start_on, deadline, parties,
            lead, cooperating, shares, responsible, weight, milestone_due, milestone_percent,
            milestone_text, depends
            """;

    private static final String INSERT =
            """
            insert into ledger.plan_item
                (plan, region, edition, id, place, revision, parent, text_zh, text_en, category,
                 start_on, deadline, parties, lead, cooperating, shares, responsible, weight,
                 milestone_due, milestone_percent, milestone_text, depends)
            values (:plan, :region, 0, :id, :place, :revision, :parent, :zh, :en, :category, :start,
                    :deadline, :parties, :lead, :cooperating, :shares, :responsible, :weight,
                    cast(:due as date[]), :percent, :text, :depends)
            """;

    /// Lists as texts: they are read by the hundred thousand, and few differ.
    private static final String OWED =
            """
            select id, nullif(parent, ''), weight, start_on, deadline,
                   array_to_string(parties, ','), array_to_string(milestone_due, ','),
                   array_to_string(milestone_percent, ',')
            from ledger.plan_item where plan = :plan and edition = :edition
            """;

    private static final String UPDATE =
            """
            update ledger.plan_item set
                place = :place, revision = :revision, parent = :parent, text_zh = :zh,
                text_en = :en, category = :category, start_on = :start, deadline = :deadline,
                parties = :parties, lead = :lead, cooperating = :cooperating, shares = :shares,
                responsible = :responsible, weight = :weight,
                milestone_due = cast(:due as date[]), milestone_percent = :percent,
                milestone_text = :text, depends = :depends
            where plan = :plan and edition = 0 and id = :id and revision = :revision - 1
            """;

    private final NamedParameterJdbcTemplate db;

    PlanItems(NamedParameterJdbcTemplate db) {
        this.db = db;
    }

    /// The items of an edition in their order.
    List<PlanItem> list(UUID plan, int edition) {
        return db.query(
                "select "
                        + FIELDS
                        + " from ledger.plan_item where plan = :plan and edition = :edition"
                        + " order by place, id",
                new MapSqlParameterSource("plan", plan).addValue("edition", edition),
                PlanItems::read);
    }

    /// What the lights of an edition's items follow from, in no order.
    List<Owed> owed(UUID plan, int edition) {
        var seen = new Repeated();
        return JdbcClient.create(db)
                .sql(OWED)
                .param("plan", plan)
                .param("edition", edition)
                .withFetchSize(Repeated.FETCHED)
                .query(
                        (row, i) ->
                                new Owed(
                                        row.getString(1),
                                        seen.text(row.getString(2)),
                                        row.getInt(3),
                                        Objects.requireNonNull(seen.day(row.getString(4))),
                                        seen.day(row.getString(5)),
                                        null,
                                        seen.milestones(row.getString(7), row.getString(8)),
                                        seen.list(row.getString(6))))
                .list();
    }

    /// The highest number that an item of a plan ever had, in any edition: none is given twice.
    int highest(UUID plan) {
        return JdbcClient.create(db)
                .sql(
                        """
                        select coalesce(max(substring(id from '-([0-9]+)$')::int), 0)
                        from ledger.plan_item where plan = :plan
                        """)
                .param("plan", plan)
                .query(Integer.class)
                .single();
    }

    void add(Plan.Head plan, List<PlanItem> items) {
        db.batchUpdate(
                INSERT,
                items.stream().map(i -> values(plan, i)).toArray(SqlParameterSource[]::new));
    }

    /// Puts the item in the place of its revision before.
    ///
    /// @return false when somebody else changed it meanwhile
    boolean replace(Plan.Head plan, PlanItem item) {
        return db.update(UPDATE, values(plan, item)) == 1;
    }

    /// @return false when somebody else changed it meanwhile
    boolean remove(Plan.Head plan, String id, int revision) {
        return db.update(
                        """
                        delete from ledger.plan_item
                        where plan = :plan and edition = 0 and id = :id and revision = :revision
                        """,
                        new MapSqlParameterSource("plan", plan.id())
                                .addValue("id", id)
                                .addValue("revision", revision))
                == 1;
    }

    /// Keeps the working copy as an edition.
    void keep(Plan.Head plan, int edition) {
        db.update(
                "insert into ledger.plan_item (plan, region, edition, "
                        + FIELDS
                        + ") select plan, region, :edition, "
                        + FIELDS
                        + " from ledger.plan_item where plan = :plan and edition = 0",
                new MapSqlParameterSource("plan", plan.id()).addValue("edition", edition));
    }

    private static MapSqlParameterSource values(Plan.Head plan, PlanItem item) {
        return new MapSqlParameterSource()
                .addValue("plan", plan.id())
                .addValue("region", plan.region())
                .addValue("id", item.id())
                .addValue("place", item.place())
                .addValue("revision", item.revision())
                .addValue("parent", item.parent())
                .addValue("zh", item.textZh())
                .addValue("en", item.textEn())
                .addValue("category", item.category())
                .addValue("start", item.start())
                .addValue("deadline", item.deadline())
                .addValue("parties", item.parties().toArray(String[]::new))
                .addValue("lead", item.lead().toArray(String[]::new))
                .addValue("cooperating", item.cooperating().toArray(String[]::new))
                .addValue(
                        "shares",
                        item.shares().stream().map(PlanItem.Share::work).toArray(String[]::new))
                .addValue("responsible", item.responsible())
                .addValue("weight", item.weight())
                .addValue("due", Milestones.due(item.milestones()))
                .addValue("percent", Milestones.percent(item.milestones()))
                .addValue("text", Milestones.text(item.milestones()))
                .addValue("depends", item.depends().toArray(String[]::new));
    }

    private static PlanItem read(ResultSet row, int i) throws SQLException {
        var units = texts(row, "cooperating");
        var works = texts(row, "shares");
        var shares = new ArrayList<PlanItem.Share>();
        for (int n = 0; n < units.size(); n++) {
            shares.add(new PlanItem.Share(units.get(n), works.get(n)));
        }
        return new PlanItem(
                row.getString("id"),
                row.getInt("place"),
                row.getInt("revision"),
                row.getString("parent"),
                row.getString("text_zh"),
                row.getString("text_en"),
                row.getString("category"),
                row.getObject("start_on", LocalDate.class),
                row.getObject("deadline", LocalDate.class),
                texts(row, "parties"),
                texts(row, "lead"),
                shares,
                row.getString("responsible"),
                row.getInt("weight"),
                Milestones.read(row),
                texts(row, "depends"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
