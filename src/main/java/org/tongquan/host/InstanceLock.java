package org.tongquan.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The lock that decides whether an instance runs on a data directory. The kernel drops it when the
/// process ends, however it ends; nothing has to be cleaned up after `kill -9`.
final class InstanceLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private InstanceLock(FileChannel channel, FileLock lock) {
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

    static Optional<InstanceLock> tryTake(DataDirectory data) {
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = lock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new InstanceLock(channel, lock));
        } catch (IOException e) {
            throw new CannotStart(
                    "the lock file " + data.lock() + " cannot be opened",
                    "check that this user may write the data directory",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
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
        try (var out = Files.newBufferedWriter(data.instance())) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new CannotStart(
                    "cannot write " + data.instance(), "check the disk and the folder's owner", e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param address where the pages are, `-` for a command
    /// @param databaseUrl JDBC address without role and password
    record Running(String pid, String address, String databaseUrl) {
        String describe() {
            return "process " + pid + (address.equals("-") ? "" : ", " + address);
        }
    }
}
