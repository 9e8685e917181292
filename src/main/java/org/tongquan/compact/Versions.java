package org.tongquan.compact;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.compact.form.Json;
import org.tongquan.compact.version.Sealed;
import org.tongquan.compact.version.Signature;
import org.tongquan.kernel.Actor;

/// All SQL on the tables of the schema `compact`.
@Repository
class Versions {
    private static final String COLUMNS =
            """
            select id, region, version, kind, adoption, name_zh, valid_from, valid_to, digest,
                   adopted_at, adopted_by
            from compact.version
            """;

    private static final String LIST =
            COLUMNS + "order by region, valid_from desc, adopted_at desc";

    private static final String FIND = COLUMNS + "where region = :region and version = :version";

    private static final String BY_DIGEST = COLUMNS + "where digest = :digest";

    private static final String BY_ID = COLUMNS + "where id = :id";

    private static final String IN_FORCE =
            COLUMNS
                    + """
                    where region = :region and valid_from <= :at
                      and (valid_to is null or valid_to >= :at) and adopted_at <= :known
                    order by valid_from desc, adopted_at desc, id
                    limit 1
                    """;

    private static final String NEWEST =
            COLUMNS
                    + """
                    where region = :region
                    order by valid_from desc, adopted_at desc, id
                    limit 1
                    """;

    private static final String BYTES = "select bytes from compact.version where id = :id";

    private static final String BASES =
            "select base_id from compact.built_on where version_id = :id order by position";

    private static final String SIGNATURES =
            """
            select party, key_id, algorithm, bytes
            from compact.signature
            where version_id = :id
            order by party, key_id
            """;

