package org.tongquan.settlement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.tongquan.settlement.posting.Recorded;

/// One thread that commits what many callers ask for: whatever came in while it committed the last
/// batch is the next one. So a busy account is locked once for all who want it, and the disk is
/// waited for once.
final class Committer implements SmartLifecycle {
    /// A batch takes no further request from here on. With the largest request and everything that
    /// is due on top it stays below [PostingId#PLACES].
    static final int ENOUGH = 4_000;

    /// Callers beyond this wait to be let in.
    private static final int MOST_WAITING = 10_000;

    /// How often pendings time out while nobody posts.
    private static final Duration TICK = Duration.ofSeconds(1);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final int TRIES = 8;

    /// Longest pause before the second try, twice that before the third, and so on: two processes
    /// that were in each other's way come apart.
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    private final Committing committing;
    private final BlockingQueue<Request> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private @Nullable Thread thread;

    Committer(Committing committing) {
        this.committing = committing;
    }

    /// Waits for the answer. The thread starts with the first caller where no lifecycle did so.
    ///
    /// @throws RuntimeException when the database failed: whether the instructions are in the books
    ///     is told by sending them again with the same keys
    List<Recorded> submit(Request request) {
        start();
        try {
            waiting.put(request);
            return request.answer().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted; send the same keys again");
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(
                    "not known to be recorded; send the same keys again", e.getCause());
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("settlement-committer").start(this::run);
        }
    }

    /// Lets what is waiting be committed first.
    @Override
    public void stop() {
        var running = tellToStop();
        if (running != null) {
            try {
                running.join(LONGEST_STOP);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized @Nullable Thread tellToStop() {
        var running = thread;
        thread = null;
        return running;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /// Starts before and stops after the web server, whose phase is near the highest number.
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (isRunning() || !waiting.isEmpty()) {
            try {
                var first = waiting.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) {
                    timeOut();
                } else {
                    commit(gather(first));
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void timeOut() {
        try {
            committing.commit(List.of(), true);
        } catch (RuntimeException e) {
            LOG.warn("pendings wait to be timed out: {}", e.toString());
        }
    }

    private List<Request> gather(Request first) {
        var requests = new ArrayList<Request>();
        int size = 0;
        for (var next = first; next != null; next = size < ENOUGH ? waiting.poll() : null) {
            requests.add(next);
            size += next.size();
        }
        return requests;
    }

    /// What the data themselves do not allow fails for its own caller alone; anything else is tried
    /// again, which the keys make safe.
    private void commit(List<Request> requests) {
        for (int left = TRIES; ; left--) {
            try {
                var answers = committing.commit(requests, left < TRIES);
                for (int i = 0; i < requests.size(); i++) {
                    requests.get(i).answer().complete(answers.get(i));
                }
                return;
            } catch (DataIntegrityViolationException e) {
                // another process may have been first with the same key: then it is found next time
                if (requests.size() > 1 && !(e instanceof DuplicateKeyException && left > 1)) {
                    requests.forEach(r -> commit(List.of(r)));
                    return;
                }
                if (left == 1) {
                    fail(requests, e);
                    return;
                }
            } catch (RuntimeException | Error e) {
                if (left == 1 || e instanceof Error) {
                    fail(requests, e);
                    return;
                }
            }
            pause(TRIES - left + 1);
        }
    }

    private static void pause(int tries) {
        var most = PAUSE.multipliedBy(tries).toMillis();
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most));
        } catch (InterruptedException _) {
            // the tries that are left are made at once
            Thread.currentThread().interrupt();
        }
    }

    private static void fail(List<Request> requests, Throwable e) {
        LOG.error(
                "{} callers do not know what became of their postings: {}",
                requests.size(),
                e.toString());
        requests.forEach(r -> r.answer().completeExceptionally(e));
    }
}
