package org.tongquan.ledger.hooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Lets the [Rounds] be made while the application runs.
@Component
class MakingRounds implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(MakingRounds.class);

    private final Rounds rounds;
    private @Nullable Thread thread;

    MakingRounds(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofVirtual().name("webhooks").start(this::run);
    }

    @Override
    public void stop() {
        var running = tellToStop();
        if (running != null) {
            try {
                if (!running.join(LONGEST_ROUND)) {
                    running.interrupt();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private synchronized @Nullable Thread tellToStop() {
        var running = thread;
        thread = null;
        notifyAll();
        return running;
    }

    private void run() {
        var pause = PAUSE;
        while (isToGoOn(pause)) {
            pause = round();
        }
    }

    private Duration round() {
        try {
            return rounds.make() > 0 ? Duration.ZERO : PAUSE;
        } catch (RuntimeException e) {
            if (isRunning()) {
                LOG.error("webhooks wait: {}", e.toString());
            }
            return PAUSE_AFTER_FAILURE;
        }
    }

    private synchronized boolean isToGoOn(Duration pause) {
        try {
            if (thread == Thread.currentThread() && pause.isPositive()) {
                wait(pause.toMillis());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        return thread == Thread.currentThread();
    }
}