    /// One adoption of a region at a time, so that two cannot both find their label free.
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('compact:' || :region, 0))";

    private static final String ADD =
            """
            insert into compact.version (id, region, version, kind, adoption, name_zh, valid_from,
                valid_to, digest, bytes, adopted_at, adopted_by, adopted_person)
            values (:id, :region, :version, :kind, :adoption, :name, :from, cast(:to as date),
                :digest, :bytes, :at, :body, :person)
            """;

    private static final String ADD_BASE =
            """
            insert into compact.built_on (version_id, position, base_id)
            values (:version, :position, :base)
            """;

    private static final String ADD_SIGNATURE =
            """
            insert into compact.signature
                (version_id, party, key_id, algorithm, public_key, bytes)
            values (:version, :party, :key, :algorithm, :public, :bytes)
            """;

    private static final String ADD_PARTY =
            """
            insert into compact.party (version_id, region, party, kind, role, name_zh, name_en,
                valid_from, valid_to)
            values (:version, :region, :party, :kind, :role, :zh, cast(:en as text),
                cast(:from as date), cast(:to as date))
            """;

    private static final String ADD_BODY =
            """
            insert into compact.body (version_id, region, body, kind, name_zh, name_en, sees,
                party, powers)
            values (:version, :region, :body, :kind, :zh, cast(:en as text), :sees,
                cast(:party as text), :powers)
            """;

    private static final String ADD_CLAUSE =
            """
            insert into compact.clause (version_id, id, article, position, parties, clause)
            values (:version, :id, :article, :position, :parties, cast(:clause as jsonb))
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    Versions(JdbcClient db, DataSource source) {
        this.db = db;
        this.batches = new NamedParameterJdbcTemplate(source);
    }

    List<AdoptedVersion> list() {
        return db.sql(LIST).query(Versions::version).list();
    }

    List<AdoptedVersion> list(String region) {
        return db.sql(COLUMNS + "where region = :region")
                .param("region", region)
                .query(Versions::version)
                .list();
    }

    Optional<AdoptedVersion> find(String region, String version) {
        return db.sql(FIND)
                .param("region", region)
                .param("version", version)
                .query(Versions::version)
                .optional();
    }

    Optional<AdoptedVersion> find(byte[] digest) {
        return db.sql(BY_DIGEST).param("digest", digest).query(Versions::version).optional();
    }

    AdoptedVersion get(UUID id) {
        return db.sql(BY_ID).param("id", id).query(Versions::version).single();
    }

    /// @param known only what was adopted by this moment counts
    Optional<AdoptedVersion> inForce(String region, LocalDate at, Instant known) {
        return db.sql(IN_FORCE)
                .param("region", region)
                .param("at", at)
                .param("known", known.equals(Instant.MAX) ? OffsetDateTime.MAX : utc(known))
                .query(Versions::version)
                .optional();
    }

    /// The version to build on: the one that begins last, whether its time has come or not.
    Optional<AdoptedVersion> newest(String region) {
        return db.sql(NEWEST).param("region", region).query(Versions::version).optional();
    }

    byte[] bytes(UUID id) {
        return db.sql(BYTES).param("id", id).query((row, _) -> row.getBytes(1)).single();
    }

    List<UUID> bases(UUID id) {
        return db.sql(BASES).param("id", id).query(UUID.class).list();
    }

    List<Signature> signatures(UUID id) {
        return db.sql(SIGNATURES)
                .param("id", id)
                .query(
                        (row, _) ->
                                new Signature(
                                        row.getString("party"),
                                        row.getString("key_id"),
                                        row.getString("algorithm"),
                                        row.getBytes("bytes")))
                .list();
    }

    void lock(String region) {
        db.sql(LOCK).param("region", region).query().singleRow();
    }

    /// The id of a version is the beginning of its digest.
    static UUID id(byte[] digest) {
        var start = ByteBuffer.wrap(digest);
        return new UUID(start.getLong(), start.getLong());
    }

    UUID add(Actor actor, Sealed sealed, Instant at) {
        var head = sealed.compact().compact();
        var id = id(sealed.digest());
        db.sql(ADD)
                .param("id", id)
                .param("region", head.id())
                .param("version", head.version())
                .param("kind", label(head.kind()))
                .param("adoption", label(head.adoption()))
                .param("name", head.name().zh())
                .param("from", head.validFrom())
                .param("to", head.validTo())
                .param("digest", sealed.digest())
                .param("bytes", sealed.bytes())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("body", actor.body())
                .param("person", actor.person())
                .update();
        return id;
    }

    void addBases(UUID version, List<UUID> bases) {
        for (var i = 0; i < bases.size(); i++) {
            db.sql(ADD_BASE)
                    .param("version", version)
                    .param("position", i)
                    .param("base", bases.get(i))
                    .update();
        }
    }

    void addSignature(UUID version, Signature signature, byte[] publicKey) {
        db.sql(ADD_SIGNATURE)
                .param("version", version)
                .param("party", signature.party())
                .param("key", signature.keyId())
                .param("algorithm", signature.algorithm())
                .param("public", publicKey)
                .param("bytes", signature.bytes())
                .update();
    }

    void addParties(UUID version, Compact compact) {
        add(
                ADD_PARTY,
                compact.parties().stream()
                        .map(
                                party ->
                                        new MapSqlParameterSource("version", version)
                                                .addValue("region", compact.id())
                                                .addValue("party", party.id())
                                                .addValue("kind", label(party.kind()))
                                                .addValue("role", label(party.role()))
                                                .addValue("zh", party.name().zh())
                                                .addValue("en", party.name().en())
                                                .addValue("from", party.validFrom())
                                                .addValue("to", party.validTo())));
    }

    void addBodies(UUID version, Compact compact) {
        add(
                ADD_BODY,
                compact.bodies().stream()
                        .map(
                                body ->
                                        new MapSqlParameterSource("version", version)
                                                .addValue("region", compact.id())
                                                .addValue("body", compact.id() + ":" + body.id())
                                                .addValue("kind", label(body.kind()))
                                                .addValue("zh", body.name().zh())
                                                .addValue("en", body.name().en())
                                                .addValue("sees", label(body.sees()))
                                                .addValue("party", body.party())
                                                .addValue("powers", powers(body))));
    }

    void addClauses(UUID version, Resolved resolved) {
        var clauses = resolved.clauses();
        add(
                ADD_CLAUSE,
                IntStream.range(0, clauses.size())
                        .mapToObj(
                                position -> {
                                    var bound = clauses.get(position);
                                    return new MapSqlParameterSource("version", version)
                                            .addValue("id", bound.clause().id())
                                            .addValue("article", bound.article().id())
                                            .addValue("position", position)
                                            .addValue(
                                                    "parties",
                                                    bound.parties().toArray(String[]::new))
                                            .addValue("clause", Json.write(bound.clause()));
                                }));
    }

    private void add(String sql, Stream<MapSqlParameterSource> rows) {
        batches.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
    }

    /// The driver writes the greatest moment as infinity.
    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String[] powers(Body body) {
        return body.powers().stream().map(Versions::label).toArray(String[]::new);
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String label) {
        return Enum.valueOf(type, label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static AdoptedVersion version(ResultSet row, int number) throws SQLException {
        return new AdoptedVersion(
                row.getObject("id", UUID.class),
                row.getString("region"),
                row.getString("version"),
                constant(Compact.Kind.class, row.getString("kind")),
                constant(Adoption.class, row.getString("adoption")),
                row.getString("name_zh"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                HexFormat.of().formatHex(row.getBytes("digest")),
                row.getObject("adopted_at", OffsetDateTime.class).toInstant(),
                row.getString("adopted_by"));
    }
}
