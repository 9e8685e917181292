package org.tongquan.ledger.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.evaluation` and `ledger.evaluation_step`.
@Repository
class Evaluations {
    private static final String ADD =
            """
            insert into ledger.evaluation
                (id, region, span, known, rule, simulated, body, person, at)
            values (:id, :region, :span, :known, :rule, :simulated, :body, :person, :at)
            """;

    private static final String STEP =
            """
            insert into ledger.evaluation_step
                (evaluation, state, region, object_until, reason, body, person, at)
            values (:evaluation, :state, :region, cast(:until as date), :reason, :body, :person,
                    :at)
            """;

    private static final String SELECT =
            """
            select e.id, e.region, e.span, e.known, e.rule, e.simulated, e.body, e.at,
                   (select max(r.n) from ledger.evaluation_run r where r.evaluation = e.id) as run,
                   (select max(s.object_until) from ledger.evaluation_step s
                    where s.evaluation = e.id) as object_until,
                   (select s.state from ledger.evaluation_step s where s.evaluation = e.id
                    order by array_position(array['withdrawn', 'final', 'published'], s.state)
                    limit 1) as state
            from ledger.evaluation e
            """;

    private final JdbcClient db;

    Evaluations(JdbcClient db) {
        this.db = db;
    }

    /// Lets one transaction at a time change the evaluations of a region.
    void lock(String region) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('ledger-scoring:' || :region, 0))")
                .param("region", region)
                .query()
                .singleRow();
    }

    void add(Evaluation evaluation, String person) {
        db.sql(ADD)
                .param("id", evaluation.id())
                .param("region", evaluation.region())
                .param("span", evaluation.span().name())
                .param("known", utc(evaluation.known()))
                .param("rule", evaluation.rule())
                .param("simulated", evaluation.simulated())
                .param("body", evaluation.body())
                .param("person", person)
                .param("at", utc(evaluation.at()))
                .update();
    }

    void step(
            Evaluation of,
            Evaluation.State state,
            @Nullable LocalDate until,
            String reason,
            Actor actor,
            Instant at) {
        db.sql(STEP)
                .param("evaluation", of.id())
                .param("state", state.word())
                .param("region", of.region())
                .param("until", until)
                .param("reason", reason)
                .param("body", actor.body())
                .param("person", actor.person())
                .param("at", utc(at))
                .update();
    }

    Optional<Evaluation> find(UUID id) {
        return db.sql(SELECT + " where e.id = :id")
                .param("id", id)
                .query(Evaluations::read)
                .optional();
    }

    /// Newest first.
    List<Evaluation> list(String region, int limit) {
        return db.sql(SELECT + " where e.region = :region order by e.at desc limit :limit")
                .param("region", region)
                .param("limit", limit)
                .query(Evaluations::read)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Evaluation read(ResultSet rows, int i) throws SQLException {
        var state = rows.getString("state");
        return new Evaluation(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                Span.of(rows.getString("span")).orElseThrow(),
                rows.getObject("known", OffsetDateTime.class).toInstant(),
                rows.getString("rule"),
                rows.getBoolean("simulated"),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                state == null
                        ? Evaluation.State.DRAFT
                        : Evaluation.State.valueOf(state.toUpperCase(Locale.ROOT)),
                rows.getInt("run"),
                rows.getObject("object_until", LocalDate.class));
    }
}
