package org.tongquan.host;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongquan.kernel.Actor;

/// One transaction in which the database knows who acts and what time it is for the house.
/// Row-level security reads the settings; they end with the transaction, so a pooled connection
/// never remembers an actor.
///
/// Every door method that touches rows of a party runs its work through here.
@Component
public class Acting {
    private static final String SET =
            """
            select set_config('tongquan.body', :body, true),
                   set_config('tongquan.person', :person, true),
                   set_config('tongquan.region', :region, true),
                   set_config('tongquan.moment', :moment, true)
            """;

    private final ThreadLocal<@Nullable Actor> current = new ThreadLocal<>();
    private final ThreadLocal<List<Runnable>> later = ThreadLocal.withInitial(ArrayList::new);
    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    public Acting(DataSource source, PlatformTransactionManager transactions, Clock clock) {
        this.db = JdbcClient.create(source);
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// Runs the work in one transaction for this actor. Inside a transaction of the same body it
    /// joins in.
    ///
    /// @throws IllegalStateException when a transaction of another body is under way
    public <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
        return run(writing, actor, work);
    }

    /// The same, for work without an answer.
    public void run(Actor actor, Runnable work) {
        as(
                actor,
                () -> {
                    work.run();
                    return null;
                });
    }

    /// Runs a read-only transaction for this actor.
    public <T extends @Nullable Object> T read(Actor actor, Supplier<T> work) {
        return run(reading, actor, work);
    }

    /// Runs the work once the transaction under way is committed, before its caller goes on; at
    /// once when there is none; never when it is rolled back. For projections that another actor
    /// writes: they can be made again at any time.
    public void afterwards(Runnable work) {
        if (current.get() == null) {
            work.run();
        } else {
            later.get().add(work);
        }
    }

    private <T extends @Nullable Object> T run(
            TransactionTemplate transaction, Actor actor, Supplier<T> work) {
        var outer = current.get();
        if (outer != null) {
            if (!outer.body().equals(actor.body()) || !outer.person().equals(actor.person())) {
                throw new IllegalStateException(
                        "a transaction of %s cannot go on as %s"
                                .formatted(outer.body(), actor.body()));
            }
            return work.get();
        }
        List<Runnable> next;
        T answer;
        try {
            answer = transaction.execute(status -> told(actor, work));
            next = List.copyOf(later.get());
        } finally {
            later.remove();
        }
        next.forEach(Runnable::run);
        return answer;
    }

    /// Tells the database who acts and when, for the length of this transaction.
    private <T extends @Nullable Object> T told(Actor actor, Supplier<T> work) {
        db.sql(SET)
                .param("body", actor.body())
                .param("person", actor.person())
                .param("region", actor.region())
                .param("moment", clock.instant().toString())
                .query()
                .singleRow();
        current.set(actor);
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }
}
