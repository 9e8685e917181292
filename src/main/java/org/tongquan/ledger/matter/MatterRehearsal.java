package org.tongquan.ledger.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.host.Acting;
import org.tongquan.ledger.rehearsing.Rehearsed;
import org.tongquan.ledger.rehearsing.Said;
import org.tongquan.ledger.rehearsing.Trial;

/// Until when major matters were to be acknowledged and settled under a version, by the rule of the
/// day on which each was reported.
@Component
class MatterRehearsal implements Rehearsed {
    private final Acting acting;
    private final Matters matters;

    MatterRehearsal(Acting acting, Matters matters) {
        this.acting = acting;
        this.matters = matters;
    }

    @Override
    public List<Said> under(Trial trial) {
        return acting.read(
                trial.actor(),
                () -> {
                    var said = new ArrayList<Said>();
                    var all =
                            matters.list(trial.region(), Integer.MAX_VALUE).stream()
                                    .filter(m -> trial.has(m.on()))
                                    .toList();
                    var events = matters.events(all.stream().map(Matter::id).toList());
                    for (var matter : all) {
                        trial.rule(Compact::meetings, matter.on())
                                .ifPresent(
                                        rule -> {
                                            int first =
                                                    matter.urgent()
                                                            ? rule.acknowledgeUrgentWithin()
                                                            : rule.acknowledgeWithin();
                                            var due = trial.due(matter.on(), first);
                                            said.add(said(matter, "acknowledge", due));
                                            events.getOrDefault(matter.id(), List.of()).stream()
                                                    .filter(MatterRehearsal::isAcknowledged)
                                                    .map(
                                                            e ->
                                                                    trial.due(
                                                                            e.on(),
                                                                            rule.settleWithin()))
                                                    .forEach(
                                                            d ->
                                                                    said.add(
                                                                            said(
                                                                                    matter,
                                                                                    "settle", d)));
                                        });
                    }
                    return said;
                });
    }

    private static boolean isAcknowledged(Matter.Event event) {
        return event.step() == Matter.Step.ACKNOWLEDGED;
    }

    private static Said said(Matter matter, String word, LocalDate due) {
        return new Said(
                Said.What.MATTER_TERM,
                matter.id() + " " + word,
                matter.title() + " " + word,
                matter.party(),
                due.toString());
    }
}
