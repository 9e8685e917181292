package org.tongquan.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Work that is done turn by turn on a thread of its own while the application runs. A turn that
/// fails is told in the log and followed by a longer pause; one that is under way at the end is
/// let come to its end, for a while.
public abstract class Turns implements SmartLifecycle {
    private static final Duration LONGEST_TURN = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final String name;
    private final Duration firstPause;
    private final Duration pauseAfterFailure;
    private @Nullable Thread thread;

    /// @param name of the thread, and of the work in the log
    /// @param firstPause before the first turn
    protected Turns(String name, Duration firstPause, Duration pauseAfterFailure) {
        this.name = name;
        this.firstPause = firstPause;
        this.pauseAfterFailure = pauseAfterFailure;
    }

    /// Does what is to be done.
    ///
    /// @return the pause before the next turn; none when more is waiting
    protected abstract Duration turn();

    /// Whether there is work of this kind at all.
    protected boolean isWanted() {
        return true;
    }

    @Override
    public synchronized void start() {
        if (isWanted()) {
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    @Override
    public void stop() {
        var running = tellToStop();
        if (running != null) {
            try {
                if (!running.join(LONGEST_TURN)) {
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
        var pause = firstPause;
        while (isToGoOn(pause)) {
            pause = oneTurn();
        }
    }

    private Duration oneTurn() {
        try {
            return turn();
        } catch (RuntimeException e) {
            if (isRunning()) {
                LOG.error("{} waits: {}", name, e.toString());
            }
            return pauseAfterFailure;
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
