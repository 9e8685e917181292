package org.tongquan.ledger.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;

/// The door: tell a body something once; what the acting body was told.
@Service
public class Inbox {
    /// Rows that a list shows, newest first.
    public static final int MOST_LISTED = 200;

    /// Unread ones that are counted.
    public static final int MOST_COUNTED = 1_000;

    private static final UUID ALL = new UUID(0, 0);

    private final Acting acting;
    private final Tellings tellings;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Inbox(Acting acting, Tellings tellings, Journal journal, Ids ids, Clock clock) {
        this.acting = acting;
        this.tellings = tellings;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Tells a body something, in the caller's transaction when there is one.
    ///
    /// @param actor a body of the region, for itself, or the ledger's job
    /// @return false when this key was told to this body before: nothing was written
    public boolean tell(Actor actor, Notification told) {
        return acting.as(
                actor,
                () -> {
                    var id = ids.next();
                    var at = now();
                    if (!tellings.add(id, told, actor, at)) {
                        return false;
                    }
                    var digest = Digest.ofText(id + "\n" + at + "\n" + told).bytes();
                    journal.record(actor, "body-told", id, digest);
                    return true;
                });
    }

    /// What the acting body was told, newest first, at most [#MOST_LISTED].
    public List<Told> list(Actor actor, boolean unreadOnly) {
        return acting.read(actor, () -> tellings.list(actor, unreadOnly, MOST_LISTED));
    }

    /// How many the acting person has not read yet for this body, counted to [#MOST_COUNTED].
    public int unread(Actor actor) {
        return acting.read(actor, () -> tellings.unread(actor, MOST_COUNTED));
    }

    /// Marks one as read by this person for this body.
    ///
    /// @return false when there is none or it was read before
    public boolean read(Actor actor, UUID id) {
        return mark(actor, id, false) > 0;
    }

    /// Marks all as read by this person for this body.
    ///
    /// @return how many were unread
    public int readAll(Actor actor) {
        return mark(actor, ALL, true);
    }

    private int mark(Actor actor, UUID id, boolean all) {
        return acting.as(
                actor,
                () -> {
                    var at = now();
                    int marked = tellings.mark(actor, id, all, at);
                    if (marked > 0) {
                        var text = id + "\n" + actor.person() + "\n" + at + "\n" + marked;
                        journal.record(actor, "told-read", id, Digest.ofText(text).bytes());
                    }
                    return marked;
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
