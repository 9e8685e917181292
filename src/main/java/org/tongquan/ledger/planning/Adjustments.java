package org.tongquan.ledger.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.ledger.ProgressReport;
import tools.jackson.databind.json.JsonMapper;

/// All SQL on `ledger.adjustment`, its evidence and its decision.
@Repository
class Adjustments {
    private static final String SELECT =
            """
            select a.id, a.plan, a.change, a.items, a.texts, a.parent, a.parties, a.lead,
                   a.deadline, a.reason, a.parts, a.body, a.at, coalesce(e.name, '') as evidence,
                   coalesce(nullif(a.edition, 0), (
                       select max(s.edition) from ledger.plan_step s
                       where s.plan = a.plan and s.at <= a.at), 0) as asked_on,
                   d.approved, d.edition, d.reason as decided, d.body as by_body, d.at as by_at
            from ledger.adjustment a
            left join ledger.adjustment_evidence e on e.adjustment = a.id
            left join ledger.adjustment_decision d on d.adjustment = a.id
            """;

    private static final String ADD =
            """
            insert into ledger.adjustment
                (id, plan, region, change, items, texts, parent, parties, lead, deadline, reason,
                 parts, edition, body, person, at)
            values (:id, :plan, :region, :change, :items, :texts, :parent, :parties, :lead,
                    cast(:deadline as date), :reason, :parts, :edition,
                    :body, :person, :at)
            """;

    private static final String ATTACH =
            """
            insert into ledger.adjustment_evidence
                (adjustment, region, name, media_type, sha256, content)
            values (:id, :region, :name, :type, :sha256, :content)
            """;

    private static final String DECIDE =
            """
            insert into ledger.adjustment_decision
                (adjustment, plan, region, approved, edition, reason, body, person, at)
            values (:id, :plan, :region, :approved, :edition, :reason, :body, :person, :at)
            on conflict (adjustment) do nothing
            """;

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.builder().build();

    Adjustments(JdbcClient db) {
        this.db = db;
    }

    List<Adjustment> list(UUID plan) {
        return db.sql(SELECT + " where a.plan = :plan order by a.at desc, a.id desc")
                .param("plan", plan)
                .query(this::read)
                .list();
    }

    Optional<Adjustment> find(UUID id) {
        return db.sql(SELECT + " where a.id = :id").param("id", id).query(this::read).optional();
    }

    void add(String region, Adjustment asked, Actor actor) {
        var wish = asked.wish();
        db.sql(ADD)
                .param("id", asked.id())
                .param("plan", asked.plan())
                .param("region", region)
                .param("change", Adjustment.word(wish.change()))
                .param("items", wish.items().toArray(String[]::new))
                .param("texts", wish.texts().toArray(String[]::new))
                .param("parent", wish.parent())
                .param("parties", wish.parties().toArray(String[]::new))
                .param("lead", wish.lead().toArray(String[]::new))
                .param("deadline", wish.deadline())
                .param("reason", wish.reason())
                .param("parts", json.writeValueAsString(wish.parts()))
                .param("edition", asked.edition())
                .param("body", asked.body())
                .param("person", actor.person())
                .param("at", OffsetDateTime.ofInstant(asked.at(), ZoneOffset.UTC))
                .update();
    }

    void attach(String region, UUID adjustment, ProgressReport.Attachment file) {
        db.sql(ATTACH)
                .param("id", adjustment)
                .param("region", region)
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("sha256", Digest.of(file.content()).bytes())
                .param("content", file.content())
                .update();
    }

    Optional<ProgressReport.Attachment> evidence(UUID adjustment) {
        return db.sql(
                        """
                        select name, media_type, content from ledger.adjustment_evidence
                        where adjustment = :id
                        """)
                .param("id", adjustment)
                .query(
                        (row, i) ->
                                new ProgressReport.Attachment(
                                        row.getString("name"),
                                        row.getString("media_type"),
                                        row.getBytes("content")))
                .optional();
    }

    /// @return whether it was open until now
    boolean decide(String region, Adjustment of, Adjustment.Decision decision, Actor actor) {
        return db.sql(DECIDE)
                        .param("id", of.id())
                        .param("plan", of.plan())
                        .param("region", region)
                        .param("approved", decision.approved())
                        .param("edition", decision.edition())
                        .param("reason", decision.reason())
                        .param("body", decision.body())
                        .param("person", actor.person())
                        .param("at", OffsetDateTime.ofInstant(decision.at(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Adjustment read(ResultSet row, int i) throws SQLException {
        var decided = row.getObject("by_at", OffsetDateTime.class);
        return new Adjustment(
                row.getObject("id", UUID.class),
                row.getObject("plan", UUID.class),
                new Adjustment.Wish(
                        Adjustment.change(row.getString("change")),
                        texts(row, "items"),
                        texts(row, "texts"),
                        row.getString("parent"),
                        texts(row, "parties"),
                        texts(row, "lead"),
                        row.getObject("deadline", LocalDate.class),
                        row.getString("reason"),
                        List.of(json.readValue(row.getString("parts"), Adjustment.Part[].class))),
                row.getInt("asked_on"),
                row.getString("body"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("evidence"),
                decided == null
                        ? null
                        : new Adjustment.Decision(
                                row.getBoolean("approved"),
                                row.getInt("edition"),
                                row.getString("decided"),
                                row.getString("by_body"),
                                decided.toInstant()));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
