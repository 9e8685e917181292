package org.tongquan.host;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder that holds everything an instance keeps: `postgres/`, `keys/`, `log/`, the lock.
///
/// @param root absolute path
record DataDirectory(Path root) {
    static DataDirectory open(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            makePrivate(root);
            makePrivate(root.resolve("keys"));
            makePrivate(root.resolve("log"));
        } catch (IOException e) {
            throw new CannotStart(
                    "the data directory " + root + " cannot be made or written",
                    "set TONGQUAN_DATA to a folder that this user may write",
                    e);
        }
        return new DataDirectory(root);
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path log() {
        return root.resolve("log");
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    Path lock() {
        return root.resolve("instance.lock");
    }

    Path instance() {
        return root.resolve("instance.properties");
    }

    /// Creates a folder with mode 0700, or leaves an existing one as it is.
    static void makePrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }
}
