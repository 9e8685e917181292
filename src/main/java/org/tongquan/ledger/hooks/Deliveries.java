package org.tongquan.ledger.hooks;

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

/// All SQL on `ledger.hook_delivery`, for the acting body alone.
@Repository
class Deliveries {
    /// The same key of a telling is queued once for an address.
    private static final String QUEUE =
            """
            insert into ledger.hook_delivery (hook, told, region, body, next_at)
            select :hook, t.id, t.region, t.body, :now
            from ledger.told t
            where t.region = :region and t.body = :body and t.at >= :from
              and starts_with(replace(t.message, '.told.', '.'), :types)
              and not exists (select from ledger.hook_delivery d
                where d.hook = :hook and d.told = t.id)
            on conflict do nothing
            """;

    /// Takes what is due for a while; whoever takes it and dies leaves it to the next round.
    private static final String TAKE =
            """
            with due as (
                select hook, told from ledger.hook_delivery
                where hook = :hook and state = 'waiting' and next_at <= :now
                order by next_at, told limit 1 for update skip locked)
            update ledger.hook_delivery d set attempts = d.attempts + 1, next_at = :until
            from due join ledger.told t on t.id = due.told
            where d.hook = due.hook and d.told = due.told
            returning d.told, d.attempts, t.message, t.vals, t.href, t.due, t.at
            """;

    private static final String NOTE =
            """
            update ledger.hook_delivery
            set state = :state, next_at = :next, status = :status, fault = :fault,
                done_at = cast(:done as timestamptz)
            where hook = :hook and told = :told and state = 'waiting' and attempts = :attempts
            """;

    private static final String AGAIN =
            """
            update ledger.hook_delivery
            set state = 'waiting', next_at = :now, attempts = 0, done_at = null
            where hook = :hook and told = :told and state <> 'waiting'
            """;

    private static final String LIST =
            """
            select d.hook, d.told, t.message, t.at, d.state, d.attempts, d.next_at, d.status,
                   d.fault, d.done_at
            from ledger.hook_delivery d join ledger.told t on t.id = d.told
            where d.hook = :hook order by t.at desc, t.id desc limit :most
            """;

    private final JdbcClient db;

    Deliveries(JdbcClient db) {
        this.db = db;
    }

    /// A telling that is to be sent now.
    record Due(
            UUID told,
            int attempts,
            String message,
            List<String> values,
            String href,
            @Nullable LocalDate due,
            Instant at) {}

    int queue(Hook hook, Instant from, Instant now) {
        return db.sql(QUEUE)
                .param("hook", hook.id())
                .param("region", hook.region())
                .param("body", hook.body())
                .param("types", hook.types())
                .param("from", at(from))
                .param("now", at(now))
                .update();
    }

    Optional<Due> take(Hook hook, Instant now, Instant until) {
        return db.sql(TAKE)
                .param("hook", hook.id())
                .param("now", at(now))
                .param("until", at(until))
                .query(Deliveries::due)
                .optional();
    }

    /// Notes how an attempt went.
    void note(Hook hook, Due due, Delivery.State state, Instant now, Instant next, Answer answer) {
        db.sql(NOTE)
                .param("state", state.word())
                .param("next", at(next))
                .param("status", answer.status())
                .param("fault", answer.fault())
                .param("done", state == Delivery.State.WAITING ? null : at(now))
                .param("hook", hook.id())
                .param("told", due.told())
                .param("attempts", due.attempts())
                .update();
    }

    /// What came back of an attempt.
    ///
    /// @param status HTTP status, 0 without an answer
    /// @param fault a word for why there was none
    record Answer(int status, String fault) {
        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    boolean again(UUID hook, UUID told, Instant now) {
        return db.sql(AGAIN).param("now", at(now)).param("hook", hook).param("told", told).update()
                == 1;
    }

    List<Delivery> list(UUID hook, int most) {
        return db.sql(LIST).param("hook", hook).param("most", most).query(Deliveries::read).list();
    }

    private static Due due(ResultSet row, int n) throws SQLException {
        return new Due(
                row.getObject("told", UUID.class),
                row.getInt("attempts"),
                row.getString("message"),
                List.of((String[]) row.getArray("vals").getArray()),
                row.getString("href"),
                row.getObject("due", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Delivery read(ResultSet row, int n) throws SQLException {
        var done = row.getObject("done_at", OffsetDateTime.class);
        return new Delivery(
                row.getObject("hook", UUID.class),
                row.getObject("told", UUID.class),
                row.getString("message"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Delivery.State.of(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getInt("status"),
                row.getString("fault"),
                done == null ? null : done.toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
