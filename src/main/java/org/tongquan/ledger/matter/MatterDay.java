package org.tongquan.ledger.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Daily;
import org.tongquan.ledger.terms.MovedTerms;

/// What a day brings for major matters: one that nobody acknowledges climbs the ladder of the rule;
/// one that is not settled in time is told to the office. Each is told once. Terms that a new
/// calendar moved are told as well.
@Component
class MatterDay implements Daily, MovedTerms {
    private static final Actor JOB = Actor.job("ledger");

    private final Acting acting;
    private final Matters matters;
    private final MatterRecords records;

    MatterDay(Acting acting, Matters matters, MatterRecords records) {
        this.acting = acting;
        this.matters = matters;
        this.records = records;
    }

    @Override
    public void begin(String region, LocalDate day) {
        acting.run(
                JOB,
                () -> {
                    for (var file : records.files(matters.list(region, Alerting.MOST_LISTED))) {
                        if (file.course().isOverdue()) {
                            late(file);
                        }
                    }
                });
    }

    private void late(Matter.File file) {
        var matter = file.matter();
        var bodies = records.bodies(matter.region());
        var rule = records.rule(matter.region());
        if (bodies.isEmpty() || rule.isEmpty()) {
            return;
        }
        var word = "late-" + file.course().state().word();
        var due = file.course().due();
        bodies.get()
                .office()
                .ifPresent(o -> records.tell(JOB, matter, List.of(o), word, "office", due));
        for (var rung : file.course().reached(rule.get().ladder())) {
            var above = bodies.get().common(rung.to());
            records.tell(JOB, matter, above, word, "rung " + rung.after(), due);
        }
    }

    @Override
    public List<Moved> moved(String region, LocalDate day) {
        return acting.read(
                JOB,
                () ->
                        records.files(matters.list(region, Alerting.MOST_LISTED)).stream()
                                .flatMap(file -> moved(file).stream())
                                .toList());
    }

    private Optional<Moved> moved(Matter.File file) {
        var matter = file.matter();
        var begun = begun(file.course());
        var told = begun.map(Matter.Event::due);
        var now = file.course().due();
        if (told.isEmpty() || now == null || now.equals(told.get())) {
            return Optional.empty();
        }
        var bodies = new ArrayList<>(matter.bodies());
        bodies.add(matter.body());
        records.bodies(matter.region()).flatMap(Bodies::office).ifPresent(bodies::add);
        return Optional.of(
                new Moved(
                        "matter %s %d".formatted(matter.id(), begun.get().seq()),
                        matter.title(),
                        bodies,
                        told.get(),
                        now,
                        "/matters/" + matter.id()));
    }

    /// The event that began the term running now.
    private static Optional<Matter.Event> begun(Course course) {
        return course.events().reversed().stream()
                .filter(
                        e ->
                                e.step() == Matter.Step.REPORTED
                                        || e.step() == Matter.Step.ACKNOWLEDGED)
                .findFirst();
    }
}
