package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The register of promises: what an item promised at first, what it promises now, and how often
/// it moved. Pure: counted from the published editions.
public final class Register {
    private Register() {}

    /// One item through all editions.
    ///
    /// @param promised as it was published first
    /// @param since day of that edition
    /// @param now as it reads in the last edition; null when it was taken out
    /// @param moved how often its deadline changed
    /// @param reworded how often its wording changed
    public record Entry(
            PlanItem promised, LocalDate since, @Nullable PlanItem now, int moved, int reworded) {
        /// Days by which the deadline is later than at first; negative when it is earlier.
        public long days() {
            return now == null ? 0 : ChronoUnit.DAYS.between(promised.deadline(), now.deadline());
        }

        public boolean isAsPromised() {
            return now != null && moved == 0 && reworded == 0;
        }
    }

    /// The items of one published edition, and its day.
    public record Edition(LocalDate on, List<PlanItem> items) {
        public Edition {
            items = List.copyOf(items);
        }
    }

    /// Every item that was ever published, in the order of its first edition.
    public static List<Entry> of(List<Edition> editions) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var edition : editions) {
            var gone = new LinkedHashMap<>(entries);
            for (var item : edition.items()) {
                var before = entries.get(item.id());
                entries.put(
                        item.id(),
                        before == null
                                ? new Entry(item, edition.on(), item, 0, 0)
                                : next(before, item));
                gone.remove(item.id());
            }
            gone.forEach(
                    (id, e) ->
                            entries.put(
                                    id,
                                    new Entry(
                                            e.promised(),
                                            e.since(),
                                            null,
                                            e.moved(),
                                            e.reworded())));
        }
        return List.copyOf(entries.values());
    }

    private static Entry next(Entry before, PlanItem item) {
        var last = before.now() == null ? before.promised() : before.now();
        boolean moved = !last.deadline().equals(item.deadline());
        boolean reworded = !last.textZh().equals(item.textZh());
        return new Entry(
                before.promised(),
                before.since(),
                item,
                before.moved() + (moved ? 1 : 0),
                before.reworded() + (reworded ? 1 : 0));
    }
}
