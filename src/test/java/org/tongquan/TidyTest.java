package org.tongquan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongquan.site.Page;

/// Small enough to see, nothing left over, every room behind its own door.
class TidyTest {
    private static final int MOST_LINES = 400;
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_FILES = 25;
    private static final int MOST_PLAQUE_LINES = 15;
    private static final Path JAVA = Path.of("src/main/java/org/tongquan");

    /// Longer than the rest, with the reason.
    private static final Map<String, Integer> LONGER =
            Map.of("src/main/resources/static/tongquan.css", 950); // the one stylesheet, in parts

    /// What other rooms may read, reviewed one by one: the policies of all rooms ask which parties
    /// a body sees and what the compact in force lets it do.
    private static final Set<String> OPEN_TO_OTHERS =
            Set.of("compact.sees", "compact.visible", "compact.in_force", "compact.body");

    /// Schemas that serve every room.
    private static final Set<String> COMMON = Set.of("host");

    @Test
    void filesAreShortEnoughToSee() {
        assertThat(
                        sources("src", "bin", "bench")
                                .filter(
                                        s ->
                                                s.lines().size()
                                                        > LONGER.getOrDefault(s.name(), MOST_LINES))
                                .map(s -> s.name() + ": " + s.lines().size() + " lines"))
                .isEmpty();
    }

    @Test
    void linesOfJavaFitTheScreen() {
        var wide = new ArrayList<String>();
        sources("src").filter(s -> s.is("java")).forEach(s -> wide.addAll(tooWide(s)));
        assertThat(wide).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        var leftovers = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
        assertThat(
                        sources("src", "bin", "bench")
                                .filter(s -> leftovers.matcher(s.text()).find())
                                .map(TidySource::name))
                .isEmpty();
    }

    @Test
    void everyPackageHasAPlaqueOfAtMostFifteenLines() throws IOException {
        var faults = new ArrayList<String>();
        for (var folder : packages()) {
            var plaque = folder.resolve("package-info.java");
            if (!Files.exists(plaque)) {
                faults.add(folder + " has no plaque");
                continue;
            }
            var docs =
                    Files.readAllLines(plaque).stream().filter(l -> l.startsWith("///")).toList();
            if (docs.isEmpty() || !docs.getFirst().startsWith("/// # ")) {
                faults.add(folder + ": the plaque starts without '/// # '");
            }
            if (docs.size() > MOST_PLAQUE_LINES) {
                faults.add(folder + ": the plaque has " + docs.size() + " lines");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void packagesHoldAtMostTwentyFiveFiles() throws IOException {
        var full = new ArrayList<String>();
        for (var folder : packages()) {
            var files = javaFiles(folder).stream().filter(f -> !f.endsWith("package-info.java"));
            var count = files.count();
            if (count > MOST_FILES) {
                full.add(folder + " holds " + count + " files");
            }
        }
        assertThat(full).isEmpty();
    }

    @Test
    void noRoomReachesIntoAnotherRoomsSchema() throws IOException {
        var rooms = rooms();
        var sql =
                Pattern.compile(
                        "(?i)\\b(from|join|into|update|references|table|on)"
                                + "\\s+([a-z_]+)\\.([a-z_]+)");
        var faults = new ArrayList<String>();
        sources("src/main/java", "src/main/resources/db")
                .filter(s -> s.is("java") || s.is("sql"))
                .forEach(
                        source -> {
                            var found = sql.matcher(source.withoutComments());
                            while (found.find()) {
                                var other = found.group(2);
                                var table = other + "." + found.group(3);
                                if (rooms.contains(other)
                                        && !COMMON.contains(other)
                                        && !OPEN_TO_OTHERS.contains(table)
                                        && !source.room().equals(other)) {
                                    faults.add(source.name() + " reaches into " + table);
                                }
                            }
                        });
        assertThat(faults).isEmpty();
    }

    @Test
    void theCodeNamesNoMemberOfAShippedRegion() {
        var words = RegionWords.read(Path.of("compacts"));
        assertThat(words.size()).isGreaterThan(300);
        var faults = new ArrayList<String>();
        sources("src/main")
                .forEach(s -> words.in(s.text()).forEach(w -> faults.add(s.name() + ": " + w)));
        assertThat(faults).isEmpty();
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>" + Page.VERSION + "-SNAPSHOT</version>");
    }

    private static List<String> tooWide(TidySource source) {
        var wide = new ArrayList<String>();
        for (int i = 0; i < source.lines().size(); i++) {
            var line = source.lines().get(i);
            if (line.length() > MOST_COLUMNS && !line.startsWith("import ")) {
                wide.add(source.name() + ":" + (i + 1));
            }
        }
        return wide;
    }

    private static java.util.stream.Stream<TidySource> sources(String... roots) {
        return TidySource.under(roots).stream();
    }

    private static Set<String> rooms() throws IOException {
        try (var folders = Files.list(JAVA)) {
            return folders.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Path> packages() throws IOException {
        try (var folders = Files.walk(JAVA)) {
            return folders.filter(Files::isDirectory)
                    .filter(f -> !javaFiles(f).isEmpty())
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> javaFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
