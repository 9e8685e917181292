package org.tongquan.ledger.feed;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Notice;
import org.tongquan.ledger.chasing.NoticeFilter;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.inbox.Sentences;
import org.tongquan.ledger.meeting.Convening;
import org.tongquan.ledger.meeting.Meeting;
import org.tongquan.ledger.meeting.Step;

/// The door: what stands in the calendar of somebody who acts for a body. Reads as that person.
@Service
public class Agenda {
    /// A calendar goes back so far, so that what is late is seen.
    public static final int DAYS_BACK = 92;

    public static final int DAYS_AHEAD = 366;

    /// Entries of each sort.
    public static final int MOST = 500;

    /// Notices that wait for the body.
    public static final int MOST_NOTICES = 200;

    private static final Set<Step.State> SHOWN =
            Set.of(Step.State.INVITED, Step.State.HELD, Step.State.CONFIRMED);

    private final Acting acting;
    private final FeedRows rows;
    private final Ledger ledger;
    private final Chasing chasing;
    private final Convening convening;
    private final Compacts compacts;
    private final Clock clock;

    Agenda(
            Acting acting,
            FeedRows rows,
            Ledger ledger,
            Chasing chasing,
            Convening convening,
            Compacts compacts,
            Clock clock) {
        this.acting = acting;
        this.rows = rows;
        this.ledger = ledger;
        this.chasing = chasing;
        this.convening = convening;
        this.compacts = compacts;
        this.clock = clock;
    }

    /// Deadlines of the body's items, terms of notices that wait for it, other terms it was told,
    /// and meetings it is part of, each sort in its order.
    public List<Entry> of(Actor actor, Sentences say) {
        var today = ledger.today();
        var from = today.minusDays(DAYS_BACK);
        var to = today.plusDays(DAYS_AHEAD);
        var entries = new ArrayList<Entry>();
        acting.read(actor, () -> rows.due(actor, party(actor), from, to, MOST))
                .forEach(d -> entries.add(due(actor, d, say)));
        notices(actor).forEach(f -> entries.add(notice(f, say)));
        acting.read(actor, () -> rows.told(actor, from, to, MOST))
                .forEach(t -> entries.add(told(t, say)));
        convening.list(actor, from, to).stream()
                .filter(m -> SHOWN.contains(m.state()) && isFor(actor, m))
                .limit(MOST)
                .forEach(m -> entries.add(meeting(m, say)));
        return entries;
    }

    /// The same, as RFC 5545 has it.
    ///
    /// @param root address of the instance, before paths; empty when nobody knows it
    public String write(Actor actor, Sentences say, String root) {
        var name = say.of("feed.name", List.of(Notification.bodyName(actor.body())));
        var stamp = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return ICalendar.of(name, of(actor, say), root, stamp);
    }

    private static Entry due(Actor actor, FeedRows.Due due, Sentences say) {
        return new Entry(
                "due " + actor.region() + " " + due.commitment() + " " + due.party(),
                due.on(),
                null,
                said(
                        say,
                        "feed.due",
                        Notification.partyName(due.party()),
                        say.pick().apply(due.zh(), due.en())),
                said(say, "feed.due.text", Integer.toString(due.percent())),
                "",
                "/ledger/" + actor.region() + "/" + due.commitment());
    }

    /// Open notices whose next step this body may take.
    private List<Notice.File> notices(Actor actor) {
        var found = new ArrayList<Notice.File>();
        var before = NoticeFilter.Cursor.START;
        boolean more = true;
        while (more && found.size() < MOST_NOTICES) {
            var open = new NoticeFilter(actor.region(), "", false, null, true, false, before);
            var slice = chasing.list(actor, open);
            for (var file : slice.files()) {
                if (file.course().due() != null && !chasing.next(actor, file).isEmpty()) {
                    found.add(file);
                }
            }
            more = slice.more() && !slice.files().isEmpty();
            if (more) {
                var last = slice.files().getLast().notice();
                before = new NoticeFilter.Cursor(last.at(), last.id());
            }
        }
        return found;
    }

    private static Entry notice(Notice.File file, Sentences say) {
        var notice = file.notice();
        LocalDate due = java.util.Objects.requireNonNull(file.course().due());
        return new Entry(
                "notice " + notice.id(),
                due,
                null,
                said(
                        say,
                        "feed.notice." + file.course().state().word(),
                        notice.number(),
                        Notification.partyName(notice.party())),
                say.pick().apply(notice.item().zh(), notice.item().en()),
                "",
                "/notices/" + notice.id());
    }

    private static Entry told(FeedRows.Term term, Sentences say) {
        return new Entry(
                "told " + term.id(),
                term.on(),
                null,
                say.of(term.message(), term.values()),
                "",
                "",
                term.href());
    }

    private static boolean isFor(Actor actor, Meeting meeting) {
        return meeting.body().equals(actor.body())
                || meeting.meets().equals(actor.body())
                || meeting.sheet().wish().invited().contains(actor.body());
    }

    private static Entry meeting(Meeting meeting, Sentences say) {
        var wish = meeting.sheet().wish();
        return new Entry(
                "meeting " + meeting.id(),
                wish.day(),
                wish.starts(),
                wish.title(),
                said(say, "feed.meeting.text", Notification.bodyName(meeting.body())),
                wish.place(),
                "/meetings/" + meeting.id());
    }

    private static String said(Sentences say, String key, String... values) {
        return say.of(key, List.of(values));
    }

    /// The party whose government or department acts; a text that is no party for other bodies.
    private String party(Actor actor) {
        int slash = actor.body().indexOf('/');
        return slash >= 0
                ? actor.body().substring(0, slash)
                : compacts.findBody(actor.body()).flatMap(AdoptedBody::party).orElse("-");
    }
}
