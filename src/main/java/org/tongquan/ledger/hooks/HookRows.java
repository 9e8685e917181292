package org.tongquan.ledger.hooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.host.Vault.Made;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.hook`.
@Repository
class HookRows {
    private static final String SELECT =
            "select id, region, body, url, types, made_at, person, ended_at from ledger.hook";

    private static final String ADD =
            """
            insert into ledger.hook
                (id, region, body, url, types, secret, secret_key, made_at, person)
            values (:id, :region, :body, :url, :types, :secret, :secretKey, :madeAt, :person)
            """;

    private static final String END =
            """
            update ledger.hook set ended_at = :at, ended_by = :by
            where id = :id and body = :body and ended_at is null
            """;

    private final JdbcClient db;

    HookRows(JdbcClient db) {
        this.db = db;
    }

    /// Addresses of a body are made one after the other.
    void lock(Actor actor) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "hook " + actor.region() + " " + actor.body())
                .query()
                .singleRow();
    }

    void add(Hook hook, Made secret) {
        db.sql(ADD)
                .param("id", hook.id())
                .param("region", hook.region())
                .param("body", hook.body())
                .param("url", hook.url())
                .param("types", hook.types())
                .param("secret", secret.bytes())
                .param("secretKey", secret.keyId())
                .param("madeAt", hook.madeAt().atOffset(ZoneOffset.UTC))
                .param("person", hook.person())
                .update();
    }

    boolean end(Actor actor, UUID id, Instant at) {
        return db.sql(END)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", actor.person())
                        .param("id", id)
                        .param("body", actor.body())
                        .update()
                == 1;
    }

    List<Hook> list(Actor actor) {
        return db.sql(
                        SELECT
                                + " where region = :region and body = :body"
                                + " order by ended_at is not null, made_at desc limit 200")
                .param("region", actor.region())
                .param("body", actor.body())
                .query(HookRows::read)
                .list();
    }

    /// Every address in use, whatever its body.
    List<Hook> inUse() {
        return db.sql(SELECT + " where ended_at is null order by id").query(HookRows::read).list();
    }

    Optional<Hook> find(Actor actor, UUID id) {
        return db.sql(SELECT + " where id = :id and body = :body")
                .param("id", id)
                .param("body", actor.body())
                .query(HookRows::read)
                .optional();
    }

    Made secret(UUID id) {
        return db.sql("select secret_key, secret from ledger.hook where id = :id")
                .param("id", id)
                .query((row, n) -> new Made(row.getString(1), row.getBytes(2)))
                .single();
    }

    private static Hook read(ResultSet row, int n) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Hook(
                row.getObject("id", UUID.class),
                row.getString("region"),
                row.getString("body"),
                row.getString("url"),
                row.getString("types"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("person"),
                ended == null ? null : ended.toInstant());
    }
}
