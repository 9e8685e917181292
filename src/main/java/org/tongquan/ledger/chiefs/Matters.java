package org.tongquan.ledger.chiefs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.chief_matter` and `ledger.chief_event`.
@Repository
class Matters {
    private static final String SELECT =
            """
            select id, charge, visit, region, party, unit, text, body, on_day, at
            from ledger.chief_matter
            """;

    private static final String ADD =
            """
            insert into ledger.chief_matter
                (id, charge, visit, region, party, unit, text, body, person, on_day, at)
            values (:id, :charge, :visit, :region, :party, :unit, :text, :body, :person, :on, :at)
            """;

    private static final String ADD_EVENT =
            """
            insert into ledger.chief_event
                (id, matter, region, seq, step, text, unit, within, rule, due, provisional, notice,
                 body, person, on_day, at)
            values (:id, :matter, :region, :seq, :step, :text, :unit, :within, :rule,
                    cast(:due as date), :provisional, cast(:notice as uuid), :body, :person, :on,
                    :at)
            """;

    private static final String EVENTS =
            """
            select id, matter, seq, step, text, unit, within, rule, due, provisional, notice, body,
                   on_day, at
            from ledger.chief_event where matter = any (:ids) order by matter, seq
            """;

    private final JdbcClient db;
    private final Visits visits;

    Matters(JdbcClient db, Visits visits) {
        this.db = db;
        this.visits = visits;
    }

    void add(Matter matter, String person) {
        db.sql(ADD)
                .param("id", matter.id())
                .param("charge", matter.charge())
                .param("visit", matter.visit())
                .param("region", matter.region())
                .param("party", matter.party())
                .param("unit", matter.unit())
                .param("text", matter.text())
                .param("body", matter.body())
                .param("person", person)
                .param("on", matter.on())
                .param("at", Charges.utc(matter.at()))
                .update();
    }

    void add(String region, Matter.Event event, String person) {
        db.sql(ADD_EVENT)
                .param("id", event.id())
                .param("matter", event.matter())
                .param("region", region)
                .param("seq", event.seq())
                .param("step", event.step().word())
                .param("text", event.text())
                .param("unit", event.unit())
                .param("within", event.within())
                .param("rule", event.rule())
                .param("due", event.due())
                .param("provisional", event.provisional())
                .param("notice", event.notice())
                .param("body", event.body())
                .param("person", person)
                .param("on", event.on())
                .param("at", Charges.utc(event.at()))
                .update();
    }

    /// What policies read follows what was done.
    void move(UUID matter, String unit, LocalDate on) {
        db.sql("update ledger.chief_matter set unit = :unit, moved_on = :on" + " where id = :id")
                .param("id", matter)
                .param("unit", unit)
                .param("on", on)
                .update();
    }

    Optional<Matter> find(UUID id) {
        return db.sql(SELECT + " where id = :id").param("id", id).query(Matters::read).optional();
    }

    /// In the order in which they were found.
    List<Matter> of(Collection<UUID> charges) {
        return db.sql(SELECT + " where charge = any (:ids) order by id")
                .param("ids", charges.toArray(UUID[]::new))
                .query(Matters::read)
                .list();
    }

    /// Those that the acting unit, or one it succeeded, has now, newest first.
    List<Matter> ofUnits(String region, int limit) {
        return db.sql(
                        SELECT
                                + " where region = :region"
                                + " and unit = any ((select ledger.stands_for())::text[])"
                                + " order by id desc limit :limit")
                .param("region", region)
                .param("limit", limit)
                .query(Matters::read)
                .list();
    }

    Map<UUID, List<Matter.Event>> events(Collection<UUID> matters) {
        var all = new HashMap<UUID, List<Matter.Event>>();
        if (matters.isEmpty()) {
            return all;
        }
        var found =
                db.sql(EVENTS)
                        .param("ids", matters.toArray(UUID[]::new))
                        .query((rows, i) -> event(rows, List.of()))
                        .list();
        var files = visits.files(found.stream().map(Matter.Event::id).toList());
        for (var one : found) {
            all.computeIfAbsent(one.matter(), n -> new ArrayList<>())
                    .add(with(one, files.getOrDefault(one.id(), List.of())));
        }
        return all;
    }

    private static Matter.Event with(Matter.Event e, List<Visit.Photo> files) {
        return new Matter.Event(
                e.id(),
                e.matter(),
                e.seq(),
                e.step(),
                e.text(),
                e.unit(),
                e.within(),
                e.rule(),
                e.due(),
                e.provisional(),
                e.notice(),
                files,
                e.body(),
                e.on(),
                e.at());
    }

    private static Matter.Event event(ResultSet rows, List<Visit.Photo> files) throws SQLException {
        return new Matter.Event(
                rows.getObject("id", UUID.class),
                rows.getObject("matter", UUID.class),
                rows.getInt("seq"),
                Matter.Step.of(rows.getString("step")),
                rows.getString("text"),
                rows.getString("unit"),
                rows.getInt("within"),
                rows.getString("rule"),
                rows.getObject("due", LocalDate.class),
                rows.getBoolean("provisional"),
                rows.getObject("notice", UUID.class),
                files,
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                Charges.at(rows));
    }

    private static Matter read(ResultSet rows, int i) throws SQLException {
        return new Matter(
                rows.getObject("id", UUID.class),
                rows.getObject("charge", UUID.class),
                rows.getObject("visit", UUID.class),
                rows.getString("region"),
                rows.getString("party"),
                rows.getString("unit"),
                rows.getString("text"),
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                Charges.at(rows));
    }
}
