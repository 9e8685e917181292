package org.tongquan.ledger.chiefs;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Daily;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;

/// What a day brings for chiefs: objects that the compact declares, rounds due soon or missed,
/// problems whose term has passed. Each is told once, because a key is told once, also after a
/// restart.
@Component
class ChiefDay implements Daily {
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

    ChiefDay(Acting acting, ChargeFiles files, Declared declared, Compacts compacts, Inbox inbox) {
        this.acting = acting;
        this.files = files;
        this.declared = declared;
        this.compacts = compacts;
        this.inbox = inbox;
    }

    @Override
    public void begin(String region, LocalDate day) {
        var compact = compacts.inForce(region, day);
        if (compact.isEmpty()) {
            return;
        }
        declared.takeOver(JOB, compact.get(), day);
        var offices = new Concerned(compact.get(), day).offices();
        for (var file : acting.read(JOB, () -> files.list(region, day))) {
            acting.run(JOB, () -> begin(file, offices));
        }
    }

    private void begin(ChargeFile file, List<String> offices) {
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

    private static List<String> units(ChargeFile file) {
        return file.holding().map(h -> List.of(h.unit())).orElse(List.of());
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
        bodies.add(course.unit());
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
}
