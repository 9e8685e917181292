package org.tongquan.ledger.chiefs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Daily;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.standing.Successors;
import org.tongquan.ledger.terms.MovedTerms;

/// What a day brings for chiefs: objects that the compact declares, rounds due soon or missed,
/// problems whose term has passed. Each is told once, because a key is told once, also after a
/// restart. Terms of problems that a new calendar moved are told as well.
@Component
class ChiefDay implements Daily, MovedTerms {
    /// Days before the end of a period on which a round not done is recalled.
    static final int REMIND_BEFORE = 7;

    /// Days after the end of a period within which a missed round is told: whoever was not running
    /// for longer is not flooded.
    static final int TELL_WITHIN = 100;

    private static final Actor JOB = Actor.job("ledger");

    private final Acting acting;
    private final ChargeFiles files;
    private final Declared declared;
    private final Compacts compacts;
    private final Inbox inbox;
    private final Successors successors;

    ChiefDay(
            Acting acting,
            ChargeFiles files,
            Declared declared,
            Compacts compacts,
            Inbox inbox,
            Successors successors) {
        this.acting = acting;
        this.files = files;
        this.declared = declared;
        this.compacts = compacts;
        this.inbox = inbox;
        this.successors = successors;
    }

    @Override
    public void begin(String region, LocalDate day) {
        var compact = compacts.inForce(region, day);
        if (compact.isEmpty()) {
            return;
        }
        declared.takeOver(JOB, compact.get(), day);
        var concerned = new Concerned(compact.get(), day);
        for (var file : acting.read(JOB, () -> files.list(region, day))) {
            acting.run(JOB, () -> begin(file, concerned));
        }
    }

    private void begin(ChargeFile file, Concerned concerned) {
        var offices = concerned.offices();
        orphans(file, concerned);
        for (var round : file.rounds()) {
            boolean recent = !round.last().isBefore(file.day().minusDays(TELL_WITHIN));
            if (recent && !round.last().isBefore(file.charge().on())) {
                tell(file, round, offices);
            }
        }
        for (var found : file.found()) {
            if (found.course().isOverdue()) {
                overdue(file, found, offices);
            }
        }
    }

    /// A unit that is no more loses nothing: the office is told what needs another one.
    private void orphans(ChargeFile file, Concerned concerned) {
        var holding = file.holding().filter(h -> !concerned.isUnit(now(file, h.unit())));
        if (holding.isPresent() && !file.isEnded()) {
            var about = "%s %d".formatted(file.charge().id(), holding.get().seq());
            orphan(file, concerned, about, holding.get().unit(), "/chiefs/" + file.charge().id());
        }
        for (var found : file.open()) {
            if (!concerned.isUnit(now(file, found.course().unit()))) {
                var about = "%s %d".formatted(found.matter().id(), found.course().term());
                var href = "/chiefs/problems/" + found.matter().id();
                orphan(file, concerned, about, found.course().unit(), href);
            }
        }
    }

    private void orphan(
            ChargeFile file, Concerned concerned, String about, String unit, String href) {
        var bodies = new LinkedHashSet<>(concerned.offices());
        units(file).stream().filter(concerned::isUnit).forEach(bodies::add);
        for (var body : bodies) {
            inbox.tell(
                    JOB,
                    new Notification(
                            file.charge().region(),
                            body,
                            "chiefs.orphan " + about,
                            "chiefs.told.orphan",
                            List.of(
                                    Chiefs.object(file.charge()),
                                    Notification.partyName(file.charge().party()),
                                    Notification.bodyName(unit)),
                            href,
                            null));
        }
    }

    private void tell(ChargeFile file, Round round, List<String> offices) {
        var values =
                List.of(
                        Chiefs.object(file.charge()),
                        Notification.partyName(file.charge().party()),
                        round.first().toString(),
                        round.last().toString());
        switch (round.state()) {
            case DONE, LATE -> {}
            case DUE -> {
                if (!file.day().isBefore(round.last().minusDays(REMIND_BEFORE))) {
                    told(file, Set.copyOf(units(file)), "due", round, values);
                }
            }
            case MISSED -> {
                var bodies = new LinkedHashSet<>(offices);
                bodies.addAll(units(file));
                told(file, bodies, "missed", round, values);
            }
        }
    }

    private List<String> units(ChargeFile file) {
        return file.holding().map(h -> List.of(now(file, h.unit()))).orElse(List.of());
    }

    /// The unit that holds a unit's duties now.
    private String now(ChargeFile file, String unit) {
        return successors.now(file.charge().region(), unit);
    }

    private void told(
            ChargeFile file, Set<String> bodies, String word, Round round, List<String> values) {
        for (var body : bodies) {
            inbox.tell(
                    JOB,
                    new Notification(
                            file.charge().region(),
                            body,
                            "chiefs.%s %s %s".formatted(word, file.charge().id(), round.first()),
                            "chiefs.told." + word,
                            values,
                            "/chiefs/" + file.charge().id(),
                            round.last()));
        }
    }

    private void overdue(ChargeFile file, ChargeFile.Found found, List<String> offices) {
        var course = found.course();
        var bodies = new LinkedHashSet<>(offices);
        bodies.addAll(units(file));
        bodies.add(now(file, course.unit()));
        var due = java.util.Objects.requireNonNull(course.due());
        for (var body : bodies) {
            inbox.tell(
                    JOB,
                    new Notification(
                            file.charge().region(),
                            body,
                            "chiefs.late %s %d".formatted(found.matter().id(), course.term()),
                            "chiefs.told.late",
                            List.of(
                                    Chiefs.object(file.charge()),
                                    Notification.partyName(file.charge().party()),
                                    found.matter().text(),
                                    Notification.bodyName(course.unit()),
                                    due.toString()),
                            "/chiefs/problems/" + found.matter().id(),
                            due));
        }
    }

    @Override
    public List<Moved> moved(String region, LocalDate day) {
        return acting.read(
                JOB,
                () -> {
                    var moved = new ArrayList<Moved>();
                    for (var file : files.list(region, day)) {
                        file.open().forEach(f -> moved(file, f).ifPresent(moved::add));
                    }
                    return moved;
                });
    }

    private Optional<Moved> moved(ChargeFile file, ChargeFile.Found found) {
        var course = found.course();
        var told =
                course.events().stream()
                        .filter(e -> e.seq() == course.term())
                        .findFirst()
                        .map(Matter.Event::due);
        if (told.isEmpty() || course.due() == null || course.due().equals(told.get())) {
            return Optional.empty();
        }
        var bodies = new ArrayList<>(units(file));
        bodies.add(now(file, course.unit()));
        return Optional.of(
                new Moved(
                        "chiefs.matter %s %d".formatted(found.matter().id(), course.term()),
                        found.matter().text(),
                        bodies,
                        told.get(),
                        course.due(),
                        "/chiefs/problems/" + found.matter().id()));
    }
}
