package org.tongquan.ledger.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.meeting`, `meeting_serial` and `meeting_sheet`.
@Repository
class Meetings {
    private static final String SHEET =
            """
            s.id as sheet, s.seq, s.step, s.title, s.day, s.starts, s.place, s.chair, s.invited,
            s.agenda, s.text, s.due, s.provisional, s.body as by_body, s.on_day as by_on,
            s.at as by_at
            """;

    private static final String SELECT =
            """
            select m.id, m.region, m.year, m.serial, m.sitting, m.sitting_zh, m.sitting_en, m.rule,
                   m.calls, m.confirms, m.answer_within, m.minutes_within, m.meets, m.body,
                   m.simulated, m.state,
            """
                    + SHEET
                    + " from ledger.meeting m"
                    + " join ledger.meeting_sheet s on s.meeting = m.id and s.seq = m.seq";

    private static final String ADD =
            """
            insert into ledger.meeting
                (id, region, year, serial, sitting, sitting_zh, sitting_en, meets, rule, calls,
                 confirms, answer_within, minutes_within, body, person, on_day, at, simulated, day,
                 invited)
            values (:id, :region, :year, :serial, :sitting, :zh, :en, :meets, :rule, :calls,
                    :confirms, :answerWithin, :minutesWithin, :body, :person, :on, :at, :simulated,
                    :day, :invited)
            """;

    private static final String ADD_SHEET =
            """
            insert into ledger.meeting_sheet
                (id, meeting, region, seq, step, title, day, starts, place, chair, invited, agenda,
                 text, due, provisional, body, person, on_day, at)
            values (:id, :meeting, :region, :seq, :step, :title, :day, :starts, :place, :chair,
                    :invited, :agenda, :text, cast(:due as date), :provisional, :body, :person, :on,
                    :at)
            """;

    private static final String MOVE =
            """
            update ledger.meeting set state = :state, seq = :seq, day = :day, invited = :invited
            where id = :id
            """;

    private static final String NEXT =
            """
            insert into ledger.meeting_serial as s (region, year, last) values (:region, :year, 1)
            on conflict (region, year) do update set last = s.last + 1
            returning last
            """;

    private final JdbcClient db;

    Meetings(JdbcClient db) {
        this.db = db;
    }

    /// Lets one transaction at a time work on the meetings of a region.
    void lock(String region) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('meeting:' || :region, 0))")
                .param("region", region)
                .query()
                .singleRow();
    }

    int next(String region, int year) {
        return db.sql(NEXT)
                .param("region", region)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    void add(Meeting meeting, Actor actor) {
        var sitting = meeting.sitting();
        db.sql(ADD)
                .param("id", meeting.id())
                .param("region", meeting.region())
                .param("year", meeting.year())
                .param("serial", meeting.serial())
                .param("sitting", sitting.word())
                .param("zh", sitting.zh())
                .param("en", sitting.en())
                .param("meets", meeting.meets())
                .param("rule", sitting.rule())
                .param("calls", sitting.calls())
                .param("confirms", sitting.confirms())
                .param("answerWithin", sitting.answerWithin())
                .param("minutesWithin", sitting.minutesWithin())
                .param("body", meeting.body())
                .param("person", actor.person())
                .param("on", meeting.sheet().on())
                .param("at", utc(meeting.sheet().at()))
                .param("simulated", meeting.simulated())
                .param("day", meeting.wish().day())
                .param("invited", meeting.wish().invited().toArray(String[]::new))
                .update();
    }

    void add(Meeting of, Meeting.Sheet sheet, Actor actor) {
        var wish = sheet.wish();
        db.sql(ADD_SHEET)
                .param("id", sheet.id())
                .param("meeting", of.id())
                .param("region", of.region())
                .param("seq", sheet.seq())
                .param("step", sheet.step().word())
                .param("title", wish.title())
                .param("day", wish.day())
                .param("starts", wish.starts())
                .param("place", wish.place())
                .param("chair", wish.chair())
                .param("invited", wish.invited().toArray(String[]::new))
                .param("agenda", sheet.agenda())
                .param("text", sheet.text())
                .param("due", sheet.due())
                .param("provisional", sheet.provisional())
                .param("body", sheet.by())
                .param("person", actor.person())
                .param("on", sheet.on())
                .param("at", utc(sheet.at()))
                .update();
    }

    /// @return false when this body may not move it, or it is frozen
    boolean move(UUID id, Step.State state, Meeting.Sheet sheet) {
        return db.sql(MOVE)
                        .param("id", id)
                        .param("state", state.word())
                        .param("seq", sheet.seq())
                        .param("day", sheet.wish().day())
                        .param("invited", sheet.wish().invited().toArray(String[]::new))
                        .update()
                == 1;
    }

    Optional<Meeting> find(UUID id) {
        return db.sql(SELECT + " where m.id = :id")
                .param("id", id)
                .query(Meetings::read)
                .optional();
    }

    /// Meetings from a day to a day, the earliest first.
    List<Meeting> list(String region, LocalDate from, LocalDate to, int limit) {
        return db.sql(
                        SELECT
                                + " where m.region = :region and m.day between :from and :to"
                                + " order by m.day, s.starts, m.id limit :limit")
                .param("region", region)
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query(Meetings::read)
                .list();
    }

    List<Meeting.Sheet> sheets(UUID meeting) {
        return db.sql(
                        "select "
                                + SHEET
                                + " from ledger.meeting_sheet s where s.meeting = :meeting"
                                + " order by s.seq")
                .param("meeting", meeting)
                .query((rows, i) -> sheet(rows))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Meeting read(ResultSet rows, int i) throws SQLException {
        return new Meeting(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getInt("year"),
                rows.getInt("serial"),
                new Meeting.Sitting(
                        rows.getString("sitting"),
                        rows.getString("sitting_zh"),
                        rows.getString("sitting_en"),
                        rows.getString("rule"),
                        rows.getString("calls"),
                        rows.getString("confirms"),
                        rows.getInt("answer_within"),
                        rows.getInt("minutes_within")),
                rows.getString("meets"),
                rows.getString("body"),
                rows.getBoolean("simulated"),
                Step.State.of(rows.getString("state")),
                sheet(rows));
    }

    private static Meeting.Sheet sheet(ResultSet rows) throws SQLException {
        return new Meeting.Sheet(
                rows.getObject("sheet", UUID.class),
                rows.getInt("seq"),
                Step.of(rows.getString("step")),
                new Meeting.Wish(
                        rows.getString("title"),
                        rows.getObject("day", LocalDate.class),
                        rows.getObject("starts", LocalTime.class),
                        rows.getString("place"),
                        rows.getString("chair"),
                        List.of((String[]) rows.getArray("invited").getArray())),
                rows.getInt("agenda"),
                rows.getString("text"),
                rows.getObject("due", LocalDate.class),
                rows.getBoolean("provisional"),
                rows.getString("by_body"),
                rows.getObject("by_on", LocalDate.class),
                rows.getObject("by_at", OffsetDateTime.class).toInstant());
    }
}
