package org.tongquan.host;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// One real PostgreSQL for all engine tests of a JVM, in a temporary data directory, with every
/// room migrated. Tests insert the rows they need under ids of their own.
public final class TestHost
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final class Holder {
        static final Host HOST = open();
    }

    private static final class Administering {
        static final DataSource SOURCE = one();

        private static DataSource one() {
            try {
                var connection = administrator().dataSource().getConnection();
                return new SingleConnectionDataSource(connection, true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// The host of this JVM; started at first use, stopped when the JVM ends.
    public static Host get() {
        return Holder.HOST;
    }

    /// The same data as an instance bound to another address would hold them; opens no socket.
    public static Host boundTo(String address) {
        var here = get().settings();
        var there =
                new HostSettings(
                        here.port(), address, here.data(), here.databaseUrl(), here.ownerUrl());
        return new Host(there, DataDirectory.open(here.data()), null, null, get().app());
    }

    /// The role that owns the schemas, for tests that look at the catalogue or try to break in.
    public static Database owner() {
        return new Database(get().app().url(), OwnPostgres.OWNER, credentials().owner());
    }

    /// The administrator of the server, whom no row-level security stops: for tests that look at
    /// everything that a transaction wrote.
    public static Database administrator() {
        return new Database(get().app().url(), "postgres", credentials().admin());
    }

    /// The administrator's one connection of this JVM, for tests that ask very often.
    public static DataSource administering() {
        return Administering.SOURCE;
    }

    private static Credentials credentials() {
        return Credentials.open(
                DataDirectory.open(get().settings().data()), new java.security.SecureRandom());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("host", get());
    }

    private static Host open() {
        try {
            var data = Files.createTempDirectory("tongquan-test");
            var host =
                    Host.serve(
                            new HostSettings(
                                    0, "127.0.0.1", data, Optional.empty(), Optional.empty()),
                            Progress.SILENT);
            Runtime.getRuntime().addShutdownHook(new Thread(host::close));
            return host;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
