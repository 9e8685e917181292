package org.tongquan.ledger.meeting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.paper.Papers;

/// All SQL on `ledger.meeting_presence`, `meeting_minute` and `meeting_issued`.
@Repository
class Minutes {
    static final String ANSWER = "answer";
    static final String ATTENDANCE = "attendance";

    private final JdbcClient db;
    private final Ids ids;

    Minutes(JdbcClient db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    /// The last version for each body.
    List<Meeting.Seat> seats(UUID meeting, String stage) {
        return db.sql(
                        """
                        select distinct on (subject) subject, version, presence, who, at
                        from ledger.meeting_presence
                        where meeting = :meeting and stage = :stage
                        order by subject, version desc
                        """)
                .param("meeting", meeting)
                .param("stage", stage)
                .query(
                        (rows, i) ->
                                new Meeting.Seat(
                                        rows.getString("subject"),
                                        rows.getInt("version"),
                                        Meeting.Presence.of(rows.getString("presence")),
                                        rows.getString("who"),
                                        rows.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void add(Meeting of, String stage, Meeting.Seat seat, Actor actor) {
        db.sql(
                        """
                        insert into ledger.meeting_presence
                            (id, meeting, region, stage, subject, version, presence, who, body,
                             person, at)
                        values (:id, :meeting, :region, :stage, :subject, :version, :presence, :who,
                                :body, :person, :at)
                        """)
                .param("id", ids.next())
                .param("meeting", of.id())
                .param("region", of.region())
                .param("stage", stage)
                .param("subject", seat.body())
                .param("version", seat.version())
                .param("presence", seat.presence().word())
                .param("who", seat.who())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("at", utc(seat.at()))
                .update();
    }

    /// The last version for each point.
    List<Meeting.Minute> list(UUID meeting) {
        return db.sql(
                        """
                        select distinct on (point) point, version, text, at
                        from ledger.meeting_minute where meeting = :meeting
                        order by point, version desc
                        """)
                .param("meeting", meeting)
                .query(
                        (rows, i) ->
                                new Meeting.Minute(
                                        rows.getObject("point", UUID.class),
                                        rows.getInt("version"),
                                        rows.getString("text"),
                                        rows.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void add(Meeting of, Meeting.Minute minute, Actor actor) {
        db.sql(
                        """
                        insert into ledger.meeting_minute
                            (id, meeting, region, point, version, text, body, person, at)
                        values (:id, :meeting, :region, :point, :version, :text, :body, :person,
                                :at)
                        """)
                .param("id", ids.next())
                .param("meeting", of.id())
                .param("region", of.region())
                .param("point", minute.point())
                .param("version", minute.version())
                .param("text", minute.text())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("at", utc(minute.at()))
                .update();
    }

    void issue(Meeting of, Papers papers, Actor actor, Instant at) {
        db.sql(
                        """
                        insert into ledger.meeting_issued
                            (meeting, region, docx, pdf, ofd, sha256, body, person, at)
                        values (:meeting, :region, :docx, :pdf, :ofd, :sha256, :body, :person,
                            :at)
                        """)
                .param("meeting", of.id())
                .param("region", of.region())
                .param("docx", papers.docx())
                .param("pdf", papers.pdf())
                .param("ofd", papers.ofd())
                .param("sha256", Digest.parse(papers.sha256()).bytes())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("at", utc(at))
                .update();
    }

    boolean isIssued(UUID meeting) {
        return db.sql("select count(*) from ledger.meeting_issued where meeting = :meeting")
                        .param("meeting", meeting)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<byte[]> docx(UUID meeting) {
        return db.sql("select docx from ledger.meeting_issued where meeting = :meeting")
                .param("meeting", meeting)
                .query((rows, i) -> rows.getBytes("docx"))
                .optional();
    }

    Optional<byte[]> pdf(UUID meeting) {
        return db.sql("select pdf from ledger.meeting_issued where meeting = :meeting")
                .param("meeting", meeting)
                .query((rows, i) -> rows.getBytes("pdf"))
                .optional();
    }

    Optional<byte[]> ofd(UUID meeting) {
        return db.sql(
                        "select ofd from ledger.meeting_issued"
                                + " where meeting = :meeting and ofd is not null")
                .param("meeting", meeting)
                .query((rows, i) -> rows.getBytes("ofd"))
                .optional();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
