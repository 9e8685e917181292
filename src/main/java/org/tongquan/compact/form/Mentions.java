package org.tongquan.compact.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongquan.kernel.Problem;
import org.tongquan.kernel.Problems;

/// Where things were declared and mentioned while an input was read, for the checks after it.
/// Not thread-safe: one per input.
public final class Mentions {
    /// A place in the input; lines and columns start at 1.
    public record Place(String file, int line, int column) {
        public Problem problem(String what, String todo) {
            return new Problem(file, line, column, what, todo);
        }
    }

    /// An id that must have been declared under `kind`.
    public record Mention(String kind, String id, Place place) {}

    private final Map<String, Map<String, Place>> declared = new LinkedHashMap<>();
    private final List<Mention> mentioned = new ArrayList<>();
    private final IdentityHashMap<Object, Place> places = new IdentityHashMap<>();

    void declare(String kind, String id, Place place, Problems problems) {
        var first = declared.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).get(id);
        if (first == null) {
            declared.get(kind).put(id, place);
            return;
        }
        problems.add(
                place.problem(
                        "the " + kind + " '" + id + "' is declared a second time",
                        "rename or remove one; the first stands in %s, line %d"
                                .formatted(first.file(), first.line())));
    }

    void mention(String kind, String id, Place place) {
        mentioned.add(new Mention(kind, id, place));
    }

    void made(Object value, Place place) {
        places.put(value, place);
    }

    public Set<String> declared(String kind) {
        return new HashSet<>(declared.getOrDefault(kind, Map.of()).keySet());
    }

    public List<Mention> mentioned() {
        return List.copyOf(mentioned);
    }

    /// Where this very record (by identity) was read; the whole input when unknown.
    public Place placeOf(Object value) {
        return places.getOrDefault(value, new Place("", 0, 0));
    }
}
