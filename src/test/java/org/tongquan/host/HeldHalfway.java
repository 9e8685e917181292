package org.tongquan.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.tongquan.identity.TestBrowser;

/// Kills the program at a chosen place of a request: a lock held by the administrator stops the
/// request there, and the program dies while it waits.
///
/// @param region the region it runs
/// @param data the instance's data, used again by the next start
/// @param environment settings of the instance
record HeldHalfway(String region, Path data, Map<String, String> environment) {
    static final String PASSWORD = "tongquan-demo";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    interface Request {
        void send(TestBrowser browser) throws Exception;
    }

    InstanceProcess start() throws InterruptedException {
        return InstanceProcess.start(data, region, environment);
    }

    /// Holds the lock, sends the request as somebody, waits until it waits, kills.
    ///
    /// @param page a page of theirs, for the form's token
    void kill(InstanceProcess instance, String login, String page, String lock, Request request)
            throws Exception {
        try (var browser = TestBrowser.signedIn(instance.port(), login, PASSWORD);
                var requests = Executors.newSingleThreadExecutor();
                var admin = instance.administrator();
                var watch = instance.administrator()) {
            browser.get(page);
            admin.setAutoCommit(false);
            execute(admin, lock);
            var sent = CompletableFuture.runAsync(() -> quietly(request, browser), requests);
            awaitWaiting(watch);
            instance.killProgram();
            sent.join();
        }
    }

    static long count(InstanceProcess instance, String sql) throws SQLException {
        try (var connection = instance.administrator()) {
            return number(connection, sql);
        }
    }

    /// The answer never comes: the program is dead.
    private static void quietly(Request request, TestBrowser browser) {
        try {
            request.send(browser);
        } catch (Exception cut) {
            assertThat(cut).isInstanceOf(java.io.IOException.class);
        }
    }

    private static void awaitWaiting(Connection watch) throws Exception {
        var limit = Instant.now().plus(LIMIT);
        var waiting = "select count(*) from pg_locks where not granted";
        while (number(watch, waiting) == 0) {
            assertThat(Instant.now()).as("the program comes to the lock").isBefore(limit);
            Thread.sleep(50);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
