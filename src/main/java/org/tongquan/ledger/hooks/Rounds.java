package org.tongquan.ledger.hooks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.host.Acting;
import org.tongquan.host.Host;
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
/// instances may make rounds at once; each telling is taken by one of them.
@Component
class Rounds {
    private static final Actor JOB = Actor.job("hooks");
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /// After this a telling that was taken and not noted is taken again.
    private static final Duration TAKEN = Duration.ofMinutes(2);

    /// Older tellings are not queued any more.
    private static final Duration OLDEST = Duration.ofDays(30);

    private static final int AT_ONCE = 10;
    private static final int GONE = 410;

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
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

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
            Clock clock) {
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
        int made = 0;
        for (var hook : acting.read(JOB, hooks::inUse)) {
            made += make(hook);
        }
        return made;
    }

    private int make(Hook hook) {
        var order = hook.order();
        var now = now();
        var oldest = now.minus(OLDEST);
        var from = hook.madeAt().isAfter(oldest) ? hook.madeAt() : oldest;
        var due =
                acting.as(
                        order,
                        () -> {
                            deliveries.queue(hook, from, now);
                            return deliveries.take(hook, now, now.plus(TAKEN), AT_ONCE);
                        });
        if (due.isEmpty()) {
            return 0;
        }
        var sealed = acting.read(order, () -> hooks.secret(hook.id()));
        var secret = host.vault().decrypt(sealed, Hooks.context(hook.id()));
        for (var one : due) {
            var answer = send(hook, one, secret);
            acting.run(order, () -> note(hook, one, answer));
        }
        return due.size();
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

    private Answer send(Hook hook, Due due, byte[] secret) {
        var target = Target.of(hook.url(), host.demonstration());
        if (target.isEmpty()) {
            return new Answer(0, "address");
        }
        var body = json.writeValueAsBytes(event(hook, due));
        var id = "msg_" + due.told();
        var at = now();
        var request =
                HttpRequest.newBuilder(target.get())
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "Tongquan")
                        .header("webhook-id", id)
                        .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                        .header("webhook-signature", Seal.of(secret, id, at, body))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        try {
            return new Answer(client.send(request, BodyHandlers.discarding()).statusCode(), "");
        } catch (IOException e) {
            return new Answer(0, fault(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer(0, "broken");
        }
    }

    /// A word for why there was no answer; `hooks.fault.<word>` is its sentence.
    private static String fault(IOException thrown) {
        return switch (thrown) {
            case HttpTimeoutException _ -> "timeout";
            case ConnectException _ -> "connect";
            case SSLException _ -> "tls";
            default -> "broken";
        };
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
