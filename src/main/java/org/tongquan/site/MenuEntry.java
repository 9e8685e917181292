package org.tongquan.site;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.tongquan.kernel.Actor;

/// One entry of the menu, contributed by an engine as a bean.
///
/// @param order lower comes first; also decides about the [Group]
/// @param path where it leads
/// @param key message key of its label
/// @param shown for whom
/// @param waiting how many things wait behind it for whom; 0 shows no number
public record MenuEntry(
        int order, String path, String key, Predicate<Actor> shown, ToIntFunction<Actor> waiting) {

    /// An entry behind which nothing waits.
    public MenuEntry(int order, String path, String key, Predicate<Actor> shown) {
        this(order, path, key, shown, _ -> 0);
    }

    Group group() {
        var group = Group.PUBLIC;
        for (var one : Group.values()) {
            group = order >= one.first ? one : group;
        }
        return group;
    }

    /// The parts of a long menu, by the order of their entries.
    enum Group {
        /// What everybody sees.
        PUBLIC(0),
        /// What waits for the reader.
        OWN(20),
        /// What is worked on: lists, plans, notices, meetings.
        WORK(30),
        /// What came of it: figures, scores, reports.
        RESULTS(50),
        /// People, keys, audit.
        OFFICE(80);

        private final int first;

        Group(int first) {
            this.first = first;
        }

        String key() {
            return "site.menu." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
