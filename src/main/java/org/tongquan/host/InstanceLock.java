package org.tongquan.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The lock that decides whether an instance runs on a data directory. The kernel drops it when the
/// process ends, however it ends; nothing has to be cleaned up after `kill -9`.
final class InstanceLock implements AutoCloseable {
    /// The address of a holder that serves no pages.
    static final String COMMAND = "-";

    /// Held by this process. Opening a locked file once more and closing it would drop the lock:
    /// so the kernel wants it.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final DataDirectory data;
    private final FileChannel channel;
    private final FileLock lock;

    private InstanceLock(DataDirectory data, FileChannel channel, FileLock lock) {
        this.data = data;
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the lock, or says which instance holds it.
    static InstanceLock take(DataDirectory data) {
        return tryTake(data)
                .orElseThrow(
                        () ->
                                new CannotStart(
                                        "another instance already runs on "
                                                + data.root()
                                                + running(data)
                                                        .map(r -> " (" + r.describe() + ")")
                                                        .orElse(""),
                                        "use that one, stop it first, or set TONGQUAN_DATA to"
                                                + " another folder"));
    }

    /// Takes the lock if nobody holds it. What an earlier holder wrote about itself is removed.
    static Optional<InstanceLock> tryTake(DataDirectory data) {
        if (!HELD.add(data.lock())) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            var channel =
                    FileChannel.open(
                            data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            taken = true;
            Files.deleteIfExists(data.instance());
            return Optional.of(new InstanceLock(data, channel, lock));
        } catch (IOException e) {
            throw new CannotStart(
                    "the lock file " + data.lock() + " cannot be opened",
                    "check that this user may write the data directory",
                    e);
        } finally {
            if (!taken) {
                HELD.remove(data.lock());
            }
        }
    }

    /// What the running instance wrote about itself, if any.
    static Optional<Running> running(DataDirectory data) {
        if (!Files.isRegularFile(data.instance())) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var in = Files.newBufferedReader(data.instance())) {
            properties.load(in);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(
                new Running(
                        properties.getProperty("pid", "?"),
                        properties.getProperty("address", "?"),
                        properties.getProperty("database", "")));
    }

    static void announce(DataDirectory data, Running running) {
        var properties = new Properties();
        properties.setProperty("pid", running.pid());
        properties.setProperty("address", running.address());
        properties.setProperty("database", running.databaseUrl());
        try {
            PrivateFile.write(data.instance(), out -> properties.store(out, null));
        } catch (IOException e) {
            throw new CannotStart(
                    "cannot write " + data.instance(), "check the disk and the folder's owner", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(data.instance());
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            HELD.remove(data.lock());
        }
    }

    /// @param address where the pages are, `-` for a command
    /// @param databaseUrl JDBC address without role and password
    record Running(String pid, String address, String databaseUrl) {
        String describe() {
            return "process " + pid + (address.equals(COMMAND) ? ", a command" : ", " + address);
        }

        /// Whether pages are served, by a process that lives.
        boolean serves() {
            return !address.equals(COMMAND)
                    && pid.matches("[0-9]{1,9}")
                    && ProcessHandle.of(Long.parseLong(pid)).isPresent();
        }
    }
}
