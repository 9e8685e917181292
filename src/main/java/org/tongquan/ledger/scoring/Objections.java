package org.tongquan.ledger.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.score_objection` and `ledger.score_decision`.
@Repository
class Objections {
    private static final String ADD =
            """
            insert into ledger.score_objection
                (id, evaluation, region, party, subject, fact, reason, body, person, at)
            values (:id, :evaluation, :region, :party, :subject, :fact, :reason, :body, :person,
                    :at)
            """;

    private static final String DECIDE =
            """
            insert into ledger.score_decision
                (objection, region, party, upheld, reason, body, person, at)
            values (:objection, :region, :party, :upheld, :reason, :body, :person, :at)
            """;

    private static final String SELECT =
            """
            select o.id, o.evaluation, o.region, o.party, o.subject, o.fact, o.reason, o.body, o.at,
                   d.upheld, d.reason as answer, d.body as decided_by, d.at as decided_at
            from ledger.score_objection o left join ledger.score_decision d on d.objection = o.id
            """;

    private final JdbcClient db;

    Objections(JdbcClient db) {
        this.db = db;
    }

    void add(Objection objection, String person) {
        db.sql(ADD)
                .param("id", objection.id())
                .param("evaluation", objection.evaluation())
                .param("region", objection.region())
                .param("party", objection.party())
                .param("subject", objection.subject())
                .param("fact", objection.fact())
                .param("reason", objection.reason())
                .param("body", objection.body())
                .param("person", person)
                .param("at", objection.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void decide(Objection objection, Objection.Decision decision, String person) {
        db.sql(DECIDE)
                .param("objection", objection.id())
                .param("region", objection.region())
                .param("party", objection.party())
                .param("upheld", decision.upheld())
                .param("reason", decision.reason())
                .param("body", decision.body())
                .param("person", person)
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Objection> find(UUID id) {
        return db.sql(SELECT + " where o.id = :id")
                .param("id", id)
                .query(Objections::read)
                .optional();
    }

    /// Oldest first.
    List<Objection> of(UUID evaluation) {
        return db.sql(SELECT + " where o.evaluation = :evaluation order by o.at, o.id")
                .param("evaluation", evaluation)
                .query(Objections::read)
                .list();
    }

    private static Objection read(ResultSet rows, int i) throws SQLException {
        return new Objection(
                rows.getObject("id", UUID.class),
                rows.getObject("evaluation", UUID.class),
                rows.getString("region"),
                rows.getString("party"),
                rows.getString("subject"),
                rows.getString("fact"),
                rows.getString("reason"),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                decision(rows));
    }

    private static Objection.@Nullable Decision decision(ResultSet rows) throws SQLException {
        var answer = rows.getString("answer");
        return answer == null
                ? null
                : new Objection.Decision(
                        rows.getBoolean("upheld"),
                        answer,
                        rows.getString("decided_by"),
                        rows.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
