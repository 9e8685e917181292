package org.tongquan.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// The ground of one running instance: data directory, lock, database. Open it before anything
/// else, close it last.
public final class Host implements AutoCloseable {
    private final HostSettings settings;
    private final DataDirectory data;
    private final @Nullable InstanceLock lock;
    private final @Nullable OwnPostgres postgres;
    private final Database app;

    private Host(
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
        var lock = InstanceLock.take(data);
        try {
            return open(settings, data, lock, progress);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Joins the running instance's database, or opens the data directory for the length of one
    /// command when none runs.
    public static Host join(HostSettings settings, Progress progress) {
        var data = DataDirectory.open(settings.data());
        var lock = InstanceLock.tryTake(data);
        if (lock.isPresent()) {
            return open(settings, data, lock.get(), progress);
        }
        if (!settings.embedded()) {
            return new Host(settings, data, null, null, server(settings));
        }
        var running =
                InstanceLock.running(data)
                        .orElseThrow(
                                () ->
                                        new CannotStart(
                                                "an instance is just starting on " + data.root(),
                                                "try again in a few seconds"));
        var credentials = Credentials.open(data, new SecureRandom());
        var app = new Database(running.databaseUrl(), OwnPostgres.APP, credentials.app());
        return new Host(settings, data, null, null, app);
    }

    private static Host open(
            HostSettings settings, DataDirectory data, InstanceLock lock, Progress progress) {
        if (!settings.embedded()) {
            progress.stage("database: the given server");
            var owner = new Database(settings.ownerUrl().orElseThrow(), "", "");
            var app = server(settings);
            Roles.prepareServer(owner, app);
            Migrations.run(owner);
            Roles.requireWeak(app);
            return new Host(settings, data, lock, null, app);
        }
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

    private static void requireFreePort(HostSettings settings) {
        try (var probe =
                new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.address()))) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw new CannotStart(
                    "port %d on %s is taken".formatted(settings.port(), settings.address()),
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
        return settings.embedded() && settings.local();
    }

    /// The keys of this instance.
    public Vault vault() {
        return Vaults.open(data.keys());
    }

    @Override
    public void close() {
        if (postgres != null) {
            postgres.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
