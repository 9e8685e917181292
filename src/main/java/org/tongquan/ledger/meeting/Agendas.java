package org.tongquan.ledger.meeting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.ledger.ProgressReport;

/// All SQL on `ledger.meeting_point` and `ledger.meeting_paper`.
@Repository
class Agendas {
    private final JdbcClient db;

    Agendas(JdbcClient db) {
        this.db = db;
    }

    void add(Meeting of, int edition, List<Meeting.Point> points) {
        int place = 0;
        for (var point : points) {
            place++;
            db.sql(
                            """
                            insert into ledger.meeting_point
                                (id, edition, meeting, region, place, origin, subject, party, title,
                                 text)
                            values (:id, :edition, :meeting, :region, :place, :origin, :subject,
                                    :party, :title, :text)
                            """)
                    .param("id", point.id())
                    .param("edition", edition)
                    .param("meeting", of.id())
                    .param("region", of.region())
                    .param("place", place)
                    .param("origin", point.origin().word())
                    .param("subject", point.subject())
                    .param("party", point.party())
                    .param("title", point.title())
                    .param("text", point.text())
                    .update();
        }
    }

    List<Meeting.Point> list(UUID meeting, int edition) {
        return db.sql(
                        """
                        select id, origin, subject, party, title, text from ledger.meeting_point
                        where meeting = :meeting and edition = :edition order by place
                        """)
                .param("meeting", meeting)
                .param("edition", edition)
                .query(
                        (rows, i) ->
                                new Meeting.Point(
                                        rows.getObject("id", UUID.class),
                                        Meeting.Origin.of(rows.getString("origin")),
                                        rows.getString("subject"),
                                        rows.getString("party"),
                                        rows.getString("title"),
                                        rows.getString("text")))
                .list();
    }

    void attach(Meeting of, UUID id, ProgressReport.Attachment file, Actor actor, Instant at) {
        db.sql(
                        """
                        insert into ledger.meeting_paper
                            (id, meeting, region, name, media_type, size, sha256, content, body,
                             person, at)
                        values (:id, :meeting, :region, :name, :type, :size, :sha256, :content,
                                :body, :person, :at)
                        """)
                .param("id", id)
                .param("meeting", of.id())
                .param("region", of.region())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.content().length)
                .param("sha256", Digest.of(file.content()).bytes())
                .param("content", file.content())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    List<Meeting.Paper> papers(UUID meeting) {
        return db.sql(
                        """
                        select id, name, media_type, size, sha256 from ledger.meeting_paper
                        where meeting = :meeting order by id
                        """)
                .param("meeting", meeting)
                .query(
                        (rows, i) ->
                                new Meeting.Paper(
                                        rows.getObject("id", UUID.class),
                                        rows.getString("name"),
                                        rows.getString("media_type"),
                                        rows.getInt("size"),
                                        HexFormat.of().formatHex(rows.getBytes("sha256"))))
                .list();
    }

    Optional<ProgressReport.Attachment> paper(UUID id) {
        return db.sql("select name, media_type, content from ledger.meeting_paper where id = :id")
                .param("id", id)
                .query(
                        (rows, i) ->
                                new ProgressReport.Attachment(
                                        rows.getString("name"),
                                        rows.getString("media_type"),
                                        rows.getBytes("content")))
                .optional();
    }
}
