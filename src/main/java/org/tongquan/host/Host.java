package org.tongquan.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The ground of one running instance: data directory, lock, database. Open it before anything
/// else, close it last.
public final class Host implements AutoCloseable {
    /// How long a command waits for an instance that starts, or for another command.
    private static final Duration JOIN_LIMIT = Duration.ofSeconds(60);

    private static final Duration JOIN_PAUSE = Duration.ofMillis(100);

    private final HostSettings settings;
    private final DataDirectory data;
    private final @Nullable InstanceLock lock;
    private final @Nullable OwnPostgres postgres;
    private final Database app;
    private final AtomicBoolean closed = new AtomicBoolean();

    Host(
            HostSettings settings,
            DataDirectory data,
            @Nullable InstanceLock lock,
            @Nullable OwnPostgres postgres,
            Database app) {
        this.settings = settings;
        this.data = data;
        this.lock = lock;
        this.postgres = postgres;
        this.app = app;
    }

    /// Opens an instance that serves pages: takes the lock, starts or finds PostgreSQL, migrates.
    ///
    /// @throws CannotStart with the reason and the way out
    public static Host serve(HostSettings settings, Progress progress) {
        requireFreePort(settings);
        var data = DataDirectory.open(settings.data());
        return open(settings, data, InstanceLock.take(data), progress);
    }

    /// Opens the data directory for one command that nobody may be at work beside.
    ///
    /// @throws CannotStart with the reason and the way out
    public static Host alone(HostSettings settings, Progress progress) {
        var data = DataDirectory.open(settings.data());
        var host = open(settings, data, InstanceLock.take(data), progress);
        host.announce(InstanceLock.COMMAND);
        return host;
    }

    /// Joins the running instance's database, or opens the data directory for the length of one
    /// command when none runs. Waits while an instance starts or another command is at work.
    ///
    /// @throws CannotStart with the reason and the way out
    public static Host join(HostSettings settings, Progress progress) {
        return join(settings, progress, JOIN_LIMIT);
    }

    static Host join(HostSettings settings, Progress progress, Duration limit) {
        var data = DataDirectory.open(settings.data());
        var end = Instant.now().plus(limit);
        while (true) {
            var lock = InstanceLock.tryTake(data);
            if (lock.isPresent()) {
                var host = open(settings, data, lock.get(), progress);
                host.announce(InstanceLock.COMMAND);
                return host;
            }
            var running = InstanceLock.running(data).filter(InstanceLock.Running::serves);
            if (running.isPresent()) {
                var app = settings.embedded() ? own(data, running.get()) : server(settings);
                return new Host(settings, data, null, null, app);
            }
            if (Instant.now().isAfter(end)) {
                throw new CannotStart(
                        "an instance is just starting, or a command is at work, on " + data.root(),
                        "try again when it is ready");
            }
            pause();
        }
    }

    private static Database own(DataDirectory data, InstanceLock.Running running) {
        if (running.databaseUrl().isEmpty()) {
            throw new CannotStart(
                    "the running instance (" + running.describe() + ") works on a server",
                    "set TONGQUAN_DATABASE_URL and TONGQUAN_DATABASE_OWNER_URL as it has them");
        }
        var credentials = Credentials.open(data, new SecureRandom());
        return new Database(running.databaseUrl(), OwnPostgres.APP, credentials.app());
    }

    private static void pause() {
        try {
            Thread.sleep(JOIN_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted", "start again", e);
        }
    }

    private static Host open(
            HostSettings settings, DataDirectory data, InstanceLock lock, Progress progress) {
        try {
            return settings.embedded()
                    ? onOwnPostgres(settings, data, lock, progress)
                    : onServer(settings, data, lock, progress);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Host onServer(
            HostSettings settings, DataDirectory data, InstanceLock lock, Progress progress) {
        progress.stage("database: the given server");
        var owner = new Database(settings.ownerUrl().orElseThrow(), "", "");
        var app = server(settings);
        Roles.prepareServer(owner, app);
        Migrations.run(owner);
        Roles.requireWeak(app);
        return new Host(settings, data, lock, null, app);
    }

    private static Host onOwnPostgres(
            HostSettings settings, DataDirectory data, InstanceLock lock, Progress progress) {
        progress.stage("database: own PostgreSQL in " + data.postgres());
        var postgres = OwnPostgres.start(data, Credentials.open(data, new SecureRandom()));
        try {
            progress.stage("database: schemas");
            Migrations.run(postgres.owner());
            Roles.requireWeak(postgres.app());
            return new Host(settings, data, lock, postgres, postgres.app());
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static Database server(HostSettings settings) {
        return new Database(settings.databaseUrl().orElseThrow(), "", "");
    }

    /// Binds as the pages will: a socket that only waits out its last connection does not count.
    private static void requireFreePort(HostSettings settings) {
        var where = new InetSocketAddress(settings.inetAddress(), settings.port());
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(where, 1);
        } catch (IOException e) {
            if (!settings.ofThisMachine()) {
                throw settings.noAddressHere(e);
            }
            throw new CannotStart(
                    "port %d on %s is taken or not allowed (%s)"
                            .formatted(settings.port(), settings.address(), e.getMessage()),
                    "stop the program that uses it, or choose another with TONGQUAN_PORT",
                    e);
        }
    }

    /// Writes down for other processes of this machine where the running instance is found.
    public void announce(String address) {
        InstanceLock.announce(
                data,
                new InstanceLock.Running(
                        Long.toString(ProcessHandle.current().pid()),
                        address,
                        settings.embedded() ? app.url() : ""));
    }

    public HostSettings settings() {
        return settings;
    }

    /// The way in for the application's role.
    public Database app() {
        return app;
    }

    /// Whether demonstration accounts may exist: own data, reachable from this machine only.
    public boolean demonstration() {
        return settings.demonstration();
    }

    /// The keys of this instance.
    public Vault vault() {
        return Vaults.open(data.keys());
    }

    /// Stops what this host started and lets the lock go. Once is enough, more does no harm.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (postgres != null) {
            postgres.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
