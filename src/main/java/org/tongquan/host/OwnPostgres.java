package org.tongquan.host;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL child process of an instance that was given no server. Data are kept and durable
/// (`fsync` and `synchronous_commit` on); it listens on 127.0.0.1 only and asks for passwords.
final class OwnPostgres implements AutoCloseable {
    /// The major version of the binaries on the class path.
    static final String MAJOR = "18";

    static final String DATABASE = "tongquan";
    static final String OWNER = "tongquan_owner";
    static final String APP = "tongquan_app";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final String READY = "tongquan-ready";
    private static final String UNFINISHED = "postgres.unfinished";
    private static final String FIRST_START_RULES = "host all all 127.0.0.1/32 trust\n";
    private static final String RULES = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final EmbeddedPostgres postgres;
    private final Credentials credentials;

    private OwnPostgres(EmbeddedPostgres postgres, Credentials credentials) {
        this.postgres = postgres;
        this.credentials = credentials;
    }

    /// Starts PostgreSQL on the data directory; the caller holds the instance lock.
    static OwnPostgres start(DataDirectory data, Credentials credentials) {
        var folder = data.postgres();
        refuseOtherMajor(folder);
        stopOrphan(folder);
        boolean ready = Files.exists(folder.resolve(READY));
        try {
            if (ready) {
                return new OwnPostgres(builder(data, true, credentials).start(), credentials);
            }
            beginFirstStart(folder);
            var postgres = builder(data, false, credentials).start();
            return new OwnPostgres(postgres, credentials).finishFirstStart(folder);
        } catch (IOException | SQLException | RuntimeException e) {
            throw cannotStart(data, e);
        }
    }

    private static EmbeddedPostgres.Builder builder(
            DataDirectory data, boolean ready, Credentials credentials) {
        var log = data.log().resolve("postgres.log").toFile();
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data.postgres())
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(data.binaries().toFile())
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(START_LIMIT)
                        .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setDataDirectoryCustomizer(folder -> writeRules(folder, ready))
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("password_encryption", "scram-sha-256")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "60")
                        .setServerConfig("shared_buffers", "48MB")
                        .setServerConfig("work_mem", "16MB")
                        .setServerConfig("jit", "off")
                        .setServerConfig("timezone", "UTC");
        return ready ? builder.setConnectConfig("password", credentials.admin()) : builder;
    }

    private static void writeRules(File folder, boolean ready) {
        try {
            Files.writeString(
                    folder.toPath().resolve("pg_hba.conf"), ready ? RULES : FIRST_START_RULES);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private OwnPostgres finishFirstStart(Path folder) throws IOException, SQLException {
        try {
            makeRoles(folder);
            return this;
        } catch (IOException | SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /// Makes roles and database, then locks the door: from here on every role needs its password.
    private void makeRoles(Path folder) throws IOException, SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '%s'".formatted(credentials.admin()));
            statement.execute(
                    "create role %s login nosuperuser nobypassrls password '%s'"
                            .formatted(OWNER, credentials.owner()));
            statement.execute(
                    "create role %s login nosuperuser nobypassrls password '%s'"
                            .formatted(APP, credentials.app()));
            statement.execute("create database %s owner %s".formatted(DATABASE, OWNER));
            Files.writeString(folder.resolve("pg_hba.conf"), RULES);
            statement.execute("select pg_reload_conf()");
        }
        Files.createFile(folder.resolve(READY));
        Files.delete(unfinished(folder));
    }

    Database app() {
        return new Database(url(), APP, credentials.app());
    }

    Database owner() {
        return new Database(url(), OWNER, credentials.owner());
    }

    String url() {
        return url(postgres.getPort());
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    private static void refuseOtherMajor(Path folder) {
        var file = folder.resolve("PG_VERSION");
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            var major = Files.readString(file).strip();
            if (!major.equals(MAJOR)) {
                throw new CannotStart(
                        "%s was written by PostgreSQL %s, this version brings PostgreSQL %s"
                                .formatted(folder, major, MAJOR),
                        "dump it with the version that wrote it and restore the dump into an empty"
                                + " TONGQUAN_DATA (docs/guide/back-up.md)");
            }
        } catch (IOException e) {
            throw new CannotStart("cannot read " + file, "check the folder's owner", e);
        }
    }

    /// After `kill -9` of the JVM its PostgreSQL runs on. We hold the lock, so it belongs to
    /// nobody: stop it in order and start anew.
    private static void stopOrphan(Path folder) {
        var orphan = orphan(folder);
        if (orphan.isEmpty()) {
            return;
        }
        var process = orphan.get();
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            var end = process.onExit();
            end.get(STOP_LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted", "start again", e);
        } catch (IOException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new CannotStart(
                    "a PostgreSQL left over from an earlier run (process "
                            + process.pid()
                            + ") does not stop",
                    "stop that process and start again",
                    e);
        }
    }

    /// The live PostgreSQL that `postmaster.pid` names, if it is one and runs on this folder.
    static Optional<ProcessHandle> orphan(Path folder) {
        var file = folder.resolve("postmaster.pid");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(file);
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(p -> p.info().command().orElse("").contains("postgres"))
                    .filter(p -> runsOn(folder, p));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// A process number is given again after a restart of the machine, perhaps to another
    /// PostgreSQL. A server works in the folder of its data.
    private static boolean runsOn(Path folder, ProcessHandle process) {
        var worksIn = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.exists(worksIn)
                    ? Files.isSameFile(worksIn, folder)
                    : process.info().commandLine().orElse("").contains(folder.toString());
        } catch (IOException e) {
            return false;
        }
    }

    /// Leaves a mark that the folder is being made. A first start that was cut off left nothing of
    /// value, roles and database were never made: the mark says that what it left may go. Any other
    /// folder that is not ready is not ours to remove.
    private static void beginFirstStart(Path folder) throws IOException {
        if (Files.exists(unfinished(folder))) {
            remove(folder);
        } else if (Files.isDirectory(folder) && !isEmpty(folder)) {
            throw new CannotStart(
                    folder + " holds files, and no first start of this program made them",
                    "name the right TONGQUAN_DATA, or move that folder away;"
                            + " docs/guide/back-up.md says how data are restored");
        } else {
            Files.createFile(unfinished(folder));
        }
    }

    private static Path unfinished(Path folder) {
        return folder.resolveSibling(UNFINISHED);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static CannotStart cannotStart(DataDirectory data, Exception e) {
        if (e instanceof CannotStart clear) {
            return clear;
        }
        var log = data.log().resolve("postgres.log");
        if (isRoot() && !userNamespaces()) {
            return new CannotStart(
                    "PostgreSQL refuses to run as root, and this system offers no user namespaces",
                    "run as an ordinary user, or give a server with TONGQUAN_DATABASE_URL and"
                            + " TONGQUAN_DATABASE_OWNER_URL",
                    e);
        }
        return new CannotStart(
                "the own PostgreSQL does not start: " + firstLine(e),
                "read " + log + "; a full disk and wrong owners are the usual reasons",
                e);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean userNamespaces() {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String firstLine(Exception e) {
        @Nullable String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not stop cleanly", e);
        }
    }
}
