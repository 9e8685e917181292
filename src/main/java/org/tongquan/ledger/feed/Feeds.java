package org.tongquan.ledger.feed;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.identity.Identity;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;

/// The door: a person's secret calendar address, renewed and ended; who reads with one.
@Service
public class Feeds {
    private static final Actor JOB = Actor.job("ledger");
    private static final int SECRET_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    /// The time of the last reading is noted no more often.
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final Acting acting;
    private final FeedRows rows;
    private final Identity identity;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Feeds(Acting acting, FeedRows rows, Identity identity, Journal journal, Ids ids, Clock clock) {
        this.acting = acting;
        this.rows = rows;
        this.identity = identity;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// The address in use, without its secret.
    public Optional<Feed> own(Actor actor) {
        return isPerson(actor)
                ? acting.read(actor, () -> rows.own(actor))
                        .map(r -> new Feed(r.madeAt(), r.readAt()))
                : Optional.empty();
    }

    /// Makes an address in the place of the one in use, which opens nothing from now on.
    ///
    /// @return the secret, shown this once; empty for somebody who acts for no body
    public Optional<String> renew(Actor actor) {
        if (!isPerson(actor)) {
            return Optional.empty();
        }
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return acting.as(
                actor,
                () -> {
                    rows.lock(actor);
                    rows.own(actor).ifPresent(r -> finish(actor, r.id()));
                    var id = ids.next();
                    rows.add(id, actor, Digest.ofText(token).bytes(), now());
                    journal.record(actor, "feed-made", id, Digest.ofText(id + "\n" + now()));
                    return Optional.of(token);
                });
    }

    /// Ends the address in use.
    ///
    /// @return false when there was none
    public boolean end(Actor actor) {
        return isPerson(actor)
                && acting.as(
                        actor,
                        () -> {
                            rows.lock(actor);
                            var own = rows.own(actor);
                            own.ifPresent(r -> finish(actor, r.id()));
                            return own.isPresent();
                        });
    }

    private void finish(Actor actor, UUID id) {
        rows.end(id, now());
        journal.record(actor, "feed-ended", id, Digest.ofText(id + "\n" + now()));
    }

    /// Who reads with a secret: the person it was made by, acting for the body it was made for, if
    /// they still may. Empty for a secret that is unknown or was ended.
    public Optional<Reader> recognise(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        var found = acting.read(JOB, () -> rows.find(Digest.ofText(token).bytes()));
        return found.flatMap(
                row ->
                        identity.actorFor(UUID.fromString(row.person()), row.region(), row.body())
                                .map(actor -> new Reader(row.id(), actor)));
    }

    /// Somebody who reads a calendar.
    ///
    /// @param feed the address they read at
    public record Reader(UUID feed, Actor actor) {}

    /// Notes that a calendar was read, at most once an hour.
    public void noteRead(Reader reader) {
        var now = now();
        var own = acting.read(reader.actor(), () -> rows.own(reader.actor()));
        boolean stale =
                own.filter(r -> r.id().equals(reader.feed()))
                        .filter(
                                r -> {
                                    var last = r.readAt();
                                    return last == null || last.plus(NOTED_EVERY).isBefore(now);
                                })
                        .isPresent();
        if (stale) {
            acting.run(
                    reader.actor(),
                    () -> {
                        rows.read(reader.feed(), now.truncatedTo(ChronoUnit.HOURS));
                        journal.record(
                                reader.actor(),
                                "feed-read",
                                reader.feed(),
                                Digest.ofText(reader.feed() + "\n" + now));
                    });
        }
    }

    private static boolean isPerson(Actor actor) {
        return !actor.region().isEmpty() && !actor.person().equals(JOB.person());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
