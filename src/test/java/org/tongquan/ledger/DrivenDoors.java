package org.tongquan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Drives the methods of doors and looks at what each transaction left behind: whoever leaves a
/// row must leave a journal entry.
public final class DrivenDoors {
    private final WrittenRows rows = new WrittenRows();
    private final Set<String> driven = new TreeSet<>();
    private final Map<String, Set<String>> wrote = new HashMap<>();

    /// @param method `Door.method`
    public <T> T run(String method, Supplier<T> work) {
        long before = rows.now();
        var answer = work.get();
        assertThat(rows.withoutEntry(before)).as(method + " left rows without an entry").isEmpty();
        driven.add(method);
        wrote.put(method, rows.changed(before));
        return answer;
    }

    /// Tables that each method wrote to.
    public Map<String, Set<String>> wrote() {
        return Map.copyOf(wrote);
    }

    /// Tables that a method wrote to.
    public Set<String> wrote(String method) {
        return wrote.getOrDefault(method, Set.of());
    }

    /// Fails naming the public methods that were not driven.
    public void requireAll(List<Class<?>> doors) {
        var all = new TreeSet<String>();
        for (var door : doors) {
            Arrays.stream(door.getDeclaredMethods())
                    .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                    .map(Method::getName)
                    .forEach(name -> all.add(door.getSimpleName() + "." + name));
        }
        assertThat(driven).containsAll(all);
    }
}
