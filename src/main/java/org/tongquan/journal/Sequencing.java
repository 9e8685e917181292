package org.tongquan.journal;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tongquan.host.Turns;

/// Lets the [Sequencer] take its turns while the application runs: starts before pages are served
/// and stops after the last of them.
@Component
class Sequencing extends Turns {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Sequencer sequencer;

    Sequencing(Sequencer sequencer) {
        super("journal-sequencer", Duration.ZERO, PAUSE_AFTER_FAILURE);
        this.sequencer = sequencer;
    }

    /// Before and after the web server, whose phase is near the highest number.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    protected Duration turn() {
        return sequencer.turn().isFull() ? Duration.ZERO : PAUSE;
    }
}
