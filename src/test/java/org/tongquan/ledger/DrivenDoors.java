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
    /// What is noted without an entry, because nothing changes by it: an attempt is counted before
    /// the password is checked, its outcome is recorded; a session and a key were seen in use.
    private static final Map<String, Set<String>> NOTES =
            Map.of(
                    "Identity.signIn", Set.of("identity.person"),
                    "Identity.standing", Set.of("identity.session"),
                    "Keys.recognise", Set.of("identity.api_key"));

    private final WrittenRows rows = new WrittenRows();
    private final Set<String> driven = new TreeSet<>();
    private final Map<String, Set<String>> wrote = new HashMap<>();

    /// @param method `Door.method`
    public <T> T run(String method, Supplier<T> work) {
        var there = rows.counts();
        long before = rows.now();
        var answer = work.get();
        var silent = rows.withoutEntry(before);
        silent.keySet().removeAll(NOTES.getOrDefault(method, Set.of()));
        assertThat(silent).as(method + " left rows without an entry").isEmpty();
        var fewer = rows.fewerThan(there);
        assertThat(fewer.isEmpty() || rows.recorded(before))
                .as(method + " took rows out of " + fewer + " without an entry")
                .isTrue();
        driven.add(method);
        var changed = wrote.computeIfAbsent(method, m -> new TreeSet<>());
        changed.addAll(rows.changed(before));
        changed.addAll(fewer);
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

    /// The same, and fails naming those that open a transaction to write and were never seen to
    /// write: a refused call drives nothing.
    public void requireAllWriting(List<Class<?>> doors) {
        requireAll(doors);
        var idle = new TreeSet<String>();
        doors.forEach(door -> idle.addAll(WritingMethods.of(door)));
        idle.retainAll(driven);
        idle.removeIf(method -> !wrote(method).isEmpty());
        assertThat(idle).as("methods that write and did not in this test").isEmpty();
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
