package org.tongquan.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL server that the program did not make: Debian's oldest when one is installed,
/// otherwise the unpacked binaries. Its administrator is `postgres`; roles need no password.
final class GivenServer implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private GivenServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static GivenServer start(Path folder) throws Exception {
        var binaries = binaries();
        var data = folder.resolve("data");
        var log = folder.resolve("log").toFile();
        run(log, binaries.resolve("initdb"), "-D", data, "-U", "postgres", "-A", "trust")
                .waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        int port = freePort();
        var process =
                run(
                        log,
                        binaries.resolve("postgres"),
                        "-D",
                        data,
                        "-p",
                        port,
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=off");
        var server = new GivenServer(process, port);
        var end = Instant.now().plus(LIMIT);
        while (!server.answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("no server:\n" + Files.readString(log.toPath()));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return server;
    }

    private static Path binaries() throws IOException {
        var own = DataDirectory.open(TestHost.get().settings().data()).binaries();
        for (var place : List.of(DEBIAN, own)) {
            if (Files.isDirectory(place)) {
                try (var found = Files.walk(place, 3)) {
                    var servers =
                            found.filter(p -> p.endsWith("bin/postgres"))
                                    .filter(Files::isExecutable)
                                    .sorted()
                                    .toList();
                    if (!servers.isEmpty()) {
                        return servers.getFirst().getParent();
                    }
                }
            }
        }
        throw new IllegalStateException("no PostgreSQL binaries");
    }

    /// PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
    private static Process run(java.io.File log, Object... command) throws IOException {
        var words = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "-U"));
        }
        for (var word : command) {
            words.add(word.toString());
        }
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try (var _ = DriverManager.getConnection(url("postgres", "postgres"))) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    String url(String database, String role) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port, database, role);
    }

    /// Runs statements as administrator of one database.
    void administer(String database, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database, "postgres"));
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws Exception {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
