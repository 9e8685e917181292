package org.tongquan.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where and how an instance runs, read from the environment. Defaults are here; bounds are checked
/// when the settings are made.
///
/// @param port `TONGQUAN_PORT`, 8080 unless told otherwise; 0 takes any free port
/// @param address `TONGQUAN_ADDRESS`, 127.0.0.1 unless told otherwise
/// @param data `TONGQUAN_DATA`, `./data` unless told otherwise
/// @param databaseUrl `TONGQUAN_DATABASE_URL`: JDBC address of the application's role; empty means
///     that the instance runs its own PostgreSQL
/// @param ownerUrl `TONGQUAN_DATABASE_OWNER_URL`: JDBC address of the role that migrates
public record HostSettings(
        int port,
        String address,
        Path data,
        Optional<String> databaseUrl,
        Optional<String> ownerUrl) {
    private static final int HIGHEST_PORT = 65_535;
    private static final String JDBC = "jdbc:postgresql:";

    public HostSettings {
        if (address.isBlank()) {
            throw new CannotStart("TONGQUAN_ADDRESS is empty", "leave it out to bind to 127.0.0.1");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new CannotStart(
                    "TONGQUAN_PORT is " + port, "set it to a number from 0 to " + HIGHEST_PORT);
        }
        if (databaseUrl.isPresent() != ownerUrl.isPresent()) {
            throw new CannotStart(
                    "only one of TONGQUAN_DATABASE_URL and TONGQUAN_DATABASE_OWNER_URL is set",
                    "set both (the application's role, and the role that migrates) or neither");
        }
        databaseUrl.ifPresent(url -> requireJdbc("TONGQUAN_DATABASE_URL", url));
        ownerUrl.ifPresent(url -> requireJdbc("TONGQUAN_DATABASE_OWNER_URL", url));
    }

    public static HostSettings from(Map<String, String> environment) {
        return new HostSettings(
                port(environment.getOrDefault("TONGQUAN_PORT", "8080")),
                environment.getOrDefault("TONGQUAN_ADDRESS", "127.0.0.1"),
                Path.of(environment.getOrDefault("TONGQUAN_DATA", "data")),
                nonBlank(environment.get("TONGQUAN_DATABASE_URL")),
                nonBlank(environment.get("TONGQUAN_DATABASE_OWNER_URL")));
    }

    /// The address itself is not shown: it may carry a password.
    private static void requireJdbc(String variable, String url) {
        if (!url.startsWith(JDBC)) {
            throw new CannotStart(
                    variable + " does not begin with " + JDBC,
                    "write it as " + JDBC + "//host:5432/tongquan?user=...&password=...");
        }
    }

    /// Whether this instance runs its own PostgreSQL.
    public boolean embedded() {
        return databaseUrl.isEmpty();
    }

    /// Whether only this machine can reach the pages.
    public boolean local() {
        return inetAddress().isLoopbackAddress();
    }

    /// Whether accounts whose passwords everybody may read may exist: own data, reachable from this
    /// machine only.
    boolean demonstration() {
        return embedded() && local();
    }

    InetAddress inetAddress() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw noAddressHere(e);
        }
    }

    /// Whether pages can be bound to the address at all.
    boolean ofThisMachine() {
        var bound = inetAddress();
        try {
            return bound.isLoopbackAddress()
                    || bound.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(bound) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    CannotStart noAddressHere(IOException cause) {
        return new CannotStart(
                "TONGQUAN_ADDRESS '" + address + "' is no address of this machine",
                "leave it out to bind to 127.0.0.1",
                cause);
    }

    private static Optional<String> nonBlank(@org.jspecify.annotations.Nullable String value) {
        return Optional.ofNullable(value).filter(v -> !v.isBlank());
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new CannotStart(
                    "TONGQUAN_PORT is '" + text + "'", "set it to a number, for example 8080", e);
        }
    }
}
