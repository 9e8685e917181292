package org.tongquan.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All SQL on `identity.person` and `identity.password`.
@Component
class Persons {
    /// Counts the attempt as a failure before the password is looked at, so that attempts made at
    /// the same time cannot try more passwords than one after the other. The last one allowed
    /// locks; a success takes both back.
    private static final String TAKE_ATTEMPT =
            """
            update identity.person
            set failures = case when locked_until is null then failures + 1 else 1 end,
                locked_until =
                    case when (case when locked_until is null then failures + 1 else 1 end) >= :most
                         then cast(:until as timestamptz) end
            where login = :login and disabled_at is null
              and (locked_until is null or locked_until <= :now)
            returning id
            """;

    private static final String ACCOUNT =
            """
            select p.id, p.login, p.region, p.demonstration, p.disabled_at is not null as disabled,
                   w.hash, w.must_change
            from identity.person p join identity.password w on w.person = p.id
            where p.login = :login
            """;

    private static final String LIST =
            """
            select id, login, shown_name, region, demonstration, disabled_at, locked_until
            from identity.person
            where region = :region
            order by login
            limit :most
            """;

    private static final String FIND =
            """
            select id, login, shown_name, region, demonstration, disabled_at, locked_until
            from identity.person
            where id = :id
            """;

    private static final String ADD =
            """
            insert into identity.person
                (id, login, shown_name, region, demonstration, sessions_from, made_at, made_by)
            values (:id, :login, :name, :region, :demonstration, :at, :at, :by)
            on conflict (login) do nothing
            """;

    private static final String ADD_PASSWORD =
            """
            insert into identity.password (person, region, hash, must_change, changed_at)
            values (:id, :region, :hash, :mustChange, :at)
            """;

    private static final String SET_PASSWORD =
            """
            update identity.password set hash = :hash, must_change = :mustChange, changed_at = :at
            where person = :id
            """;

    private final JdbcClient db;

    Persons(JdbcClient db) {
        this.db = db;
    }

    /// An account as sign-in needs it.
    record Account(
            UUID id,
            String login,
            String region,
            boolean demonstration,
            boolean disabled,
            String hash,
            boolean mustChange) {}

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    Optional<Account> account(String login) {
        return db.sql(ACCOUNT).param("login", login).query(Account.class).optional();
    }

    /// Whether one more password may be tried for this login now.
    boolean takeAttempt(String login, Instant now, int most, Instant until) {
        return db.sql(TAKE_ATTEMPT)
                .param("login", login)
                .param("now", at(now))
                .param("most", most)
                .param("until", at(until))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void forgetFailures(UUID id) {
        db.sql("update identity.person set failures = 0, locked_until = null where id = :id")
                .param("id", id)
                .update();
    }

    List<Person> list(String region, int most) {
        return db.sql(LIST)
                .param("region", region)
                .param("most", most)
                .query((row, n) -> person(row))
                .list();
    }

    Optional<Person> find(UUID id) {
        return db.sql(FIND).param("id", id).query((row, n) -> person(row)).optional();
    }

    /// Holds the person's row until the transaction ends, so that two grants cannot pass each
    // other.
    boolean lock(UUID id) {
        return db.sql("select id from identity.person where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /// Also of a disabled account.
    Optional<UUID> idOfAny(String login) {
        return db.sql("select id from identity.person where login = :login")
                .param("login", login)
                .query(UUID.class)
                .optional();
    }

    /// Of an account that is not disabled.
    Optional<UUID> idOf(String login) {
        return db.sql(
                        "select id from identity.person where login = :login and disabled_at is"
                                + " null")
                .param("login", login)
                .query(UUID.class)
                .optional();
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return db
                .sql("select id, shown_name from identity.person where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Whether the login was still free.
    boolean add(Person person, Instant at, String by) {
        return db.sql(ADD)
                        .param("id", person.id())
                        .param("login", person.login())
                        .param("name", person.name())
                        .param("region", person.region())
                        .param("demonstration", person.demonstration())
                        .param("at", at(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    void addPassword(UUID id, String region, String hash, boolean mustChange, Instant at) {
        db.sql(ADD_PASSWORD)
                .param("id", id)
                .param("region", region)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("at", at(at))
                .update();
    }

    void setPassword(UUID id, String hash, boolean mustChange, Instant at) {
        db.sql(SET_PASSWORD)
                .param("id", id)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("at", at(at))
                .update();
    }

    void rename(UUID id, String name) {
        db.sql("update identity.person set shown_name = :name where id = :id")
                .param("name", name)
                .param("id", id)
                .update();
    }

    void setDisabled(UUID id, @Nullable Instant since) {
        db.sql(
                        "update identity.person set disabled_at = cast(:since as timestamptz) where"
                                + " id = :id")
                .param("since", since == null ? null : at(since))
                .param("id", id)
                .update();
    }

    /// Ends every session that began before this moment.
    void endSessionsBefore(UUID id, Instant moment) {
        db.sql("update identity.person set sessions_from = :moment where id = :id")
                .param("moment", at(moment))
                .param("id", id)
                .update();
    }

    private static Person person(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("shown_name"),
                row.getString("region"),
                row.getBoolean("demonstration"),
                Optional.ofNullable(instant(row.getObject("disabled_at", OffsetDateTime.class))),
                Optional.ofNullable(instant(row.getObject("locked_until", OffsetDateTime.class))));
    }
}
