package org.tongquan.compact.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongquan.compact.Resolved;
import org.tongquan.kernel.Problems;

/// The folder in which people write compacts, one folder each: `compacts/<id>/**/*.yaml`.
/// Worked examples below `expected/` are not part of a compact.
public final class CompactFolder {
    /// More files than this in one compact are refused.
    public static final int MOST_FILES = 1_000;

    /// Longest chain of compacts that use or lie in each other.
    public static final int MOST_BASES = 8;

    /// What an id may look like; it is also a folder's name.
    public static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final String EXPECTED = "expected";

    private final Path folder;
    private final List<Path> folders;

    public CompactFolder(Path folder) {
        this(folder, folder);
    }

    /// @param bases a second folder, for what the compacts here build on
    public CompactFolder(Path folder, Path bases) {
        this.folder = folder;
        this.folders = List.of(folder, bases);
    }

    /// Ids of all compacts here, in order.
    public List<String> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(e -> Files.isRegularFile(e.resolve(CompactReading.HEAD_FILE)))
                    .map(e -> e.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a compact with its bases and its region, and checks it.
    public Loaded load(String id) {
        var problems = new Problems();
        var resolved = new Loading(problems).load(id, "");
        return resolved.filter(_ -> problems.isEmpty())
                .<Loaded>map(Loaded.Ok::new)
                .orElseGet(() -> new Loaded.Rejected(problems.list()));
    }

    /// Reads one file that holds a whole compact, such as an export; what it uses comes from
    /// this folder.
    ///
    /// @param name name of the file, for the problems
    public Loaded read(String name, byte[] bytes) {
        var problems = new Problems();
        return Loaded.read(name, bytes, id -> new Loading(problems).load(id, name), problems);
    }

    /// The folder that holds a compact; the first one when none does.
    private Path home(String id) {
        return folders.stream()
                .filter(f -> Files.isRegularFile(head(f, id)))
                .findFirst()
                .orElse(folder);
    }

    private static Path head(Path folder, String id) {
        return folder.resolve(id).resolve(CompactReading.HEAD_FILE);
    }

    /// One load: each compact is read once, however often it is used.
    private final class Loading {
        private final Problems problems;
        private final Map<String, Optional<Resolved>> done = new HashMap<>();
        private final LinkedHashMap<String, Boolean> underway = new LinkedHashMap<>();

        Loading(Problems problems) {
            this.problems = problems;
        }

        /// @param by file that asked for it, empty for the first
        Optional<Resolved> load(String id, String by) {
            if (done.containsKey(id)) {
                return done.get(id);
            }
            if (underway.containsKey(id) || underway.size() >= MOST_BASES) {
                problems.add(
                        by,
                        0,
                        "compacts use each other in a circle or too deeply: "
                                + String.join(" -> ", underway.keySet())
                                + " -> "
                                + id,
                        "remove one 'uses' or 'within'");
                return Optional.empty();
            }
            if (!exists(id, by)) {
                return Optional.empty();
            }
            underway.put(id, true);
            var resolved = read(id);
            underway.remove(id);
            done.put(id, resolved);
            return resolved;
        }

        private boolean exists(String id, String by) {
            if (ID.matcher(id).matches() && Files.isRegularFile(head(home(id), id))) {
                return true;
            }
            problems.add(
                    by.isEmpty() ? folder.resolve(id).toString() : by,
                    0,
                    "there is no compact '" + id + "' (no " + CompactReading.HEAD_FILE + ")",
                    "known: " + String.join(", ", list()));
            return false;
        }

        private Optional<Resolved> read(String id) {
            var reading = new CompactReading(problems);
            for (var file : files(id)) {
                var name = home(id).relativize(file).toString().replace('\\', '/');
                try {
                    reading.add(name, Files.readAllBytes(file));
                } catch (IOException e) {
                    problems.add(name, 0, "cannot be read: " + e.getMessage(), "make it readable");
                }
            }
            var headFile = id + "/" + CompactReading.HEAD_FILE;
            return reading.finish(headFile)
                    .flatMap(c -> reading.resolve(c, id, headFile, base -> load(base, headFile)));
        }

        private List<Path> files(String id) {
            var root = home(id).resolve(id);
            List<Path> all;
            try (var walk = Files.walk(root)) {
                all =
                        walk.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                                .filter(f -> !isExpected(root.relativize(f)))
                                .limit(MOST_FILES + 1L)
                                .sorted(Comparator.comparing(f -> root.relativize(f).toString()))
                                .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (all.size() > MOST_FILES) {
                problems.add(id, 0, "more than " + MOST_FILES + " files", "merge small files");
                return List.of();
            }
            for (var file : all) {
                if (file.toString().endsWith(".yml")) {
                    problems.add(
                            home(id).relativize(file).toString(),
                            0,
                            "files ending in .yml are not read",
                            "rename it to .yaml");
                }
            }
            return all.stream().filter(f -> f.toString().endsWith(".yaml")).toList();
        }

        private boolean isExpected(Path file) {
            return file.getName(0).toString().equals(EXPECTED);
        }
    }
}
