package org.tongquan.compact.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.form.FormReader;
import org.tongquan.compact.form.Mentions;
import org.tongquan.compact.form.YamlFile;
import org.tongquan.kernel.Problems;

/// Merges the sections of a compact's files into one text. One reading for each compact.
final class CompactReading {
    /// The file that holds the head.
    static final String HEAD_FILE = "compact.yaml";

    private final Problems problems;
    private final Mentions mentions = new Mentions();
    private final Map<String, Object> sections = new LinkedHashMap<>();

    CompactReading(Problems problems) {
        this.problems = problems;
    }

    /// @param file name for people, relative to the folder of all compacts
    void add(String file, byte[] bytes) {
        var root = YamlFile.read(file, bytes, problems);
        if (root.isEmpty()) {
            return;
        }
        var read = new FormReader(file, problems, mentions).sections(Compact.class, root.get());
        read.forEach((key, value) -> merge(file, key, value));
    }

    /// A single file with all sections, whatever its name.
    void addWhole(String file, byte[] bytes) {
        YamlFile.read(file, bytes, problems)
                .map(r -> new FormReader(file, problems, mentions).sections(Compact.class, r))
                .ifPresent(sections::putAll);
    }

    private void merge(String file, String key, Object value) {
        if (value instanceof List<?> more) {
            var all = new ArrayList<Object>((List<?>) sections.getOrDefault(key, List.of()));
            all.addAll(more);
            sections.put(key, List.copyOf(all));
            return;
        }
        var place = mentions.placeOf(value);
        if (!file.equals(HEAD_FILE) && !file.endsWith("/" + HEAD_FILE)) {
            problems.add(
                    place.problem(
                            "the section '" + key + "' stands outside " + HEAD_FILE,
                            "move it to " + HEAD_FILE));
        } else if (sections.putIfAbsent(key, value) != null) {
            problems.add(
                    place.problem(
                            "a second " + HEAD_FILE + " below the compact's folder",
                            "keep the one at the top"));
        }
    }

    /// Finds what the compact draws on and checks that all fits together. Empty when something
    /// it draws on cannot be had; that is then among the problems.
    ///
    /// @param id the id it must have
    Optional<Resolved> resolve(
            Compact compact,
            String id,
            String headFile,
            Function<String, Optional<Resolved>> find) {
        var wanted = new ArrayList<>(compact.compact().uses());
        var within = compact.compact().within();
        if (within != null) {
            wanted.add(within);
        }
        var bases = wanted.stream().flatMap(w -> find.apply(w).stream()).toList();
        if (bases.size() < wanted.size()) {
            return Optional.empty();
        }
        var resolved = Resolved.of(compact, bases);
        new CompactCheck(resolved, mentions, problems).run(id, headFile);
        return Optional.of(resolved);
    }

    /// The whole text, or empty with the reason among the problems.
    Optional<Compact> finish(String headFile) {
        return new FormReader(headFile, problems, mentions).assemble(Compact.class, sections);
    }
}
