package org.tongquan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every sentence exists in both languages, is used, and can be filled in.
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern QUOTED =
            Pattern.compile("\"([a-z][A-Za-z0-9_.-]*\\.[A-Za-z0-9_.-]*)\"");
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"\\s*[,)]");

    @Test
    void everyKeyExistsInBothLanguages() {
        for (var file : chinese()) {
            assertThat(load(english(file)).stringPropertyNames())
                    .as(file.getFileName().toString())
                    .isEqualTo(load(file).stringPropertyNames());
        }
    }

    @Test
    void everyKeyStartsWithItsRoom() {
        for (var file : chinese()) {
            var room = file.getFileName().toString().replace(".properties", "");
            assertThat(load(file).stringPropertyNames())
                    .as(file.getFileName().toString())
                    .allMatch(key -> key.startsWith(room + "."));
        }
    }

    /// A key counts as used when it stands in quotes, or begins with quoted text that ends in a dot
    /// or a hyphen and is completed at run time.
    @Test
    void everyKeyIsUsed() {
        var quoted = new TreeSet<String>();
        var begun = new TreeSet<String>();
        for (var source : TidySource.under("src/main/java", "src/main/jte")) {
            var found = QUOTED.matcher(source.text());
            while (found.find()) {
                var key = found.group(1);
                (key.endsWith(".") || key.endsWith("-") ? begun : quoted).add(key);
            }
        }
        var unused = new ArrayList<String>();
        for (var file : chinese()) {
            for (var key : load(file).stringPropertyNames()) {
                if (!quoted.contains(key) && begun.stream().noneMatch(key::startsWith)) {
                    unused.add(key);
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void everySentenceThatIsSaidExists() {
        var known = new TreeSet<String>();
        chinese().forEach(file -> known.addAll(load(file).stringPropertyNames()));
        var missing = new ArrayList<String>();
        for (var source : TidySource.under("src/main/java", "src/main/jte")) {
            var found = SAID.matcher(source.text());
            while (found.find()) {
                if (!known.contains(found.group(1))) {
                    missing.add(source.name() + ": " + found.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /// Both languages take the same values, and an English apostrophe does not swallow them.
    @Test
    void bothLanguagesTakeTheSameValues() {
        for (var file : chinese()) {
            var zh = load(file);
            var en = load(english(file));
            for (var key : zh.stringPropertyNames()) {
                var expected = new MessageFormat(zh.getProperty(key)).getFormatsByArgumentIndex();
                var given = new MessageFormat(en.getProperty(key)).getFormatsByArgumentIndex();
                assertThat(given.length).as(key).isEqualTo(expected.length);
            }
        }
    }

    private static List<Path> chinese() {
        try (var files = Files.list(FOLDER)) {
            return files.filter(f -> !f.toString().endsWith("_en.properties")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path english(Path chinese) {
        return chinese.resolveSibling(
                chinese.getFileName().toString().replace(".properties", "_en.properties"));
    }

    private static Properties load(Path file) {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
