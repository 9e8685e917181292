package org.tongquan.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongquan.identity.Identity.SignInRecord;

/// All SQL on `identity.sign_in`, the append-only audit of sign-ins.
@Component
class SignIns {
    private static final String ADD =
            """
            insert into identity.sign_in (at, login, person, region, outcome, address)
            values (:at, :login, cast(:person as uuid), cast(:region as text), :outcome, :address)
            """;

    private static final String FAILURES =
            """
            select count(*) from identity.sign_in
            where address = :address and at > :since and outcome not in ('SIGNED_IN', 'BUSY')
            """;

    private static final String LATEST =
            """
            select id, at, login, outcome, address
            from identity.sign_in
            where id < :before
            order by id desc
            limit :most
            """;

    private static final String LATEST_OF_PERSON =
            """
            select id, at, login, outcome, address
            from identity.sign_in
            where person = :person
            order by at desc, id desc
            limit :most
            """;

    private final JdbcClient db;

    SignIns(JdbcClient db) {
        this.db = db;
    }

    void add(
            Instant at,
            String login,
            @Nullable UUID person,
            @Nullable String region,
            String outcome,
            String address) {
        db.sql(ADD)
                .param("at", Persons.at(at))
                .param("login", login)
                .param("person", person)
                .param("region", region)
                .param("outcome", outcome)
                .param("address", address)
                .update();
    }

    int failures(String address, Instant since) {
        return db.sql(FAILURES)
                .param("address", address)
                .param("since", Persons.at(since))
                .query(Integer.class)
                .single();
    }

    List<SignInRecord> latest(long before, int most) {
        return db.sql(LATEST)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    List<SignInRecord> latestOf(UUID person, int most) {
        return db.sql(LATEST_OF_PERSON)
                .param("person", person)
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    private static SignInRecord read(java.sql.ResultSet row) throws java.sql.SQLException {
        var outcome = row.getString("outcome");
        return new SignInRecord(
                row.getLong("id"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant(),
                row.getString("login"),
                outcome.equals(SignInRecord.SUCCESS)
                        ? Optional.empty()
                        : Optional.of(SignInOutcome.Reason.valueOf(outcome)),
                row.getString("address"));
    }
}
