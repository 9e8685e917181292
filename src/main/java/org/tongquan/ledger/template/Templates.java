package org.tongquan.ledger.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.template`, and the texts that the program ships.
@Repository
class Templates {
    private static final String SELECT =
            """
            select region, kind, version, text, taken_from, body, at from ledger.template
            where region = :region and kind = :kind
            """;

    private static final String ADD =
            """
            insert into ledger.template
                (id, region, kind, version, text, taken_from, body, person, at)
            values (:id, :region, :kind, :version, :text, :from, :body, :person, :at)
            on conflict (region, kind, version) do nothing
            """;

    private final JdbcClient db;
    private final Map<TemplateKind, String> shipped = new EnumMap<>(TemplateKind.class);

    Templates(JdbcClient db) {
        this.db = db;
        for (var kind : TemplateKind.values()) {
            shipped.put(kind, resource(kind));
        }
    }

    private static String resource(TemplateKind kind) {
        var name = "/templates/" + kind.word() + ".txt";
        try (var in = Objects.requireNonNull(Templates.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Template shipped(String region, TemplateKind kind) {
        var text = Objects.requireNonNull(shipped.get(kind));
        return new Template(region, kind, 0, text, null, "", null);
    }

    /// @return false when that version is there already
    boolean add(UUID id, Template of, String person) {
        return db.sql(ADD)
                        .param("id", id)
                        .param("region", of.region())
                        .param("kind", of.kind().word())
                        .param("version", of.version())
                        .param("text", of.text())
                        .param("from", of.takenFrom())
                        .param("body", of.body())
                        .param("person", person)
                        .param("at", Objects.requireNonNull(of.at()).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// The version in use at a moment, the shipped one when none was saved by then.
    Template at(String region, TemplateKind kind, Instant moment) {
        return db.sql(SELECT + " and at <= :moment order by version desc limit 1")
                .param("region", region)
                .param("kind", kind.word())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Templates::read)
                .optional()
                .orElseGet(() -> shipped(region, kind));
    }

    Template current(String region, TemplateKind kind) {
        return list(region, kind, 1).stream().findFirst().orElseGet(() -> shipped(region, kind));
    }

    Optional<Template> find(String region, TemplateKind kind, int version) {
        return version == 0
                ? Optional.of(shipped(region, kind))
                : db.sql(SELECT + " and version = :version")
                        .param("region", region)
                        .param("kind", kind.word())
                        .param("version", version)
                        .query(Templates::read)
                        .optional();
    }

    /// Newest first, without the shipped one.
    List<Template> list(String region, TemplateKind kind, int most) {
        return db.sql(SELECT + " order by version desc limit :most")
                .param("region", region)
                .param("kind", kind.word())
                .param("most", most)
                .query(Templates::read)
                .list();
    }

    private static Template read(ResultSet rows, int i) throws SQLException {
        return new Template(
                rows.getString("region"),
                TemplateKind.of(rows.getString("kind")).orElseThrow(),
                rows.getInt("version"),
                rows.getString("text"),
                rows.getObject("taken_from", Integer.class),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
