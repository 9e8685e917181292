package org.tongquan.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A Tongquan instance in a process of its own, to be killed.
final class InstanceProcess implements AutoCloseable {
    private static final String REGION = "capital-circle";
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Path data;
    private final Path output;
    private final Process process;

    private InstanceProcess(Path data, Path output, Process process) {
        this.data = data;
        this.output = output;
        this.process = process;
    }

    static InstanceProcess launch(Path data, Map<String, String> environment) {
        return launch(data, environment, "serve", REGION);
    }

    /// Any command on the data directory.
    static InstanceProcess launch(Path data, Map<String, String> environment, String... arguments) {
        try {
            var output = Files.createTempFile("tongquan-instance", ".log");
            var builder =
                    new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.tongquan.Tongquan");
            builder.command().addAll(List.of(arguments));
            builder.environment().put("TONGQUAN_PORT", "0");
            builder.environment().put("TONGQUAN_DATA", data.toString());
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            return new InstanceProcess(data, output, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InstanceProcess start(Path data, String region, Map<String, String> environment)
            throws InterruptedException {
        var instance = launch(data, environment, "serve", region);
        instance.awaitReady();
        return instance;
    }

    static InstanceProcess start(Path data) throws InterruptedException {
        return start(data, Map.of());
    }

    static InstanceProcess start(Path data, Map<String, String> environment)
            throws InterruptedException {
        return start(data, REGION, environment);
    }

    void awaitReady() throws InterruptedException {
        var limit = Instant.now().plus(START_LIMIT);
        while (!output().contains("http://127.0.0.1:")) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                throw new IllegalStateException("did not start:\n" + output());
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    /// Waits for an instance that refuses to start and returns its exit code.
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running:\n" + output());
        }
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The port of the pages, from the address printed.
    int port() {
        var address = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)").matcher(output());
        if (!address.find()) {
            throw new IllegalStateException("no address:\n" + output());
        }
        return Integer.parseInt(address.group(1));
    }

    void killProgram() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void interrupt() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    ProcessHandle postgres() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    void killPostgres() throws Exception {
        var handle = postgres();
        new ProcessBuilder("kill", "-9", Long.toString(handle.pid())).start().waitFor();
        handle.onExit().get(30, TimeUnit.SECONDS);
    }

    /// A connection as the owner role, for rows that must survive.
    Connection owner() throws SQLException {
        return connection(OwnPostgres.OWNER, credentials().owner());
    }

    /// A connection that sees everything and can hold a lock.
    Connection administrator() throws SQLException {
        return connection("postgres", credentials().admin());
    }

    private Credentials credentials() {
        return Credentials.open(DataDirectory.open(data), new java.security.SecureRandom());
    }

    private Connection connection(String role, String password) throws SQLException {
        var url = InstanceLock.running(DataDirectory.open(data)).orElseThrow().databaseUrl();
        return DriverManager.getConnection(url, role, password);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
