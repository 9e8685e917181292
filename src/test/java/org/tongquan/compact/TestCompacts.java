package org.tongquan.compact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.compact.reading.Loaded;
import org.tongquan.kernel.Problem;

/// Compacts for tests: the shipped ones, the invented ones, and changed copies of these.
public final class TestCompacts {
    public static final Path SHIPPED = Path.of("compacts");
    public static final Path INVENTED = Path.of("src/test/resources/compacts");

    private TestCompacts() {}

    public static Resolved get(Path folder, String id) {
        return get(new CompactFolder(folder).load(id));
    }

    public static Resolved get(Loaded loaded) {
        return switch (loaded) {
            case Loaded.Ok(var resolved) -> resolved;
            case Loaded.Rejected(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    public static List<Problem> problems(Loaded loaded) {
        return switch (loaded) {
            case Loaded.Ok _ -> List.of();
            case Loaded.Rejected(var problems) -> problems;
        };
    }

    /// Copies the invented compacts, so that a test may change them.
    public static CompactFolder copy(Path to) {
        try (var files = Files.walk(INVENTED)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(INVENTED.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CompactFolder(to);
    }

    public static void replace(Path file, String old, String now) {
        try {
            var text = Files.readString(file);
            if (!text.contains(old)) {
                throw new AssertionError(file + " does not contain " + old);
            }
            Files.writeString(file, text.replace(old, now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
