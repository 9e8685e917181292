package org.tongquan.ledger.chasing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;

/// Writes notices and their events, in the caller's transaction; tells whom it concerns.
@Component
class Issuance {
    private static final String SERIES = "notice";

    private final Notices notices;
    private final ChaseSteps steps;
    private final Compacts compacts;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Issuance(
            Notices notices,
            ChaseSteps steps,
            Compacts compacts,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.notices = notices;
        this.steps = steps;
        this.compacts = compacts;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// What a notice is to say.
    ///
    /// @param issuer the body in whose name it goes out
    /// @param lastDay last day on which the obligation was in time, if one is set
    record Draft(
            String commitment,
            String party,
            Notice.Item item,
            List<String> units,
            String issuer,
            Notice.Cause cause,
            String text,
            @Nullable LocalDate lastDay,
            boolean simulated) {}

    /// Issues a notice and tells every responsible unit. The caller holds the region's lock.
    Notice issue(Actor actor, String region, Terms terms, Draft draft, LocalDate day) {
        var notice =
                new Notice(
                        ids.next(),
                        region,
                        day.getYear(),
                        steps.next(region, SERIES, day.getYear()),
                        draft.commitment(),
                        draft.party(),
                        draft.item(),
                        draft.units(),
                        draft.issuer(),
                        draft.cause(),
                        draft.text(),
                        draft.lastDay(),
                        terms,
                        actor.body(),
                        day,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        draft.simulated());
        notices.add(notice, actor.person());
        journal.record(
                actor, "notice-issued", notice.id(), Digest.ofText(notice.toString()).bytes());
        record(actor, notice, 1, Step.ISSUED, "", day);
        return notice;
    }

    /// Writes one event and tells whom it concerns.
    void record(Actor actor, Notice notice, int seq, Step step, String text, LocalDate day) {
        var due = notice.terms().due(NoticeFilter.state(step), day, calendar(notice.region(), day));
        var event =
                new NoticeEvent(
                        ids.next(),
                        notice.id(),
                        seq,
                        step,
                        text,
                        due.map(WorkCalendar.Due::date).orElse(null),
                        due.map(WorkCalendar.Due::provisional).orElse(false),
                        actor.body(),
                        day,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        notices.add(notice.region(), event, actor.person());
        journal.record(
                actor,
                "notice-" + step.word(),
                event.id(),
                Digest.ofText(event.toString()).bytes());
        tell(actor, notice, event);
    }

    private void tell(Actor actor, Notice notice, NoticeEvent event) {
        var told =
                switch (event.step()) {
                    case ISSUED, RETURNED, CLOSED, REOPENED -> notice.units();
                    case ANSWERED -> List.of(notice.issuer());
                    case SIGNED, PASSED -> List.<String>of();
                };
        for (var body : told) {
            inbox.tell(
                    actor,
                    new Notification(
                            notice.region(),
                            body,
                            "notice " + notice.id() + " " + event.seq(),
                            "chasing.told." + event.step().word(),
                            List.of(
                                    notice.number(),
                                    Notification.partyName(notice.party()),
                                    Notification.bodyName(event.body())),
                            "/notices/" + notice.id(),
                            event.due()));
        }
    }

    /// Reminds units of what a party owes, each at most once a day.
    ///
    /// @return false when each of them was reminded that day
    boolean urge(Actor actor, Obligation of, List<String> units, String text, LocalDate day) {
        boolean anybody = false;
        for (var unit : units) {
            anybody |=
                    inbox.tell(
                            actor,
                            new Notification(
                                    of.region(),
                                    unit,
                                    "urged " + of.commitment() + " " + of.party() + " " + day,
                                    text.isEmpty()
                                            ? "chasing.told.urged"
                                            : "chasing.told.urged-with",
                                    List.of(
                                            Notification.text(of.textZh(), of.textEn()),
                                            Notification.partyName(of.party()),
                                            Notification.bodyName(actor.body()),
                                            text),
                                    "/ledger/" + of.region() + "/" + of.commitment(),
                                    of.standing().due()));
        }
        return anybody;
    }

    /// Plain weekdays where no calendar is in force.
    WorkCalendar calendar(String region, LocalDate day) {
        return compacts.calendar(region, day)
                .orElseGet(
                        () ->
                                new WorkCalendar(
                                        java.util.Map.of(),
                                        java.util.Set.of(),
                                        WorkCalendar.Weekends.STAY));
    }
}
