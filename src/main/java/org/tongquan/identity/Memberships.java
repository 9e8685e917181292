package org.tongquan.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongquan.identity.People.Membership;

/// All SQL on `identity.membership` and `identity.delegation`.
@Component
class Memberships {
    private static final String OF_PERSON =
            """
            select id, person, region, body, valid_from, valid_to, ended_at
            from identity.membership
            where person = :person
            order by granted_at, id
            """;

    private static final String OF_REGION =
            """
            select id, person, region, body, valid_from, valid_to, ended_at
            from identity.membership
            where region = :region and ended_at is null
            order by body, id
            """;

    /// Own memberships first, then what others lend - and still hold themselves.
    private static final String HELD =
            """
            select m.region, m.body, false as delegated, m.granted_at as since
            from identity.membership m
            where m.person = :person and m.ended_at is null
              and m.valid_from <= :today and (m.valid_to is null or m.valid_to >= :today)
            union all
            select d.region, d.body, true, d.made_at
            from identity.delegation d
            where d.receiver = :person and d.revoked_at is null and d.until_at > :now
              and exists (
                select from identity.membership m join identity.person p on p.id = m.person
                where m.person = d.giver and m.region = d.region and m.body = d.body
                  and m.ended_at is null and p.disabled_at is null
                  and m.valid_from <= :today and (m.valid_to is null or m.valid_to >= :today))
            order by delegated, since
            """;

    private static final String ADD =
            """
            insert into identity.membership
                (id, person, region, body, valid_from, valid_to, granted_at, granted_by)
            values (:id, :person, :region, :body, :from, cast(:to as date), :at, :by)
            on conflict (person, region, body) where ended_at is null do nothing
            """;

    private static final String END =
            """
            update identity.membership set ended_at = :at, ended_by = :by
            where id = :id and ended_at is null
            returning person
            """;

    private static final String END_LAPSED =
            """
            update identity.membership set ended_at = :at, ended_by = :by
            where person = :person and region = :region and body = :body
              and ended_at is null and valid_to < :today
            """;

    private static final String DELEGATIONS =
            """
            select id, giver, receiver, region, body, until_at
            from identity.delegation
            where (giver = :person or receiver = :person)
              and revoked_at is null and until_at > :now
            order by until_at
            """;

    private static final String ADD_DELEGATION =
            """
            insert into identity.delegation (id, giver, receiver, region, body, until_at, made_at)
            values (:id, :giver, :receiver, :region, :body, :until, :at)
            """;

    private static final String REVOKE =
            """
            update identity.delegation set revoked_at = :at, revoked_by = :by
            where id = :id and giver = cast(:by as uuid) and revoked_at is null and until_at > :at
            """;

    private final JdbcClient db;

    Memberships(JdbcClient db) {
        this.db = db;
    }

    /// A body that counts for a person at a moment.
    record Holding(String region, String body, boolean delegated) {}

    /// A delegation as stored.
    record Lent(UUID id, UUID giver, UUID receiver, String region, String body, Instant until) {}

    List<Membership> ofPerson(UUID person) {
        return db.sql(OF_PERSON).param("person", person).query((row, n) -> membership(row)).list();
    }

    List<Membership> ofRegion(String region) {
        return db.sql(OF_REGION).param("region", region).query((row, n) -> membership(row)).list();
    }

    List<Holding> held(UUID person, Instant now, LocalDate today) {
        return db.sql(HELD)
                .param("person", person)
                .param("now", Persons.at(now))
                .param("today", today)
                .query(
                        (row, n) ->
                                new Holding(
                                        row.getString("region"),
                                        row.getString("body"),
                                        row.getBoolean("delegated")))
                .list();
    }

    /// Whether it was added; not when an open one for the same body exists.
    boolean add(Membership membership, Instant at, String by) {
        return db.sql(ADD)
                        .param("id", membership.id())
                        .param("person", membership.person())
                        .param("region", membership.region())
                        .param("body", membership.body())
                        .param("from", membership.from())
                        .param("to", membership.to().orElse(null))
                        .param("at", Persons.at(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    /// Closes a membership whose last day has passed, so that a new one can follow it.
    void endLapsed(
            UUID person, String region, String body, LocalDate today, Instant at, String by) {
        db.sql(END_LAPSED)
                .param("person", person)
                .param("region", region)
                .param("body", body)
                .param("today", today)
                .param("at", Persons.at(at))
                .param("by", by)
                .update();
    }

    /// Whose membership ended, if there was one to end.
    Optional<UUID> end(UUID id, Instant at, String by) {
        return db.sql(END)
                .param("id", id)
                .param("at", Persons.at(at))
                .param("by", by)
                .query(UUID.class)
                .optional();
    }

    List<Lent> delegations(UUID person, Instant now) {
        return db.sql(DELEGATIONS)
                .param("person", person)
                .param("now", Persons.at(now))
                .query(
                        (row, n) ->
                                new Lent(
                                        row.getObject("id", UUID.class),
                                        row.getObject("giver", UUID.class),
                                        row.getObject("receiver", UUID.class),
                                        row.getString("region"),
                                        row.getString("body"),
                                        row.getObject("until_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    void addDelegation(Lent lent, Instant at) {
        db.sql(ADD_DELEGATION)
                .param("id", lent.id())
                .param("giver", lent.giver())
                .param("receiver", lent.receiver())
                .param("region", lent.region())
                .param("body", lent.body())
                .param("until", Persons.at(lent.until()))
                .param("at", Persons.at(at))
                .update();
    }

    boolean revoke(UUID id, UUID giver, Instant at) {
        return db.sql(REVOKE)
                        .param("id", id)
                        .param("at", Persons.at(at))
                        .param("by", giver.toString())
                        .update()
                == 1;
    }

    private static Membership membership(java.sql.ResultSet row) throws java.sql.SQLException {
        @Nullable LocalDate to = row.getObject("valid_to", LocalDate.class);
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Membership(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("region"),
                row.getString("body"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(to),
                Optional.ofNullable(Persons.instant(ended)));
    }
}
