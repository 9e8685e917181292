package org.tongquan.identity.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Power;

/// All SQL on `identity.api_key`.
@Repository
class KeyRows {
    private static final int MOST_LISTED = 500;

    private static final String SELECT =
            """
            select id, region, body, name, prefix, powers, per_minute, made_at, expires_at,
                   revoked_at, used_at, refused_at
            from identity.api_key
            """;

    private static final String ADD =
            """
            insert into identity.api_key
                (id, region, body, name, prefix, hash, powers, per_minute, made_at, made_by,
                 expires_at)
            values (:id, :region, :body, :name, :prefix, :hash, :powers, :perMinute, :madeAt,
                    :madeBy, :expiresAt)
            """;

    private final JdbcClient db;

    KeyRows(JdbcClient db) {
        this.db = db;
    }

    /// Keys of a body are issued one after the other.
    void lock(String region, String body) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "api-key " + region + " " + body)
                .query()
                .singleRow();
    }

    void add(ApiKey key, byte[] hash, String by) {
        db.sql(ADD)
                .param("id", key.id())
                .param("region", key.region())
                .param("body", key.body())
                .param("name", key.name())
                .param("prefix", key.prefix())
                .param("hash", hash)
                .param("powers", key.powers().stream().map(Enum::name).toArray(String[]::new))
                .param("perMinute", key.perMinute())
                .param("madeAt", at(key.madeAt()))
                .param("madeBy", by)
                .param("expiresAt", at(key.expiresAt()))
                .update();
    }

    List<ApiKey> list(String region) {
        return db.sql(SELECT + " where region = :region order by made_at desc, id limit :most")
                .param("region", region)
                .param("most", MOST_LISTED)
                .query(KeyRows::read)
                .list();
    }

    int usable(String region, String body, Instant now) {
        return db.sql(
                        "select count(*) from identity.api_key where region = :region and body ="
                                + " :body and revoked_at is null and expires_at > :now")
                .param("region", region)
                .param("body", body)
                .param("now", at(now))
                .query(Integer.class)
                .single();
    }

    Optional<ApiKey> find(byte[] hash) {
        return db.sql(SELECT + " where hash = :hash")
                .param("hash", hash)
                .query(KeyRows::read)
                .optional();
    }

    boolean revoke(UUID id, Instant now, String by) {
        return db.sql(
                                "update identity.api_key set revoked_at = :at, revoked_by = :by"
                                        + " where id = :id and revoked_at is null")
                        .param("at", at(now))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    int used(UUID id, Instant now) {
        return touch("update identity.api_key set used_at = :at where id = :id", id, now);
    }

    int refused(UUID id, Instant now) {
        return touch("update identity.api_key set refused_at = :at where id = :id", id, now);
    }

    private int touch(String sql, UUID id, Instant now) {
        return db.sql(sql).param("at", at(now)).param("id", id).update();
    }

    private static ApiKey read(ResultSet row, int n) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                row.getString("region"),
                row.getString("body"),
                row.getString("name"),
                row.getString("prefix"),
                Arrays.stream((String[]) row.getArray("powers").getArray())
                        .map(Power::valueOf)
                        .collect(Collectors.toSet()),
                row.getInt("per_minute"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "revoked_at"),
                instant(row, "used_at"),
                instant(row, "refused_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String name) throws SQLException {
        var at = row.getObject(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
