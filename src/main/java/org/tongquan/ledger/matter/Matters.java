package org.tongquan.ledger.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.ledger.ProgressReport;

/// All SQL on `ledger.matter`, `matter_file` and `matter_event`.
@Repository
class Matters {
    private static final String SELECT =
            """
            select m.id, m.region, m.party, m.title, m.happened, m.needed, m.urgent, m.rule,
                   m.acknowledge_within, m.settle_within, m.body, m.on_day, m.at, m.simulated,
                   m.bodies
            from ledger.matter m
            """;

    private static final String ADD =
            """
            insert into ledger.matter
                (id, region, party, title, happened, needed, urgent, rule, acknowledge_within,
                 settle_within, body, person, on_day, at, simulated)
            values (:id, :region, :party, :title, :happened, :needed, :urgent, :rule, :acknowledge,
                    :settle, :body, :person, :on, :at, :simulated)
            """;

    private static final String ADD_EVENT =
            """
            insert into ledger.matter_event
                (id, matter, region, seq, step, text, bodies, due, provisional, body, person,
                 on_day, at)
            values (:id, :matter, :region, :seq, :step, :text, :bodies, cast(:due as date),
                    :provisional, :body, :person, :on, :at)
            """;

    private final JdbcClient db;

    Matters(JdbcClient db) {
        this.db = db;
    }

    /// Lets one transaction at a time work on the matters of a region.
    void lock(String region) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('matter:' || :region, 0))")
                .param("region", region)
                .query()
                .singleRow();
    }

    void add(Matter matter, Actor actor) {
        db.sql(ADD)
                .param("id", matter.id())
                .param("region", matter.region())
                .param("party", matter.party())
                .param("title", matter.title())
                .param("happened", matter.happened())
                .param("needed", matter.needed())
                .param("urgent", matter.urgent())
                .param("rule", matter.terms().rule())
                .param("acknowledge", matter.terms().acknowledge())
                .param("settle", matter.terms().settle())
                .param("body", matter.body())
                .param("person", actor.person())
                .param("on", matter.on())
                .param("at", matter.at().atOffset(ZoneOffset.UTC))
                .param("simulated", matter.simulated())
                .update();
    }

    void attach(Matter of, UUID id, ProgressReport.Attachment file) {
        db.sql(
                        """
                        insert into ledger.matter_file
                            (id, matter, region, name, media_type, size, sha256, content)
                        values (:id, :matter, :region, :name, :type, :size, :sha256, :content)
                        """)
                .param("id", id)
                .param("matter", of.id())
                .param("region", of.region())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.content().length)
                .param("sha256", Digest.of(file.content()).bytes())
                .param("content", file.content())
                .update();
    }

    void add(Matter of, Matter.Event event, Actor actor) {
        db.sql(ADD_EVENT)
                .param("id", event.id())
                .param("matter", of.id())
                .param("region", of.region())
                .param("seq", event.seq())
                .param("step", event.step().word())
                .param("text", event.text())
                .param("bodies", event.bodies().toArray(String[]::new))
                .param("due", event.due())
                .param("provisional", event.provisional())
                .param("body", event.body())
                .param("person", actor.person())
                .param("on", event.on())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forward(UUID id, List<String> bodies) {
        db.sql("update ledger.matter set bodies = :bodies where id = :id")
                .param("id", id)
                .param("bodies", bodies.toArray(String[]::new))
                .update();
    }

    Optional<Matter> find(UUID id) {
        return db.sql(SELECT + " where m.id = :id").param("id", id).query(Matters::read).optional();
    }

    List<Matter> list(String region, int limit) {
        return db.sql(
                        SELECT
                                + " where m.region = :region order by m.at desc, m.id desc"
                                + " limit :limit")
                .param("region", region)
                .param("limit", limit)
                .query(Matters::read)
                .list();
    }

    Map<UUID, List<Matter.Event>> events(List<UUID> matters) {
        if (matters.isEmpty()) {
            return Map.of();
        }
        return db
                .sql(
                        """
                        select id, matter, seq, step, text, bodies, due, provisional, body, on_day,
                               at
                        from ledger.matter_event where matter in (:ids) order by seq
                        """)
                .param("ids", matters)
                .query(Matters::event)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Matter.Event::matter));
    }

    List<Matter.Attached> attached(UUID matter) {
        return db.sql(
                        """
                        select id, name, size, sha256 from ledger.matter_file
                        where matter = :matter order by id
                        """)
                .param("matter", matter)
                .query(
                        (rows, i) ->
                                new Matter.Attached(
                                        rows.getObject("id", UUID.class),
                                        rows.getString("name"),
                                        rows.getInt("size"),
                                        HexFormat.of().formatHex(rows.getBytes("sha256"))))
                .list();
    }

    Optional<ProgressReport.Attachment> content(UUID file) {
        return db.sql("select name, media_type, content from ledger.matter_file where id = :id")
                .param("id", file)
                .query(
                        (rows, i) ->
                                new ProgressReport.Attachment(
                                        rows.getString("name"),
                                        rows.getString("media_type"),
                                        rows.getBytes("content")))
                .optional();
    }

    private static Matter read(ResultSet rows, int i) throws SQLException {
        return new Matter(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("party"),
                rows.getString("title"),
                rows.getString("happened"),
                rows.getString("needed"),
                rows.getBoolean("urgent"),
                new Matter.Terms(
                        rows.getString("rule"),
                        rows.getInt("acknowledge_within"),
                        rows.getInt("settle_within")),
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                rows.getBoolean("simulated"),
                List.of((String[]) rows.getArray("bodies").getArray()));
    }

    private static Matter.Event event(ResultSet rows, int i) throws SQLException {
        return new Matter.Event(
                rows.getObject("id", UUID.class),
                rows.getObject("matter", UUID.class),
                rows.getInt("seq"),
                Matter.Step.of(rows.getString("step")),
                rows.getString("text"),
                List.of((String[]) rows.getArray("bodies").getArray()),
                rows.getObject("due", LocalDate.class),
                rows.getBoolean("provisional"),
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
