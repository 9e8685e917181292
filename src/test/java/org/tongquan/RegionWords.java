package org.tongquan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/// The names of the shipped regions: their parties and bodies, and every city, county and district
/// of the province they lie in. Code that knows one of them is not free of regions.
final class RegionWords {
    private static final String PROVINCE = "37";
    private static final int SHORTEST = 2;

    /// Shorter names of bodies are words that any region uses (联席会议办公室).
    private static final int SHORTEST_BODY = 8;

    private final TreeSet<String> words = new TreeSet<>();
    private final Pattern pattern;

    private RegionWords(Path compacts) {
        try (var files = Files.walk(compacts)) {
            for (var file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                var name = file.getFileName().toString();
                if (name.startsWith("regions")) {
                    regions(file);
                } else if (List.of("parties.yaml", "bodies.yaml", "compact.yaml").contains(name)
                        && !file.startsWith(compacts.resolve("cn"))) {
                    names(load(file), name.equals("bodies.yaml") ? SHORTEST_BODY : SHORTEST);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pattern =
                Pattern.compile(
                        words.stream()
                                .map(
                                        w ->
                                                w.charAt(0) < 128
                                                        ? "\\b" + Pattern.quote(w) + "\\b"
                                                        : Pattern.quote(w))
                                .collect(Collectors.joining("|")));
    }

    static RegionWords read(Path compacts) {
        return new RegionWords(compacts);
    }

    int size() {
        return words.size();
    }

    /// The words found in this text.
    List<String> in(String text) {
        return pattern.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    private void regions(Path file) throws IOException {
        if (load(file) instanceof Map<?, ?> whole && whole.get("regions") instanceof List<?> list) {
            for (var each : list) {
                if (each instanceof Map<?, ?> region
                        && String.valueOf(region.get("code")).startsWith(PROVINCE)
                        && !"province".equals(region.get("level"))) {
                    add(region.get("name"), SHORTEST);
                    add(region.get("short"), SHORTEST);
                    add(region.get("en"), SHORTEST);
                }
            }
        }
    }

    /// Names of parties and bodies, wherever they stand in the file.
    private void names(Object node, int shortest) {
        switch (node) {
            case Map<?, ?> map -> {
                if (map.containsKey("id") || map.containsKey("code")) {
                    name(map.get("name"), shortest);
                }
                map.values().forEach(v -> names(v, shortest));
            }
            case List<?> list -> list.forEach(v -> names(v, shortest));
            case null, default -> {}
        }
    }

    private void name(Object name, int shortest) {
        if (name instanceof Map<?, ?> both) {
            add(both.get("zh"), shortest);
        } else {
            add(name, shortest);
        }
    }

    private void add(Object word, int shortest) {
        if (word instanceof String text && text.length() >= shortest) {
            words.add(text);
        }
    }

    private static Object load(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }
}
