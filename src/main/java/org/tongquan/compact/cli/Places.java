package org.tongquan.compact.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.compact.reading.Loaded;
import org.tongquan.kernel.Problems;

/// Finds the compact that somebody names on the command line: an id in the folder of all
/// compacts, the path of a compact's own folder, or an exported file.
public final class Places {
    private static final String SETTING = "TONGQUAN_COMPACTS";

    private Places() {}

    /// `TONGQUAN_COMPACTS` as system property or in the environment, else `./compacts`.
    public static Path compacts() {
        var property = System.getProperty(SETTING);
        var set = property == null ? System.getenv(SETTING) : property;
        return Path.of(set == null || set.isBlank() ? "compacts" : set);
    }

    static CompactFolder folder() {
        return new CompactFolder(compacts());
    }

    static Loaded load(String name) {
        var path = Path.of(name);
        if (Files.isRegularFile(path)) {
            try {
                return folder().read(name, Files.readAllBytes(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (Files.isDirectory(path) && !CompactFolder.ID.matcher(name).matches()) {
            var full = path.toAbsolutePath().normalize();
            return new CompactFolder(full.resolveSibling(".").normalize())
                    .load(full.getFileName().toString());
        }
        return folder().load(name);
    }

    /// The folder in which a compact's keys or signatures lie beside its text.
    static Path beside(String name, String what) {
        var path = Path.of(name);
        if (Files.isRegularFile(path)) {
            return path.toAbsolutePath().resolveSibling(what);
        }
        var own = Files.isDirectory(path) && !CompactFolder.ID.matcher(name).matches();
        return (own ? path : compacts().resolve(name)).resolve(what);
    }

    /// @throws Problems.Rejected with everything that is wrong with it
    public static Resolved get(String name) {
        return switch (load(name)) {
            case Loaded.Ok(var resolved) -> resolved;
            case Loaded.Rejected(var problems) -> throw new Problems.Rejected(problems);
        };
    }
}
