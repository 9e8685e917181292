package org.tongquan.ledger.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Lets the [Postman] make rounds while the application runs, where there is a mail server.
@Component
class Delivering implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);

    private final Postman postman;
    private @Nullable Thread thread;

    Delivering(Postman postman) {
        this.postman = postman;
    }

    @Override
    public synchronized void start() {
        if (postman.isOn()) {
            thread = Thread.ofVirtual().name("mail").start(this::run);
        }
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
            postman.round();
            return PAUSE;
        } catch (RuntimeException e) {
            if (isRunning()) {
                LOG.error("mail waits: {}", e.toString());
            }
            return PAUSE_AFTER_FAILURE;
        }
    }

    private synchronized boolean isToGoOn(Duration pause) {
        try {
            if (thread == Thread.currentThread()) {
                wait(pause.toMillis());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        return thread == Thread.currentThread();
    }
}
