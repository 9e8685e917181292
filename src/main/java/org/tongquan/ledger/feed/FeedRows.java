package org.tongquan.ledger.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.feed`, and what is read for a calendar of many items at once.
@Repository
class FeedRows {
    private static final String COLUMNS =
            "select id, region, body, person, made_at, read_at from ledger.feed ";

    /// What the acting body, or a unit it stands for, has a part in, or, for a party's units, what
    /// the party owes without a lead unit; of what a yearly plan divides into tasks, the tasks.
    private static final String DUE =
            """
            select o.commitment, o.party, o.text_zh, o.text_en, o.due, o.percent
            from ledger.obligation o
            where o.region = :region and o.percent < 100 and o.due between :from and :to
              and not exists (select from ledger.obligation c where c.region = o.region
                              and c.parent = o.commitment and c.party = o.party)
              and ((o.commitment, o.party) in (
                      select a.commitment, a.party from ledger.assignment a
                      where a.unit = any ((select ledger.answers_as())::text[])
                        and a.region = :region and a.valid_to is null)
                  or (o.party = :party
                      and not exists (select from ledger.assignment a
                                      where a.region = o.region and a.commitment = o.commitment
                                        and a.party = o.party and a.role = 'lead'
                                        and a.valid_to is null)))
            order by o.due, o.ordinal, o.party limit :most
            """;

    private static final String TOLD =
            """
            select t.id, t.message, t.vals, t.href, t.due from ledger.told t
            where t.region = :region and t.body = :body and t.due between :from and :to
              and t.message not like 'chasing.%' and t.message not like 'meeting.%'
            order by t.due, t.at, t.id limit :most
            """;

    private final JdbcClient db;

    FeedRows(JdbcClient db) {
        this.db = db;
    }

    /// An address that is in use.
    record Row(
            UUID id,
            String region,
            String body,
            String person,
            Instant madeAt,
            @Nullable Instant readAt) {}

    /// What an item demands by a day.
    record Due(String commitment, String party, String zh, String en, LocalDate on, int percent) {}

    /// What the body was told to do by a day.
    record Term(UUID id, String message, List<String> values, String href, LocalDate on) {}

    void lock(Actor actor) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('feed:' || :person, 0))")
                .param("person", actor.person())
                .query()
                .singleRow();
    }

    void add(UUID id, Actor actor, byte[] hash, Instant at) {
        db.sql(
                        """
                        insert into ledger.feed (id, region, body, person, hash, made_at)
                        values (:id, :region, :body, :person, :hash, :at)
                        """)
                .param("id", id)
                .param("region", actor.region())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("hash", hash)
                .param("at", utc(at))
                .update();
    }

    Optional<Row> own(Actor actor) {
        return db.sql(
                        COLUMNS
                                + "where region = :region and body = :body and person = :person"
                                + " and ended_at is null")
                .param("region", actor.region())
                .param("body", actor.body())
                .param("person", actor.person())
                .query(FeedRows::row)
                .optional();
    }

    Optional<Row> find(byte[] hash) {
        return db.sql(COLUMNS + "where hash = :hash and ended_at is null")
                .param("hash", hash)
                .query(FeedRows::row)
                .optional();
    }

    int end(UUID id, Instant at) {
        return db.sql("update ledger.feed set ended_at = :at where id = :id and ended_at is null")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    void read(UUID id, Instant at) {
        db.sql("update ledger.feed set read_at = :at where id = :id")
                .param("id", id)
                .param("at", utc(at))
                .update();
    }

    List<Due> due(Actor actor, String party, LocalDate from, LocalDate to, int most) {
        return db.sql(DUE)
                .param("region", actor.region())
                .param("party", party)
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(
                        (rows, i) ->
                                new Due(
                                        rows.getString("commitment"),
                                        rows.getString("party"),
                                        rows.getString("text_zh"),
                                        rows.getString("text_en"),
                                        rows.getObject("due", LocalDate.class),
                                        rows.getInt("percent")))
                .list();
    }

    List<Term> told(Actor actor, LocalDate from, LocalDate to, int most) {
        return db.sql(TOLD)
                .param("region", actor.region())
                .param("body", actor.body())
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(
                        (rows, i) ->
                                new Term(
                                        rows.getObject("id", UUID.class),
                                        rows.getString("message"),
                                        List.of((String[]) rows.getArray("vals").getArray()),
                                        rows.getString("href"),
                                        rows.getObject("due", LocalDate.class)))
                .list();
    }

    private static Row row(ResultSet rows, int i) throws SQLException {
        var read = rows.getObject("read_at", OffsetDateTime.class);
        return new Row(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("body"),
                rows.getString("person"),
                rows.getObject("made_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
