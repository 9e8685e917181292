package org.tongquan.ledger.chasing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.inspection`, `inspection_closed`, `finding` and `finding_event`.
@Repository
class Inspections {
    private static final String ADD =
            """
            insert into ledger.inspection
                (id, region, year, serial, title, scope, parties, commitments, rule,
                 rectify_within, body, person, on_day, at)
            values (:id, :region, :year, :serial, :title, :scope, :parties, :commitments, :rule,
                    :within, :body, :person, :on, :at)
            """;

    private static final String CLOSE =
            """
            insert into ledger.inspection_closed
                (inspection, region, text, body, person, on_day, at)
            values (:inspection, :region, :text, :body, :person, :on, :at)
            """;

    private static final String ADD_FINDING =
            """
            insert into ledger.finding
                (id, inspection, region, party, commitment, units, text, body, person, on_day, at)
            values (:id, :inspection, :region, :party, :commitment, :units, :text, :body, :person,
                    :on, :at)
            """;

    private static final String ADD_EVENT =
            """
            insert into ledger.finding_event
                (id, finding, region, seq, step, text, due, provisional, body, person, on_day, at)
            values (:id, :finding, :region, :seq, :step, :text, cast(:due as date), :provisional,
                    :body, :person, :on, :at)
            """;

    private static final String SELECT =
            """
            select i.id, i.region, i.year, i.serial, i.title, i.scope, i.parties, i.commitments,
                   i.rule, i.rectify_within, i.body, i.on_day, i.at, c.text as closed_text,
                   c.body as closed_body, c.on_day as closed_on, c.at as closed_at
            from ledger.inspection i
            left join ledger.inspection_closed c on c.inspection = i.id
            """;

    private static final String FINDINGS =
            """
            select id, inspection, region, party, commitment, units, text, body, on_day, at
            from ledger.finding
            """;

    private static final String EVENTS =
            """
            select id, finding, seq, step, text, due, provisional, body, on_day, at
            from ledger.finding_event where finding = any (:findings) order by finding, seq
            """;

    private final JdbcClient db;

    Inspections(JdbcClient db) {
        this.db = db;
    }

    void add(Inspection inspection, String person) {
        db.sql(ADD)
                .param("id", inspection.id())
                .param("region", inspection.region())
                .param("year", inspection.year())
                .param("serial", inspection.serial())
                .param("title", inspection.title())
                .param("scope", inspection.scope())
                .param("parties", inspection.parties().toArray(String[]::new))
                .param("commitments", inspection.commitments().toArray(String[]::new))
                .param("rule", inspection.rule())
                .param("within", inspection.rectifyWithin())
                .param("body", inspection.body())
                .param("person", person)
                .param("on", inspection.on())
                .param("at", inspection.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void close(Inspection inspection, Inspection.Closure closure, String person) {
        db.sql(CLOSE)
                .param("inspection", inspection.id())
                .param("region", inspection.region())
                .param("text", closure.text())
                .param("body", closure.body())
                .param("person", person)
                .param("on", closure.on())
                .param("at", closure.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(Finding finding, String person) {
        db.sql(ADD_FINDING)
                .param("id", finding.id())
                .param("inspection", finding.inspection())
                .param("region", finding.region())
                .param("party", finding.party())
                .param("commitment", finding.commitment())
                .param("units", finding.units().toArray(String[]::new))
                .param("text", finding.text())
                .param("body", finding.body())
                .param("person", person)
                .param("on", finding.on())
                .param("at", finding.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(String region, Finding.Event event, String person) {
        db.sql(ADD_EVENT)
                .param("id", event.id())
                .param("finding", event.finding())
                .param("region", region)
                .param("seq", event.seq())
                .param("step", event.step().word())
                .param("text", event.text())
                .param("due", event.due())
                .param("provisional", event.provisional())
                .param("body", event.body())
                .param("person", person)
                .param("on", event.on())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Inspection> find(UUID id) {
        return db.sql(SELECT + " where i.id = :id")
                .param("id", id)
                .query(Inspections::read)
                .optional();
    }

    /// Newest first.
    ///
    /// @param openOnly leaves out those that were closed
    List<Inspection> list(String region, boolean openOnly, int limit) {
        return db.sql(
                        SELECT
                                + " where i.region = :region"
                                + " and (not :open or c.inspection is null)"
                                + " order by i.at desc, i.id desc limit :limit")
                .param("region", region)
                .param("open", openOnly)
                .param("limit", limit)
                .query(Inspections::read)
                .list();
    }

    Optional<Finding> findFinding(UUID id) {
        return db.sql(FINDINGS + " where id = :id")
                .param("id", id)
                .query(Inspections::finding)
                .optional();
    }

    List<Finding> findings(Collection<UUID> inspections) {
        return db.sql(FINDINGS + " where inspection = any (:inspections) order by id")
                .param("inspections", inspections.toArray(UUID[]::new))
                .query(Inspections::finding)
                .list();
    }

    Map<UUID, List<Finding.Event>> events(Collection<UUID> findings) {
        var events = new HashMap<UUID, List<Finding.Event>>();
        db.sql(EVENTS)
                .param("findings", findings.toArray(UUID[]::new))
                .query(Inspections::event)
                .list()
                .forEach(e -> events.computeIfAbsent(e.finding(), n -> new ArrayList<>()).add(e));
        return events;
    }

    private static Finding.Event event(ResultSet rows, int i) throws SQLException {
        return new Finding.Event(
                rows.getObject("id", UUID.class),
                rows.getObject("finding", UUID.class),
                rows.getInt("seq"),
                Finding.Step.of(rows.getString("step")),
                rows.getString("text"),
                rows.getObject("due", LocalDate.class),
                rows.getBoolean("provisional"),
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Finding finding(ResultSet rows, int i) throws SQLException {
        return new Finding(
                rows.getObject("id", UUID.class),
                rows.getObject("inspection", UUID.class),
                rows.getString("region"),
                rows.getString("party"),
                rows.getString("commitment"),
                List.of((String[]) rows.getArray("units").getArray()),
                rows.getString("text"),
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Inspection read(ResultSet rows, int i) throws SQLException {
        return new Inspection(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getInt("year"),
                rows.getInt("serial"),
                rows.getString("title"),
                rows.getString("scope"),
                List.of((String[]) rows.getArray("parties").getArray()),
                List.of((String[]) rows.getArray("commitments").getArray()),
                rows.getString("rule"),
                rows.getInt("rectify_within"),
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                closure(rows));
    }

    private static Inspection.@Nullable Closure closure(ResultSet rows) throws SQLException {
        var body = rows.getString("closed_body");
        return body == null
                ? null
                : new Inspection.Closure(
                        Objects.requireNonNull(rows.getString("closed_text")),
                        body,
                        rows.getObject("closed_on", LocalDate.class),
                        rows.getObject("closed_at", OffsetDateTime.class).toInstant());
    }
}
