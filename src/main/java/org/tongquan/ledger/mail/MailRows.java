package org.tongquan.ledger.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.host.Vault.Made;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.mail_choice` and `ledger.mail`, for the acting person and body alone.
@Repository
class MailRows {
    private static final String CHOOSE =
            """
            insert into ledger.mail_choice
                (person, region, body, address, address_key, pace, language, since)
            values (:person, :region, :body, :address, :key, :pace, :language, :since)
            on conflict (person, body, region) do update set
                address = excluded.address, address_key = excluded.address_key,
                pace = excluded.pace, language = excluded.language, since = excluded.since
            """;

    private static final String CHOICES =
            """
            select person, region, body, address, address_key, pace, language, since
            from ledger.mail_choice
            """;

    /// The same telling is queued once for a person.
    private static final String QUEUE =
            """
            insert into ledger.mail (told, person, region, body, next_at)
            select t.id, :person, t.region, t.body, :now from ledger.told t
            where t.region = :region and t.body = :body and t.at >= :since and t.at >= :oldest
              and not exists (select from ledger.mail m where m.told = t.id
                and m.person = :person and m.body = :body and m.region = :region)
            on conflict do nothing
            """;

    /// Takes what is due, for good: what was taken and not noted is not taken again.
    private static final String TAKE =
            """
            with due as (
                select told from ledger.mail
                where person = :person and body = :body and region = :region
                  and state = 'waiting' and next_at <= :now and (not :again or attempts > 0)
                order by next_at, told limit :most for update skip locked)
            update ledger.mail m
            set state = 'sending', attempts = m.attempts + 1, done_at = :now
            from due join ledger.told t on t.id = due.told
            where m.person = :person and m.body = :body and m.region = :region
              and m.told = due.told
            returning m.told, m.attempts, t.message, t.vals, t.href, t.at
            """;

    private static final String NOTE =
            """
            update ledger.mail set state = :state, next_at = :next, fault = :fault, done_at = :now
            where person = :person and body = :body and region = :region
              and told = any (:told) and state = 'sending'
            """;

    /// What was read in the inbox meanwhile needs no digest.
    private static final String PASS_OVER =
            """
            update ledger.mail m set state = 'given-up', fault = 'read', done_at = :now
            where m.person = :person and m.body = :body and m.region = :region
              and m.state = 'waiting'
              and exists (select from ledger.told_read r
                          where r.told = m.told and r.person = :person)
            """;

    private static final String LIST =
            """
            select m.told, t.message, t.vals, t.at, m.state, m.attempts, m.fault
            from ledger.mail m join ledger.told t on t.id = m.told
            where m.person = :person and m.body = :body and m.region = :region
            order by t.at desc, t.id desc limit :most
            """;

    private static final String LAST_DIGEST =
            """
            select max(done_at) from ledger.mail
            where person = :person and body = :body and region = :region
              and (state in ('sending', 'sent') or attempts > 0)
            """;

    private final JdbcClient db;

    MailRows(JdbcClient db) {
        this.db = db;
    }

    /// A choice as it is kept.
    record Kept(
            String person,
            String region,
            String body,
            Made address,
            Pace pace,
            String language,
            Instant since) {}

    /// A telling that was taken to be sent.
    record Due(
            UUID told,
            int attempts,
            String message,
            List<String> values,
            String href,
            Instant at) {}

    void choose(Actor actor, Kept choice) {
        of(CHOOSE, actor)
                .param("address", choice.address().bytes())
                .param("key", choice.address().keyId())
                .param("pace", choice.pace().word())
                .param("language", choice.language())
                .param("since", utc(choice.since()))
                .update();
    }

    Optional<Kept> own(Actor actor) {
        return of(CHOICES + " where person = :person and body = :body and region = :region", actor)
                .query(MailRows::kept)
                .optional();
    }

    List<Kept> wanted() {
        return db.sql(CHOICES + " where pace <> 'none' order by person, body, region")
                .query(MailRows::kept)
                .list();
    }

    int queue(Actor actor, Instant since, Instant oldest, Instant now) {
        return of(QUEUE, actor)
                .param("since", utc(since))
                .param("oldest", utc(oldest))
                .param("now", utc(now))
                .update();
    }

    /// @param again only what was tried before
    List<Due> take(Actor actor, Instant now, boolean again, int most) {
        return of(TAKE, actor)
                .param("again", again)
                .param("now", utc(now))
                .param("most", most)
                .query(MailRows::due)
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Due::at).thenComparing(Due::told))
                .toList();
    }

    void note(Actor actor, List<UUID> told, String state, String fault, Instant next, Instant now) {
        of(NOTE, actor)
                .param("told", told.toArray(UUID[]::new))
                .param("state", state)
                .param("fault", fault)
                .param("next", utc(next))
                .param("now", utc(now))
                .update();
    }

    int passOverRead(Actor actor, Instant now) {
        return of(PASS_OVER, actor).param("now", utc(now)).update();
    }

    List<Sent> list(Actor actor, int most) {
        return of(LIST, actor).param("most", most).query(MailRows::sent).list();
    }

    Optional<Instant> lastTaken(Actor actor) {
        return of(LAST_DIGEST, actor)
                .query((rows, i) -> Optional.ofNullable(rows.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    private JdbcClient.StatementSpec of(String sql, Actor actor) {
        return db.sql(sql)
                .param("person", actor.person())
                .param("region", actor.region())
                .param("body", actor.body());
    }

    private static Kept kept(ResultSet rows, int i) throws SQLException {
        return new Kept(
                rows.getString("person"),
                rows.getString("region"),
                rows.getString("body"),
                new Made(rows.getString("address_key"), rows.getBytes("address")),
                Pace.find(rows.getString("pace")).orElseThrow(),
                rows.getString("language"),
                at(rows, "since"));
    }

    private static Due due(ResultSet rows, int i) throws SQLException {
        return new Due(
                rows.getObject("told", UUID.class),
                rows.getInt("attempts"),
                rows.getString("message"),
                List.of((String[]) rows.getArray("vals").getArray()),
                rows.getString("href"),
                at(rows, "at"));
    }

    private static Sent sent(ResultSet rows, int i) throws SQLException {
        return new Sent(
                rows.getObject("told", UUID.class),
                rows.getString("message"),
                List.of((String[]) rows.getArray("vals").getArray()),
                at(rows, "at"),
                rows.getString("state"),
                rows.getInt("attempts"),
                rows.getString("fault"));
    }

    private static Instant at(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
