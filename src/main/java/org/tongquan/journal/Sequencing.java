package org.tongquan.journal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Lets the [Sequencer] take its turns while the application runs: starts before pages are served
/// and stops after the last of them.
@Component
class Sequencing implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Sequencing.class);

    private final Sequencer sequencer;
    private @Nullable Thread thread;

    Sequencing(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofVirtual().name("journal-sequencer").start(this::run);
    }

    /// Lets a turn that is under way come to its end.
    @Override
    public void stop() {
        var running = tellToStop();
        if (running != null) {
            try {
                running.join(LONGEST_TURN);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /// Before and after the web server, whose phase is near the highest number.
    @Override
    public int getPhase() {
        return 0;
    }

    private synchronized @Nullable Thread tellToStop() {
        var running = thread;
        thread = null;
        notifyAll();
        return running;
    }

    private void run() {
        var pause = Duration.ZERO;
        while (isToGoOn(pause)) {
            pause = turn();
        }
    }

    private Duration turn() {
        try {
            return sequencer.turn().isFull() ? Duration.ZERO : PAUSE;
        } catch (RuntimeException e) {
            if (isRunning()) {
                LOG.error("journal entries wait for their place in the tree: {}", e.toString());
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
