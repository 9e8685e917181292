package org.tongquan.ledger.hooks;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.host.Acting;
import org.tongquan.host.Host;
import org.tongquan.identity.BodyDirectory;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.hooks.Deliveries.Answer;
import org.tongquan.ledger.hooks.Deliveries.Due;
import org.tongquan.ledger.hooks.Delivery.State;
import org.tongquan.ledger.inbox.Sentences;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import tools.jackson.databind.json.JsonMapper;

/// One round of sending: what the bodies were told since is queued, what is due is sent. Several
/// instances may make rounds at once; each telling is taken by one of them. No address keeps the
/// others waiting: each has its own thread, and a turn of bounded length in it.
@Component
class Rounds {
    private static final Actor JOB = Actor.job("hooks");
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /// Within a round no attempt at an address begins later than this after its first.
    private static final Duration TURN = Duration.ofSeconds(5);

    /// After this a telling that was taken and not noted is taken again.
    private static final Duration TAKEN = Duration.ofMinutes(2);

    /// Older tellings are not queued any more.
    private static final Duration OLDEST = Duration.ofDays(30);

    /// Tellings that go to one address within a round.
    private static final int AT_ONCE = 10;

    /// Addresses that have their turn at the same time.
    private static final int SIDE_BY_SIDE = 8;

    private static final int GONE = 410;

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Acting acting;
    private final HookRows hooks;
    private final Deliveries deliveries;
    private final Host host;
    private final Ledger ledger;
    private final Compacts compacts;
    private final Journal journal;
    private final Messages messages;
    private final JsonMapper json;
    private final Clock clock;
    private final List<BodyDirectory> directories;
    private final Sending sending = new Sending(ANSWER);

    Rounds(
            Acting acting,
            HookRows hooks,
            Deliveries deliveries,
            Host host,
            Ledger ledger,
            Compacts compacts,
            Journal journal,
            Messages messages,
            JsonMapper json,
            Clock clock,
            ObjectProvider<BodyDirectory> directories) {
        this.acting = acting;
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.host = host;
        this.ledger = ledger;
        this.compacts = compacts;
        this.journal = journal;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
        this.directories = directories.orderedStream().toList();
    }

    /// The body of an event.
    ///
    /// @param type what happened
    /// @param timestamp when the body was told
    record Event(String type, Instant timestamp, Data data) {}

    /// What the body was told.
    ///
    /// @param id the telling's, also in the list of what was told
    /// @param page where the matter stands, a path of this instance
    /// @param due last day to do something, `null` when none is set
    record Data(
            String id,
            String region,
            String body,
            String sentence,
            String sentenceEn,
            String page,
            @Nullable String due) {}

    /// @return how many attempts were made
    int make() {
        var inUse = acting.read(JOB, hooks::inUse);
        var made = new AtomicInteger();
        var threads = Thread.ofVirtual().name("webhooks-", 0).factory();
        try (var turns = Executors.newFixedThreadPool(SIDE_BY_SIDE, threads)) {
            inUse.forEach(hook -> turns.execute(() -> made.addAndGet(attempt(hook))));
        }
        return made.get();
    }

    /// What goes wrong at one address does not concern the others.
    private int attempt(Hook hook) {
        try {
            return mayHave(hook) ? make(hook) : 0;
        } catch (RuntimeException e) {
            LOG.error("webhook {} waits: {}", hook.id(), e.toString());
            return 0;
        }
    }

    /// Whether the compact in force still gives the body a power for which it may have tellings
    /// sent.
    private boolean mayHave(Hook hook) {
        return directories.stream()
                .flatMap(d -> d.find(hook.region(), hook.body()).stream())
                .anyMatch(b -> b.powers().stream().anyMatch(Hooks.ANY_OF::contains));
    }

    private int make(Hook hook) {
        var order = hook.order();
        var now = now();
        var oldest = now.minus(OLDEST);
        var from = hook.madeAt().isAfter(oldest) ? hook.madeAt() : oldest;
        acting.run(order, () -> deliveries.queue(hook, from, now));
        long end = System.nanoTime() + TURN.toNanos();
        int made = 0;
        boolean answers = true;
        while (answers && made < AT_ONCE && System.nanoTime() < end) {
            // what failed within this turn is due after its beginning
            var due = acting.as(order, () -> deliveries.take(hook, now, now().plus(TAKEN)));
            if (due.isEmpty()) {
                return made;
            }
            var answer = send(hook, due.get());
            acting.run(order, () -> note(hook, due.get(), answer));
            answers = answer.status() != 0;
            made++;
        }
        return made;
    }

    private void note(Hook hook, Due due, Answer answer) {
        var now = now();
        var pause = Patience.after(due.attempts());
        var state = State.WAITING;
        if (answer.isGood()) {
            state = State.DELIVERED;
        } else if (answer.status() == GONE || pause.isEmpty()) {
            state = State.DEAD;
        }
        deliveries.note(hook, due, state, now, now.plus(pause.orElse(TAKEN)), answer);
        if (state != State.WAITING) {
            var kind = state == State.DELIVERED ? "hook-delivered" : "hook-given-up";
            var text = hook.id() + "\n" + due.told() + "\n" + now + "\n" + answer.status();
            journal.record(hook.order(), kind, hook.id(), Digest.ofText(text));
        }
    }

    /// Whatever goes wrong counts as an attempt, so that it comes to an end.
    private Answer send(Hook hook, Due due) {
        try {
            var target = Target.of(hook.url(), host.demonstration());
            return target.isEmpty()
                    ? new Answer(0, "address")
                    : sending.send(request(hook, due, target.get()));
        } catch (RuntimeException e) {
            LOG.warn("webhook {} cannot be sent: {}", hook.id(), e.toString());
            return new Answer(0, "broken");
        }
    }

    private HttpRequest request(Hook hook, Due due, URI target) {
        var sealed = acting.read(hook.order(), () -> hooks.secret(hook.id()));
        var secret = host.vault().decrypt(sealed, Hooks.context(hook.id()));
        var body = json.writeValueAsBytes(event(hook, due));
        var id = "msg_" + due.told();
        var at = now();
        return HttpRequest.newBuilder(target)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Tongquan")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", Seal.of(secret, id, at, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private Event event(Hook hook, Due due) {
        var day = due.due();
        return new Event(
                Hooks.type(due.message()),
                due.at(),
                new Data(
                        due.told().toString(),
                        hook.region(),
                        hook.body(),
                        sentence(hook, due, Language.ZH),
                        sentence(hook, due, Language.EN),
                        due.href(),
                        day == null ? null : day.toString()));
    }

    private String sentence(Hook hook, Due due, Language language) {
        var today = ledger.today();
        var compact = compacts.inForce(hook.region(), today);
        var sentences =
                new Sentences(
                        (key, values) -> messages.say(language, key, values),
                        id -> compact.map(c -> bodyName(c, id, language)).orElse(id),
                        id ->
                                compact.flatMap(c -> c.findParty(id))
                                        .map(p -> p.name().in(language.locale()))
                                        .orElse(id),
                        language::pick);
        return sentences.of(due.message(), due.values());
    }

    private String bodyName(Resolved compact, String id, Language language) {
        if (id.contains("/")) {
            return compact.findResponsibleUnit(id, ledger.today()).map(u -> u.name()).orElse(id);
        }
        var local = id.substring(id.indexOf(':') + 1);
        return compact.bodies().stream()
                .filter(b -> b.id().equals(local))
                .map(b -> b.name().in(language.locale()))
                .findFirst()
                .orElse(id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
