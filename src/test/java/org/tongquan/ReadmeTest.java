package org.tongquan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The tours of both READMEs name what stands on the pages.
class ReadmeTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    @Test
    void theEnglishTourUsesTheLabelsOfThePages() throws IOException {
        var tour = between("README.md", "Look from outside", "## State");
        assertThat(marked(tour, "(?<!\\*)\\*([A-Z][^*]+)\\*(?!\\*)"))
                .hasSizeGreaterThan(10)
                .isSubsetOf(labels(true));
    }

    @Test
    void theChineseTourUsesTheLabelsOfThePages() throws IOException {
        var tour = between("README.zh-CN.md", "## 十分钟走一遍", "## 现状");
        assertThat(marked(tour, "“([^”]+)”")).hasSizeGreaterThan(10).isSubsetOf(labels(false));
    }

    private static String between(String file, String from, String to) throws IOException {
        var text = Files.readString(Path.of(file));
        return text.substring(text.indexOf(from), text.indexOf(to)).replaceAll("\\s*\n\\s*", " ");
    }

    private static Set<String> marked(String tour, String pattern) {
        return Pattern.compile(pattern)
                .matcher(tour)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> labels(boolean english) throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.filter(f -> f.toString().endsWith("_en.properties") == english)
                    .flatMap(ReadmeTest::lines)
                    .map(line -> line.substring(line.indexOf('=') + 1).strip())
                    .collect(Collectors.toSet());
        }
    }

    private static java.util.stream.Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> line.indexOf('=') > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
