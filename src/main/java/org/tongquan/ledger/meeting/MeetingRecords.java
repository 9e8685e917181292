package org.tongquan.ledger.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.matter.Bodies;

/// Reads meetings whole, writes their sheets and events in the caller's transaction, and tells
/// whom it concerns.
@Component
class MeetingRecords {
    /// Stands for "not made yet" in what a form sends.
    static final UUID NEW = new UUID(0, 0);

    private final Acting acting;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Minutes minutes;
    private final Resolutions resolutions;
    private final Compacts compacts;
    private final Ledger ledger;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    MeetingRecords(
            Acting acting,
            Meetings meetings,
            Agendas agendas,
            Minutes minutes,
            Resolutions resolutions,
            Compacts compacts,
            Ledger ledger,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.meetings = meetings;
        this.agendas = agendas;
        this.minutes = minutes;
        this.resolutions = resolutions;
        this.compacts = compacts;
        this.ledger = ledger;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Runs a step of whoever called the meeting.
    MeetingAnswer working(
            Actor actor, UUID id, int shown, Step step, Function<Meeting, MeetingAnswer> work) {
        return acting.as(
                actor,
                () -> {
                    meetings.lock(actor.region());
                    var meeting = meetings.find(id);
                    if (meeting.isEmpty()) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_FOUND);
                    }
                    if (!meeting.get().body().equals(actor.body())) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_YOURS);
                    }
                    if (meeting.get().seq() != shown) {
                        return new MeetingAnswer.Stale(id, meeting.get().seq());
                    }
                    if (step.after(meeting.get().state()).isEmpty()) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_NOW);
                    }
                    return work.apply(meeting.get());
                });
    }

    Meeting.File whole(Meeting meeting) {
        var sheets = meetings.sheets(meeting.id());
        return new Meeting.File(
                meeting,
                sheets,
                agendas.list(meeting.id(), meeting.sheet().agenda()),
                agendas.papers(meeting.id()),
                minutes.seats(meeting.id(), Minutes.ANSWER),
                minutes.seats(meeting.id(), Minutes.ATTENDANCE),
                minutes.list(meeting.id()),
                files(resolutions.ofMeeting(meeting.id())),
                minutes.isIssued(meeting.id()));
    }

    List<Resolution.File> files(List<Resolution> found) {
        var events = resolutions.events(found.stream().map(Resolution::id).toList());
        var today = ledger.today();
        var files = new ArrayList<Resolution.File>();
        for (var one : found) {
            var its = events.getOrDefault(one.id(), List.of());
            var issued = its.stream().filter(e -> e.step() == Resolution.Step.ISSUED).findFirst();
            files.add(
                    new Resolution.File(
                            one,
                            issued.map(Resolution.Event::text).orElse(""),
                            issued.map(Resolution.Event::body).orElse(""),
                            ResolutionCourse.of(one.deadline(), its, today)));
        }
        return files;
    }

    /// Writes the next sheet and moves the meeting on.
    ///
    /// @throws IllegalStateException when the step does not follow: the door has to look first
    int move(Actor actor, Meeting of, Step step, Meeting.Wish wish, String text, int agenda) {
        var state = step.after(of.state()).orElseThrow(IllegalStateException::new);
        var today = today();
        var due = due(of, step, wish, today);
        var sheet =
                new Meeting.Sheet(
                        ids.next(),
                        of.seq() + 1,
                        step,
                        wish,
                        agenda,
                        text,
                        due.map(WorkCalendar.Due::date).orElse(null),
                        due.map(WorkCalendar.Due::provisional).orElse(false),
                        actor.body(),
                        today,
                        now());
        meetings.add(of, sheet, actor);
        if (!meetings.move(of.id(), state, sheet)) {
            throw new IllegalStateException("not moved: " + of.id());
        }
        journal(actor, "meeting-" + step.word(), of.id(), sheet);
        return sheet.seq();
    }

    /// Until when the answers are wanted, at the latest the day itself; until when the minutes.
    private Optional<WorkCalendar.Due> due(
            Meeting of, Step step, Meeting.Wish wish, LocalDate today) {
        return switch (step) {
            case INVITED -> {
                var end = workdays(of.region(), today, of.sitting().answerWithin());
                yield Optional.of(
                        end.date().isAfter(wish.day())
                                ? new WorkCalendar.Due(wish.day(), false)
                                : end);
            }
            case HELD ->
                    Optional.of(workdays(of.region(), wish.day(), of.sitting().minutesWithin()));
            case CHANGED, AGENDA ->
                    Optional.ofNullable(of.sheet().due())
                            .map(d -> new WorkCalendar.Due(d, of.sheet().provisional()));
            case CALLED, CONFIRMED, CANCELLED -> Optional.empty();
        };
    }

    private WorkCalendar.Due workdays(String region, LocalDate from, int n) {
        int length = Math.clamp(n, 1, WorkCalendar.MOST_DAYS);
        return compacts.calendar(region, from)
                .orElseGet(() -> new WorkCalendar(Map.of(), Set.of(), WorkCalendar.Weekends.STAY))
                .due(from, length, WorkCalendar.TermUnit.WORKDAY);
    }

    void add(Actor actor, Resolution of, Resolution.Event event) {
        resolutions.add(of.region(), event, actor);
        journal(actor, "resolution-" + event.step().word(), event.id(), event);
    }

    /// The next event of a decision.
    Resolution.Event event(
            Actor actor,
            Resolution.File file,
            Resolution.Step step,
            String text,
            @Nullable UUID plan,
            @Nullable UUID adjustment) {
        return new Resolution.Event(
                ids.next(),
                file.resolution().id(),
                file.course().seq() + 1,
                step,
                text,
                plan,
                adjustment,
                actor.body(),
                today(),
                now());
    }

    /// Tells bodies something about a meeting, each once.
    ///
    /// @param about number or name that tells this from what was told before
    void tell(Actor actor, Meeting meeting, Collection<String> bodies, String word, Object about) {
        for (var body : bodies) {
            inbox.tell(
                    actor,
                    new Notification(
                            meeting.region(),
                            body,
                            "meeting " + meeting.id() + " " + word + " " + about,
                            "meeting.told." + word,
                            List.of(
                                    meeting.wish().title(),
                                    meeting.wish().day().toString(),
                                    meeting.wish().place(),
                                    Notification.bodyName(actor.body())),
                            "/meetings/" + meeting.id(),
                            word.equals("invited") ? meeting.sheet().due() : null));
        }
    }

    /// Tells bodies something about a decision, each once.
    void tell(Actor actor, Resolution of, Collection<String> bodies, String word, int seq) {
        for (var body : bodies) {
            inbox.tell(
                    actor,
                    new Notification(
                            of.region(),
                            body,
                            "resolution " + of.id() + " " + word + " " + seq,
                            "meeting.told.resolution." + word,
                            List.of(of.text(), Notification.bodyName(actor.body())),
                            "/meetings/resolutions/" + of.id(),
                            of.deadline()));
        }
    }

    void journal(Actor actor, String kind, UUID subject, Object what) {
        journal.record(actor, kind, subject, Digest.ofText(what.toString()).bytes());
    }

    Optional<Bodies> bodies(String region) {
        var today = today();
        return compacts.inForce(region, today).map(c -> new Bodies(c, today));
    }

    static Power power(String word) {
        return Power.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String word(Power power) {
        return power.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    UUID nextId() {
        return ids.next();
    }

    LocalDate today() {
        return ledger.today();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
