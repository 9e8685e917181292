package org.tongquan.ledger.hooks;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tongquan.host.Turns;

/// Lets the [Rounds] be made while the application runs.
@Component
class MakingRounds extends Turns {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private final Rounds rounds;

    MakingRounds(Rounds rounds) {
        super("webhooks", PAUSE, PAUSE_AFTER_FAILURE);
        this.rounds = rounds;
    }

    @Override
    protected Duration turn() {
        return rounds.make() > 0 ? Duration.ZERO : PAUSE;
    }
}
