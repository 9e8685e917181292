package org.tongquan.ledger.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.resolution` and `ledger.resolution_event`.
@Repository
class Resolutions {
    private static final String SELECT =
            """
            select r.id, r.meeting, r.region, r.point, r.place, r.revision, r.text, r.lead,
                   r.cooperating, r.parties, r.deadline, r.issued
            from ledger.resolution r
            """;

    private static final String ADD =
            """
            insert into ledger.resolution
                (id, meeting, region, point, place, revision, text, lead, cooperating, parties,
                 deadline, body, person, at)
            values (:id, :meeting, :region, :point, :place, :revision, :text, :lead, :cooperating,
                    :parties, cast(:deadline as date), :body, :person, :at)
            """;

    private static final String CHANGE =
            """
            update ledger.resolution
            set revision = :revision, point = :point, text = :text, lead = :lead,
                cooperating = :cooperating, parties = :parties, deadline = cast(:deadline as date)
            where id = :id and meeting = :meeting and revision = :revision - 1
            """;

    private static final String ADD_EVENT =
            """
            insert into ledger.resolution_event
                (id, resolution, region, seq, step, text, plan, adjustment, body, person, on_day,
                 at)
            values (:id, :resolution, :region, :seq, :step, :text, cast(:plan as uuid),
                    cast(:adjustment as uuid), :body, :person, :on, :at)
            """;

    private final JdbcClient db;

    Resolutions(JdbcClient db) {
        this.db = db;
    }

    void add(Resolution resolution, Actor actor, Instant at) {
        fields(db.sql(ADD), resolution)
                .param("meeting", resolution.meeting())
                .param("region", resolution.region())
                .param("place", resolution.place())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false when it was changed meanwhile, or is another meeting's
    boolean replace(Resolution resolution) {
        return fields(db.sql(CHANGE), resolution).param("meeting", resolution.meeting()).update()
                == 1;
    }

    private static JdbcClient.StatementSpec fields(
            JdbcClient.StatementSpec sql, Resolution resolution) {
        return sql.param("id", resolution.id())
                .param("point", resolution.point())
                .param("revision", resolution.revision())
                .param("text", resolution.text())
                .param("lead", resolution.lead().toArray(String[]::new))
                .param("cooperating", resolution.cooperating().toArray(String[]::new))
                .param("parties", resolution.parties().toArray(String[]::new))
                .param("deadline", resolution.deadline());
    }

    boolean remove(UUID id, int revision) {
        return db.sql("delete from ledger.resolution where id = :id and revision = :revision")
                        .param("id", id)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    boolean issue(UUID id) {
        return db.sql("update ledger.resolution set issued = true where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Resolution> find(UUID id) {
        return db.sql(SELECT + " where r.id = :id")
                .param("id", id)
                .query(Resolutions::read)
                .optional();
    }

    List<Resolution> ofMeeting(UUID meeting) {
        return db.sql(SELECT + " where r.meeting = :meeting order by r.place, r.id")
                .param("meeting", meeting)
                .query(Resolutions::read)
                .list();
    }

    /// The decisions of confirmed minutes, the latest first.
    List<Resolution> issued(String region, int limit) {
        return db.sql(
                        SELECT
                                + " where r.region = :region and r.issued"
                                + " order by r.at desc, r.id desc limit :limit")
                .param("region", region)
                .param("limit", limit)
                .query(Resolutions::read)
                .list();
    }

    void add(String region, Resolution.Event event, Actor actor) {
        db.sql(ADD_EVENT)
                .param("id", event.id())
                .param("resolution", event.resolution())
                .param("region", region)
                .param("seq", event.seq())
                .param("step", event.step().word())
                .param("text", event.text())
                .param("plan", event.plan())
                .param("adjustment", event.adjustment())
                .param("body", event.body())
                .param("person", actor.person())
                .param("on", event.on())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<UUID, List<Resolution.Event>> events(List<UUID> resolutions) {
        if (resolutions.isEmpty()) {
            return Map.of();
        }
        return db
                .sql(
                        """
                        select id, resolution, seq, step, text, plan, adjustment, body, on_day, at
                        from ledger.resolution_event where resolution in (:ids) order by seq
                        """)
                .param("ids", resolutions)
                .query(Resolutions::event)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Resolution.Event::resolution));
    }

    private static Resolution.Event event(ResultSet rows, int i) throws SQLException {
        return new Resolution.Event(
                rows.getObject("id", UUID.class),
                rows.getObject("resolution", UUID.class),
                rows.getInt("seq"),
                Resolution.Step.of(rows.getString("step")),
                rows.getString("text"),
                rows.getObject("plan", UUID.class),
                rows.getObject("adjustment", UUID.class),
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Resolution read(ResultSet rows, int i) throws SQLException {
        return new Resolution(
                rows.getObject("id", UUID.class),
                rows.getObject("meeting", UUID.class),
                rows.getString("region"),
                rows.getObject("point", UUID.class),
                rows.getInt("place"),
                rows.getInt("revision"),
                rows.getString("text"),
                texts(rows, "lead"),
                texts(rows, "cooperating"),
                texts(rows, "parties"),
                rows.getObject("deadline", LocalDate.class),
                rows.getBoolean("issued"));
    }

    private static List<String> texts(ResultSet rows, String column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }
}
