package org.tongquan.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tongquan.host.Database;

/// A running instance, started through `bin/run` as a user would, on temporary data.
public final class Instance implements AutoCloseable {
    private static final long LONGEST_START_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final long POLL_MS = 25;

    private final Process process;
    private final Path data;
    private final int port;
    private final double firstPageMs;

    private Instance(Process process, Path data, int port, double firstPageMs) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.firstPageMs = firstPageMs;
    }

    /// Starts on the given data and waits until `/` answers 200.
    public static Instance start(Path data, String region)
            throws IOException, InterruptedException {
        int port = freePort();
        var builder = new ProcessBuilder("bin/run", region);
        builder.environment().put("TONGQUAN_PORT", Integer.toString(port));
        builder.environment().put("TONGQUAN_DATA", data.toString());
        var log = data.resolveSibling(data.getFileName() + ".log").toFile();
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        long began = System.nanoTime();
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var client = HttpClient.newHttpClient();
        while (!answers(client, port)) {
            if (!process.isAlive() || System.nanoTime() - began > LONGEST_START_NANOS) {
                process.destroy();
                throw new IllegalStateException("no first page; see " + log);
            }
            Thread.sleep(POLL_MS);
        }
        double taken = (System.nanoTime() - began) / 1e6;
        client.close();
        return new Instance(process, data, port, taken);
    }

    /// An empty temporary data directory.
    public static Path newData() throws IOException {
        return Files.createTempDirectory("tongquan-bench");
    }

    /// Waits until the start is written down for other processes: all of it is done then.
    public void awaitReady() throws InterruptedException {
        while (!Files.exists(data.resolve("instance.properties"))) {
            Thread.sleep(POLL_MS);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /// Milliseconds from the start of the process until `/` answered 200.
    public double firstPageMs() {
        return firstPageMs;
    }

    /// The way in for the application's role.
    public Database app() throws IOException {
        return database("tongquan_app", "app");
    }

    /// The way in for the role that no row-level security binds.
    public Database admin() throws IOException {
        return database("postgres", "admin");
    }

    /// The same on data that no instance serves.
    public static Database admin(String url, Path data) throws IOException {
        var keys = new Properties();
        try (var in = Files.newInputStream(data.resolve("keys/database.properties"))) {
            keys.load(in);
        }
        return new Database(url, "postgres", keys.getProperty("admin"));
    }

    private Database database(String role, String name) throws IOException {
        var url = properties("instance.properties").getProperty("database");
        return new Database(url, role, properties("keys/database.properties").getProperty(name));
    }

    private Properties properties(String file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newInputStream(data.resolve(file))) {
            properties.load(in);
        }
        return properties;
    }

    /// Processor time of the Java process so far; it hardly depends on what else the machine does.
    public double processorSeconds() {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    /// The Java process first, then those of PostgreSQL: proportional set size in KB.
    public List<Long> memory() throws IOException {
        var found = new ArrayList<Long>();
        found.add(proportional(process.pid()));
        long database = 0;
        for (var child : postgres()) {
            database += proportional(child);
        }
        found.add(database);
        return found;
    }

    private List<Long> postgres() throws IOException {
        return postgres(data).map(ProcessHandle::pid).toList();
    }

    /// The server process that `postmaster.pid` names and what it started.
    public static Stream<ProcessHandle> postgres(Path data) throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
        var server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants());
    }

    private static long proportional(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                .filter(l -> l.startsWith("Pss:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")))
                .sum();
    }

    private static boolean answers(HttpClient client, int port) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"));
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Stops both processes in order.
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /// Takes temporary data away.
    public static void delete(Path data) throws IOException {
        try (var paths = Files.walk(data)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Files.deleteIfExists(data.resolveSibling(data.getFileName() + ".log"));
    }
}
