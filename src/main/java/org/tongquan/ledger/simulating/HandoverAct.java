package org.tongquan.ledger.simulating;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.compact.ResponsibleUnit;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.handover.Handed;
import org.tongquan.ledger.handover.HandingOver;

/// Once a year a unit's duties go to another of the same party.
@Component
@Order(45)
class HandoverAct implements Act {
    private static final int HANDED_OVER = 175;

    private final HandingOver handingOver;

    HandoverAct(HandingOver handingOver) {
        this.handingOver = handingOver;
    }

    @Override
    public void on(Play play, LocalDate today) {
        if (play.hasTravelled(Path.HANDED_OVER) || play.day(today) < HANDED_OVER) {
            return;
        }
        var office = play.cast().with(Power.ASSIGN);
        // a department if one has duties, else a government's
        var holders =
                handingOver.holders(office).stream()
                        .sorted(Comparator.comparing(h -> h.unit().endsWith("/gov")))
                        .toList();
        for (var holder : holders) {
            var taker = taker(play, holder.unit(), today);
            if (taker.isEmpty()) {
                continue;
            }
            var answer =
                    handingOver.handOver(
                            office, holder.unit(), taker.get(), Play.MARK + "机构改革，职责划转");
            if (play.count("duties-handed-over", answer instanceof Handed.Done, answer)) {
                play.travelled(Path.HANDED_OVER, holder.unit() + " " + taker.get());
            }
            return;
        }
    }

    /// Another department of the same party.
    private static Optional<String> taker(Play play, String unit, LocalDate today) {
        var holder = unit.substring(0, unit.indexOf('/'));
        if (!play.cast().parties().contains(holder)) {
            return Optional.empty();
        }
        return play.version().responsibleUnits(today).stream()
                .filter(u -> u.holder().equals(holder) && !u.generic())
                .map(ResponsibleUnit::id)
                .filter(u -> !u.equals(unit))
                .findFirst();
    }
}
