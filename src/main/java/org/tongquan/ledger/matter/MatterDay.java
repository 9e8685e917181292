package org.tongquan.ledger.matter;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Daily;

/// What a day brings for major matters: one that nobody acknowledges climbs the ladder of the rule;
/// one that is not settled in time is told to the office. Each is told once.
@Component
class MatterDay implements Daily {
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
}
