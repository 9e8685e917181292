package org.tongquan.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All SQL on `identity.session`.
@Component
class Sessions {
    private static final String BEGIN =
            """
            insert into identity.session
                (id, person, region, acting_region, acting_body, address, started_at, seen_at)
            values (:id, :person, :region,
                (select acting_region from identity.session where person = :person
                 order by started_at desc limit 1),
                (select acting_body from identity.session where person = :person
                 order by started_at desc limit 1),
                :address, :at, :at)
            """;

    private static final String END_OLDEST =
            """
            update identity.session set ended_at = :at, ended_why = 'OLDEST_OF_MANY'
            where id in (
                select id from identity.session
                where person = :person and ended_at is null and seen_at > :idle
                order by started_at desc, id
                offset :most)
            """;

    private static final String OPEN =
            """
            select s.id, s.person, s.acting_region, s.acting_body, s.seen_at,
                   p.login, p.shown_name, p.demonstration, w.must_change
            from identity.session s
            join identity.person p on p.id = s.person
            join identity.password w on w.person = s.person
            where s.id = :id and s.ended_at is null and s.seen_at > :idle
              and s.started_at > :oldest and s.started_at >= p.sessions_from
              and p.disabled_at is null
            """;

    private static final String END =
            """
            update identity.session set ended_at = :at, ended_why = :why
            where id = :id and ended_at is null
            """;

    private final JdbcClient db;

    Sessions(JdbcClient db) {
        this.db = db;
    }

    /// A session that may go on.
    record Open(
            UUID id,
            UUID person,
            Optional<String> actingRegion,
            Optional<String> actingBody,
            Instant seenAt,
            String login,
            String name,
            boolean demonstration,
            boolean mustChange) {}

    void begin(UUID id, UUID person, String region, String address, Instant at) {
        db.sql(BEGIN)
                .param("id", id)
                .param("person", person)
                .param("region", region)
                .param("address", address)
                .param("at", Persons.at(at))
                .update();
    }

    void endOldest(UUID person, int most, Instant idle, Instant at) {
        db.sql(END_OLDEST)
                .param("person", person)
                .param("most", most)
                .param("idle", Persons.at(idle))
                .param("at", Persons.at(at))
                .update();
    }

    Optional<Open> find(UUID id, Instant idle, Instant oldest) {
        return db.sql(OPEN)
                .param("id", id)
                .param("idle", Persons.at(idle))
                .param("oldest", Persons.at(oldest))
                .query((row, n) -> open(row))
                .optional();
    }

    void seen(UUID id, Instant at) {
        db.sql("update identity.session set seen_at = :at where id = :id and seen_at < :at")
                .param("at", Persons.at(at))
                .param("id", id)
                .update();
    }

    void actFor(UUID id, String region, String body) {
        db.sql(
                        "update identity.session set acting_region = :region, acting_body = :body"
                                + " where id = :id")
                .param("region", region)
                .param("body", body)
                .param("id", id)
                .update();
    }

    boolean end(UUID id, Instant at, String why) {
        return db.sql(END).param("at", Persons.at(at)).param("why", why).param("id", id).update()
                == 1;
    }

    void endOthers(UUID person, UUID kept, Instant at) {
        db.sql(
                        "update identity.session set ended_at = :at, ended_why ="
                                + " 'PASSWORD_CHANGED' where person = :person and id <> :kept and"
                                + " ended_at is null")
                .param("at", Persons.at(at))
                .param("person", person)
                .param("kept", kept)
                .update();
    }

    private static Open open(java.sql.ResultSet row) throws java.sql.SQLException {
        @Nullable String region = row.getString("acting_region");
        @Nullable String body = row.getString("acting_body");
        return new Open(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                Optional.ofNullable(region),
                Optional.ofNullable(body),
                Objects.requireNonNull(row.getObject("seen_at", OffsetDateTime.class)).toInstant(),
                row.getString("login"),
                row.getString("shown_name"),
                row.getBoolean("demonstration"),
                row.getBoolean("must_change"));
    }
}
