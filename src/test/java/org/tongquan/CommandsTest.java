package org.tongquan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// The reference pages know every command, every option and every setting that there is, and none
/// that there is not.
class CommandsTest {
    private static final Path COMMANDS = Path.of("docs/reference/commands.md");
    private static final Path CONFIGURATION = Path.of("docs/reference/configuration.md");
    private static final Pattern SETTING = Pattern.compile("\\bTONGQUAN_[A-Z_]+[A-Z]\\b");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*[a-z]");

    /// On every level, told once.
    private static final Set<String> EVERYWHERE = Set.of("--help", "--version");

    /// Options of programs that are no commands of Tongquan (`bin/check --all`).
    private static final Set<String> OF_SCRIPTS = Set.of();

    /// What the benchmarks alone read (bench/README.md), and settings in Spring's own form.
    private static final String BENCH = "TONGQUAN_BENCH_";

    private static final String IDENTITY = "TONGQUAN_IDENTITY_";

    @Test
    void everyCommandStandsInTheReferenceWithItsOptions() throws IOException {
        var page = Files.readString(COMMANDS);
        var missing = new ArrayList<String>();
        var known = new TreeSet<>(EVERYWHERE);
        known.addAll(OF_SCRIPTS);
        for (var command : leaves(Tongquan.line())) {
            var path = path(command);
            var lines = page.lines().filter(l -> l.contains("`" + path)).toList();
            if (lines.isEmpty()) {
                missing.add(path);
            }
            for (var option : command.getCommandSpec().options()) {
                known.addAll(List.of(option.names()));
                if (!EVERYWHERE.contains(option.longestName())
                        && !section(page, path).contains(option.longestName())) {
                    missing.add(path + " " + option.longestName());
                }
            }
        }
        assertThat(missing).as("not in " + COMMANDS).isEmpty();
        var told = found(OPTION, page);
        told.removeAll(known);
        assertThat(told).as("options in " + COMMANDS + " that no command has").isEmpty();
    }

    @Test
    void everyListingGivesJson() {
        var without =
                leaves(Tongquan.line()).stream()
                        .filter(c -> Set.of("list", "bodies", "show").contains(c.getCommandName()))
                        .filter(c -> c.getCommandSpec().findOption("--json") == null)
                        .map(CommandsTest::path);
        assertThat(without).isEmpty();
    }

    @Test
    void everySettingStandsInTheReferenceAndIsRead() throws IOException {
        var read = new TreeSet<String>();
        TidySource.under("src/main", "bin").forEach(s -> read.addAll(found(SETTING, s.text())));
        read.removeIf(name -> name.startsWith(BENCH));
        var told = found(SETTING, Files.readString(CONFIGURATION));
        told.removeIf(name -> name.startsWith(IDENTITY));
        assertThat(told).isEqualTo(read);
    }

    private static List<CommandLine> leaves(CommandLine command) {
        if (command.getSubcommands().isEmpty()) {
            return List.of(command);
        }
        return command.getSubcommands().values().stream().flatMap(c -> leaves(c).stream()).toList();
    }

    private static String path(CommandLine command) {
        return command.getCommandSpec().qualifiedName().replaceFirst("^tongquan ", "");
    }

    /// The row of a command and the text below it, up to the next row or heading; the sentences of
    /// its section where the command has one of its own.
    private static String section(String page, String path) {
        return page.lines()
                        .filter(l -> l.startsWith("| `" + path))
                        .collect(Collectors.joining("\n"))
                + Pattern.compile("\\n## ")
                        .splitAsStream(page)
                        .filter(s -> s.startsWith(path))
                        .collect(Collectors.joining("\n"));
    }

    private static TreeSet<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
