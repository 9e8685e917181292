package org.tongquan.ledger.selected.web;

import java.util.Locale;
import java.util.Optional;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;

/// What is done with chosen rows.
enum Act {
    /// 催办
    REMIND(Power.SUPERVISE),
    /// 督办单
    NOTICE(Power.SUPERVISE),
    /// 交付评级
    RATE(Power.SUPERVISE),
    /// 明确责任单位
    ASSIGN(Power.ASSIGN);

    private final Power power;

    Act(Power power) {
        this.power = power;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isFor(Actor actor) {
        return actor.may(power);
    }

    static Optional<Act> find(String word) {
        for (var act : values()) {
            if (act.word().equals(word)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }
}
