package org.tongquan.rest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;

/// All SQL on `rest.answered`.
@Repository
class Answers {
    private static final String OWN = " where region = :region and body = :body";

    private static final String ADD =
            """
            insert into rest.answered
                (region, body, person, key, request, status, location, tag, answer, at)
            values (:region, :body, :person, :key, :request, :status, :location, :tag, :answer, :at)
            """;

    private final JdbcClient db;

    Answers(JdbcClient db) {
        this.db = db;
    }

    /// What was answered.
    ///
    /// @param request digest of the request
    record Kept(byte[] request, int status, String location, String tag, byte[] answer) {}

    /// Takes the key until the transaction ends; false when another transaction has it.
    boolean lock(Actor actor, String key) {
        var name = String.join("\n", actor.region(), actor.body(), key);
        var bytes = java.nio.ByteBuffer.wrap(Digest.ofText(name).bytes());
        return db.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", bytes.getLong())
                .query(Boolean.class)
                .single();
    }

    Optional<Kept> find(Actor actor, String key) {
        return own("select request, status, location, tag, answer from rest.answered", actor)
                .param("key", key)
                .query(
                        (row, n) ->
                                new Kept(
                                        row.getBytes(1),
                                        row.getInt(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getBytes(5)))
                .optional();
    }

    private JdbcClient.StatementSpec own(String sql, Actor actor) {
        return db.sql(sql + OWN + " and key = :key")
                .param("region", actor.region())
                .param("body", actor.body());
    }

    void add(Actor actor, String key, Kept kept, Instant at) {
        db.sql(ADD)
                .param("region", actor.region())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("key", key)
                .param("request", kept.request())
                .param("status", kept.status())
                .param("location", kept.location())
                .param("tag", kept.tag())
                .param("answer", kept.answer())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Forgets what programs of the acting body were answered before that moment.
    void forget(Instant before) {
        db.sql("delete from rest.answered where at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
