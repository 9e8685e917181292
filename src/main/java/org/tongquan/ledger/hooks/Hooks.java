package org.tongquan.ledger.hooks;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.host.Host;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.hooks.Hooking.Done;
import org.tongquan.ledger.hooks.Hooking.Made;
import org.tongquan.ledger.hooks.Hooking.Reason;
import org.tongquan.ledger.hooks.Hooking.Refused;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;

/// The door: a body has what it is told sent to its own system as well.
@Service
public class Hooks {
    /// Addresses that a body may have in use.
    public static final int MOST = 5;

    /// Deliveries that a page shows, newest first.
    public static final int MOST_LISTED = 100;

    /// A body that reports, checks, or draws up may have tellings sent.
    static final Set<Power> ANY_OF =
            Set.of(Power.REPORT_PROGRESS, Power.SUPERVISE, Power.EXAMINE, Power.DRAFT);

    private static final Pattern TYPES = Pattern.compile("[a-z][a-z0-9.-]{0,79}|");
    private static final int SECRET_BYTES = 32;
    private static final int SHOWN_OF_ADDRESS = 80;

    private final Acting acting;
    private final HookRows rows;
    private final Deliveries deliveries;
    private final Inbox inbox;
    private final Journal journal;
    private final Host host;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Hooks(
            Acting acting,
            HookRows rows,
            Deliveries deliveries,
            Inbox inbox,
            Journal journal,
            Host host,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.rows = rows;
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.journal = journal;
        this.host = host;
        this.ids = ids;
        this.clock = clock;
    }

    /// The type of an event, from the message key of what the body was told:
    /// `chasing.told.issued` is `chasing.issued`.
    public static String type(String message) {
        return message.replace(".told.", ".");
    }

    /// Whether this body may have tellings sent: one that reports, checks, or draws up.
    public boolean mayHave(Actor actor) {
        return !actor.region().isEmpty() && ANY_OF.stream().anyMatch(actor::may);
    }

    /// The acting body's addresses, those in use first.
    public List<Hook> list(Actor actor) {
        return acting.read(actor, () -> rows.list(actor));
    }

    /// One of the acting body's addresses.
    public Optional<Hook> find(Actor actor, UUID id) {
        return acting.read(actor, () -> rows.find(actor, id));
    }

    /// How its tellings fared, newest first.
    public List<Delivery> deliveries(Actor actor, UUID id) {
        return acting.read(actor, () -> deliveries.list(id, MOST_LISTED));
    }

    /// From now on the body's tellings go to this address. The body is told so.
    ///
    /// @param types beginning of the types to be sent, empty for all
    public Hooking make(Actor actor, String url, String types) {
        if (!mayHave(actor)) {
            return new Refused(Reason.NOT_ALLOWED);
        }
        var target = Target.of(url, host.demonstration());
        if (target.isEmpty()) {
            return new Refused(Reason.ADDRESS);
        }
        if (!TYPES.matcher(types.strip()).matches()) {
            return new Refused(Reason.TYPES);
        }
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return acting.as(
                actor,
                () -> {
                    rows.lock(actor);
                    if (rows.list(actor).stream().filter(h -> h.endedAt() == null).count()
                            >= MOST) {
                        return new Refused(Reason.TOO_MANY);
                    }
                    var hook =
                            new Hook(
                                    ids.next(),
                                    actor.region(),
                                    actor.body(),
                                    target.get().toString(),
                                    types.strip(),
                                    now(),
                                    actor.person(),
                                    null);
                    rows.add(hook, host.vault().encrypt(secret, context(hook.id())));
                    journal.record(actor, "hook-made", hook.id(), Digest.ofText(hook.toString()));
                    tell(actor, hook, "hooks.told.made");
                    return new Made(hook.id(), Seal.written(secret));
                });
    }

    private void tell(Actor actor, Hook hook, String message) {
        var url = hook.url();
        var shown =
                url.length() > SHOWN_OF_ADDRESS ? url.substring(0, SHOWN_OF_ADDRESS) + "…" : url;
        inbox.tell(
                actor,
                new Notification(
                        hook.region(),
                        hook.body(),
                        message + " " + hook.id(),
                        message,
                        List.of(shown),
                        "/hooks/" + hook.id(),
                        null));
    }

    /// Nothing more goes to this address.
    public Hooking end(Actor actor, UUID id) {
        return acting.as(
                actor,
                () -> {
                    var at = now();
                    var hook = rows.find(actor, id);
                    if (hook.isEmpty() || !rows.end(actor, id, at)) {
                        return new Refused(Reason.NOT_FOUND);
                    }
                    journal.record(actor, "hook-ended", id, Digest.ofText(id + "\n" + at));
                    tell(actor, hook.get(), "hooks.told.ended");
                    return new Done(id);
                });
    }

    /// Sends a telling once more, under its old id.
    public Hooking again(Actor actor, UUID hook, UUID told) {
        return acting.as(
                actor,
                () -> {
                    var at = now();
                    var inUse = rows.find(actor, hook).filter(h -> h.endedAt() == null);
                    if (inUse.isEmpty() || !deliveries.again(hook, told, at)) {
                        return new Refused(Reason.NOT_FOUND);
                    }
                    var text = hook + "\n" + told + "\n" + at;
                    journal.record(actor, "hook-sent-again", hook, Digest.ofText(text));
                    return new Done(hook);
                });
    }

    static byte[] context(UUID hook) {
        return ("ledger.hook/" + hook).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
