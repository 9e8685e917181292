package org.tongquan.ledger.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.plan`, its steps, comments and answers.
@Repository
class Plans {
    private static final String HEAD =
            """
            select p.id, p.region, p.year, p.title, ledger.plan_last(p.id) as state,
                   (select count(*) from ledger.plan_item i
                    where i.plan = p.id and i.edition = 0) as size
            from ledger.plan p
            """;

    private static final String ADD_STEP =
            """
            insert into ledger.plan_step
                (id, plan, region, ordinal, kind, edition, body, person, at, on_day, answer_by,
                 provisional, text)
            values (:id, :plan, :region, :ordinal, :kind, :edition, :body, :person, :at, :on,
                    cast(:answerBy as date), :provisional, :text)
            """;

    private static final String COMMENTS =
            """
            select c.id, c.item, c.body, c.at, c.text, a.taken, a.body as by_body, a.at as by_at,
                   a.text as reply
            from ledger.plan_comment c left join ledger.plan_answer a on a.comment = c.id
            where c.plan = :plan order by c.at, c.id
            """;

    private final JdbcClient db;

    Plans(JdbcClient db) {
        this.db = db;
    }

    /// Lets one transaction at a time change a plan.
    void lock(UUID plan) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('plan:' || :plan, 0))")
                .param("plan", plan.toString())
                .query()
                .singleRow();
    }

    void add(Plan.Head head, Actor actor, Instant at) {
        db.sql(
                        """
                        insert into ledger.plan (id, region, year, title, body, person, at)
                        values (:id, :region, :year, :title, :body, :person, :at)
                        """)
                .param("id", head.id())
                .param("region", head.region())
                .param("year", head.year())
                .param("title", head.title())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("at", utc(at))
                .update();
    }

    List<Plan.Head> list(String region) {
        return db.sql(HEAD + " where p.region = :region order by p.year desc")
                .param("region", region)
                .query(Plans::head)
                .list();
    }

    Optional<Plan.Head> find(UUID id) {
        return db.sql(HEAD + " where p.id = :id").param("id", id).query(Plans::head).optional();
    }

    void addStep(Plan.Head plan, PlanStep step, Actor actor) {
        db.sql(ADD_STEP)
                .param("id", step.id())
                .param("plan", plan.id())
                .param("region", plan.region())
                .param("ordinal", step.ordinal())
                .param("kind", step.kind().word())
                .param("edition", step.edition())
                .param("body", step.body())
                .param("person", actor.person())
                .param("at", utc(step.at()))
                .param("on", step.on())
                .param("answerBy", step.answerBy())
                .param("provisional", step.provisional())
                .param("text", step.text())
                .update();
    }

    List<PlanStep> steps(UUID plan) {
        return db.sql(
                        """
                        select id, ordinal, kind, edition, body, at, on_day, answer_by, provisional,
                               text
                        from ledger.plan_step where plan = :plan order by ordinal
                        """)
                .param("plan", plan)
                .query(Plans::step)
                .list();
    }

    List<Plan.Comment> comments(UUID plan) {
        return db.sql(COMMENTS).param("plan", plan).query(Plans::comment).list();
    }

    /// The plan that a comment speaks of.
    Optional<UUID> planOf(UUID comment) {
        return db.sql("select plan from ledger.plan_comment where id = :id")
                .param("id", comment)
                .query(UUID.class)
                .optional();
    }

    void addComment(Plan.Head plan, Plan.Comment comment, Actor actor) {
        db.sql(
                        """
                        insert into ledger.plan_comment
                            (id, plan, region, item, body, person, at, text)
                        values (:id, :plan, :region, :item, :body, :person, :at, :text)
                        """)
                .param("id", comment.id())
                .param("plan", plan.id())
                .param("region", plan.region())
                .param("item", comment.item())
                .param("body", comment.body())
                .param("person", actor.person())
                .param("at", utc(comment.at()))
                .param("text", comment.text())
                .update();
    }

    /// @return whether it had no answer before
    boolean answer(Plan.Head plan, UUID comment, Plan.Reply reply, Actor actor) {
        return db.sql(
                                """
                                insert into ledger.plan_answer
                                    (comment, plan, region, taken, body, person, at, text)
                                values (:comment, :plan, :region, :taken, :body, :person, :at,
                                        :text)
                                on conflict (comment) do nothing
                                """)
                        .param("comment", comment)
                        .param("plan", plan.id())
                        .param("region", plan.region())
                        .param("taken", reply.taken())
                        .param("body", reply.body())
                        .param("person", actor.person())
                        .param("at", utc(reply.at()))
                        .param("text", reply.text())
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Plan.Head head(ResultSet row, int i) throws SQLException {
        return new Plan.Head(
                row.getObject("id", UUID.class),
                row.getString("region"),
                row.getInt("year"),
                row.getString("title"),
                PlanStep.Kind.of(row.getString("state")),
                row.getInt("size"));
    }

    private static PlanStep step(ResultSet row, int i) throws SQLException {
        return new PlanStep(
                row.getObject("id", UUID.class),
                row.getInt("ordinal"),
                PlanStep.Kind.of(row.getString("kind")),
                row.getInt("edition"),
                row.getString("body"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("on_day", LocalDate.class),
                row.getObject("answer_by", LocalDate.class),
                row.getBoolean("provisional"),
                row.getString("text"));
    }

    private static Plan.Comment comment(ResultSet row, int i) throws SQLException {
        var replied = row.getObject("by_at", OffsetDateTime.class);
        return new Plan.Comment(
                row.getObject("id", UUID.class),
                row.getString("item"),
                row.getString("body"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("text"),
                replied == null
                        ? null
                        : new Plan.Reply(
                                row.getBoolean("taken"),
                                row.getString("by_body"),
                                replied.toInstant(),
                                row.getString("reply")));
    }
}
