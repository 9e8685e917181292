package org.tongquan.ledger.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.compact.conduct.MeetingRule;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;

/// Reads matters with their course, writes their events in the caller's transaction, and tells whom
/// it concerns.
@Component
class MatterRecords {
    private final Matters matters;
    private final Compacts compacts;
    private final Ledger ledger;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    MatterRecords(
            Matters matters,
            Compacts compacts,
            Ledger ledger,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.matters = matters;
        this.compacts = compacts;
        this.ledger = ledger;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    List<Matter.File> files(List<Matter> found) {
        var events = matters.events(found.stream().map(Matter::id).toList());
        var today = ledger.today();
        return found.stream()
                .map(
                        m ->
                                new Matter.File(
                                        m,
                                        Course.of(
                                                m.terms(),
                                                events.getOrDefault(m.id(), List.of()),
                                                calendar(m.region(), today),
                                                today),
                                        List.of()))
                .toList();
    }

    void record(
            Actor actor,
            Matter matter,
            int seq,
            Matter.Step step,
            String text,
            List<String> bodies) {
        var today = ledger.today();
        var calendar = calendar(matter.region(), today);
        var due =
                switch (step) {
                    case REPORTED ->
                            Optional.of(
                                    Course.workdays(calendar, today, matter.terms().acknowledge()));
                    case ACKNOWLEDGED ->
                            Optional.of(Course.workdays(calendar, today, matter.terms().settle()));
                    case ADDED, FORWARDED, ANSWERED, CLOSED -> Optional.<WorkCalendar.Due>empty();
                };
        var event =
                new Matter.Event(
                        ids.next(),
                        matter.id(),
                        seq,
                        step,
                        text,
                        bodies,
                        due.map(WorkCalendar.Due::date).orElse(null),
                        due.map(WorkCalendar.Due::provisional).orElse(false),
                        actor.body(),
                        today,
                        now());
        matters.add(matter, event, actor);
        journal.record(
                actor,
                "matter-" + step.word(),
                event.id(),
                Digest.ofText(event.toString()).bytes());
        var told = new ArrayList<String>();
        switch (step) {
            case REPORTED, ADDED, ANSWERED ->
                    bodies(matter.region()).flatMap(Bodies::office).ifPresent(told::add);
            case ACKNOWLEDGED -> told.add(matter.body());
            case FORWARDED -> told.addAll(bodies);
            case CLOSED -> {
                told.add(matter.body());
                told.addAll(matter.bodies());
            }
        }
        tell(actor, matter, told, step.word(), "" + seq, event.due());
    }

    /// Tells bodies something about a matter, each once.
    void tell(
            Actor actor,
            Matter matter,
            Collection<String> bodies,
            String word,
            String about,
            @Nullable LocalDate due) {
        for (var body : bodies) {
            inbox.tell(
                    actor,
                    new Notification(
                            matter.region(),
                            body,
                            "matter " + matter.id() + " " + word + " " + about,
                            "matter.told." + word,
                            List.of(matter.title(), Notification.bodyName(matter.body())),
                            "/matters/" + matter.id(),
                            due));
        }
    }

    Optional<MeetingRule> rule(String region) {
        var today = ledger.today();
        return compacts.inForce(region, today).flatMap(c -> c.rule(Compact::meetings, today));
    }

    Optional<Bodies> bodies(String region) {
        var today = ledger.today();
        return compacts.inForce(region, today).map(c -> new Bodies(c, today));
    }

    private WorkCalendar calendar(String region, LocalDate day) {
        return compacts.calendar(region, day)
                .orElseGet(() -> new WorkCalendar(Map.of(), Set.of(), WorkCalendar.Weekends.STAY));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
