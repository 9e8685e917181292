package org.tongquan.ledger.progress;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.host.Acting;
import org.tongquan.ledger.rehearsing.Rehearsed;
import org.tongquan.ledger.rehearsing.Said;
import org.tongquan.ledger.rehearsing.Trial;

/// Which reports were owed by when under a version's rhythm, what became of each, and the alarms,
/// all as the last day of the trial sees them.
@Component
class ReportRehearsal implements Rehearsed {
    private final Acting acting;
    private final OwedRows rows;

    ReportRehearsal(Acting acting, OwedRows rows) {
        this.acting = acting;
        this.rows = rows;
    }

    @Override
    public List<Said> under(Trial trial) {
        var rules = trial.on(trial.to()).flatMap(version -> Rules.of(version, trial.to()));
        if (rules.isEmpty()) {
            return List.of();
        }
        var owed = acting.read(trial.actor(), () -> rows.ofRegion(trial.region(), trial.to()));
        var said = new ArrayList<Said>();
        for (var row : owed) {
            var rounds = Rounds.of(rules.get().duty(row), trial.to());
            rounds.rounds().stream()
                    .filter(r -> trial.has(r.last()))
                    .forEach(r -> said.add(round(row, r)));
            Alarm.wanted(rounds).forEach(a -> said.add(alarm(row, a)));
        }
        return said;
    }

    private static Said round(OwedRow row, Round round) {
        return new Said(
                Said.What.REPORT,
                String.join("\n", row.commitment(), row.party(), round.last().toString()),
                row.commitment() + " " + round.last(),
                row.party(),
                round.due() + " " + round.state().word());
    }

    private static Said alarm(OwedRow row, Alarm.Wanted wanted) {
        return new Said(
                Said.What.REPORT_ALARM,
                String.join("\n", row.commitment(), row.party(), wanted.key()),
                row.commitment() + " " + wanted.kind().word(),
                row.party(),
                wanted.since() + " " + wanted.count());
    }
}
