package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The register of promises: what an item promised at first, what it promises now, and how often
/// it moved, through splits and merges as well. Pure: counted from the published editions.
///
/// A part of a split keeps the first promise of the whole; an item that was merged into another
/// stands with the deadline of that one.
public final class Register {
    private Register() {}

    /// One item through all editions.
    ///
    /// @param promised as it, or the item that it is a part of, was published first
    /// @param since day of that edition
    /// @param now as it reads in the last edition; null when it was taken out
    /// @param deadline by when it is done now, or what became of it; null when it was cancelled
    /// @param moved how often its deadline changed
    /// @param reworded how often its wording changed
    /// @param from items that it is a part of, or that were merged into it
    /// @param into items that it was split or merged into
    public record Entry(
            String id,
            PlanItem promised,
            LocalDate since,
            @Nullable PlanItem now,
            @Nullable LocalDate deadline,
            int moved,
            int reworded,
            List<String> from,
            List<String> into) {
        public Entry {
            from = List.copyOf(from);
            into = List.copyOf(into);
        }

        /// Days by which the deadline is later than at first; negative when it is earlier.
        public long days() {
            return deadline == null ? 0 : ChronoUnit.DAYS.between(promised.deadline(), deadline);
        }

        public boolean isAsPromised() {
            return now != null && moved == 0 && reworded == 0 && from.isEmpty();
        }

        private Entry with(
                @Nullable PlanItem nextNow,
                @Nullable LocalDate nextDeadline,
                boolean moves,
                boolean rewords,
                List<String> nextFrom,
                List<String> nextInto) {
            return new Entry(
                    id,
                    promised,
                    since,
                    nextNow,
                    nextDeadline,
                    moved + (moves ? 1 : 0),
                    reworded + (rewords ? 1 : 0),
                    both(from, nextFrom),
                    nextInto);
        }
    }

    /// Where the items of an edition come from: a split or a merge that made it.
    public record Lineage(List<String> from, List<String> to) {
        public Lineage {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        /// What the edition that carries an approved wish owes to it; empty for a change that
        /// neither splits nor merges.
        static Optional<Lineage> of(Adjustment asked, List<PlanItem> before, List<PlanItem> after) {
            var old = before.stream().map(PlanItem::id).toList();
            var from = asked.wish().items();
            var to = after.stream().map(PlanItem::id);
            return switch (asked.wish().change()) {
                case SPLIT ->
                        Optional.of(
                                new Lineage(
                                        from,
                                        to.filter(i -> from.contains(i) || !old.contains(i))
                                                .toList()));
                case MERGE -> Optional.of(new Lineage(from, to.filter(from::contains).toList()));
                case ADD, MOVE_DEADLINE, CHANGE_TARGET, CANCEL -> Optional.empty();
            };
        }
    }

    /// The items of one published edition, and its day.
    ///
    /// @param lineage the split or merge that made it; null for any other change
    public record Edition(LocalDate on, List<PlanItem> items, @Nullable Lineage lineage) {
        public Edition {
            items = List.copyOf(items);
        }

        public Edition(LocalDate on, List<PlanItem> items) {
            this(on, items, null);
        }

        /// What an item of it came from; empty when it stood before by itself.
        private List<String> from(String id) {
            return lineage == null || !lineage.to().contains(id)
                    ? List.of()
                    : lineage.from().stream().filter(f -> !f.equals(id)).toList();
        }

        /// What became of an item that stands in it no longer; empty when it was cancelled.
        private List<String> into(String id) {
            return lineage == null || !lineage.from().contains(id) ? List.of() : lineage.to();
        }

        private Optional<LocalDate> latest(List<String> ids) {
            return items.stream()
                    .filter(i -> ids.contains(i.id()))
                    .map(PlanItem::deadline)
                    .max(LocalDate::compareTo);
        }
    }

    /// Every item that was ever published, in the order of its first edition.
    public static List<Entry> of(List<Edition> editions) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var edition : editions) {
            var gone = new LinkedHashMap<>(entries);
            edition.items().forEach(i -> gone.remove(i.id()));
            var born = new LinkedHashMap<String, Entry>();
            for (var item : edition.items()) {
                born.put(item.id(), next(entries, edition, item));
            }
            entries.putAll(born);
            gone.forEach((id, e) -> entries.put(id, out(edition, e)));
        }
        var all = new ArrayList<Entry>();
        entries.values().forEach(e -> all.add(followed(entries, e)));
        return all;
    }

    private static Entry next(Map<String, Entry> entries, Edition edition, PlanItem item) {
        var from = edition.from(item.id());
        var before = entries.get(item.id());
        if (before == null && !from.isEmpty()) {
            before = entries.get(from.getFirst());
        }
        if (before == null) {
            return new Entry(
                    item.id(),
                    item,
                    edition.on(),
                    item,
                    item.deadline(),
                    0,
                    0,
                    List.of(),
                    List.of());
        }
        var last = before.now() == null ? before.promised() : before.now();
        return new Entry(
                item.id(),
                before.promised(),
                before.since(),
                item,
                item.deadline(),
                before.moved() + (last.deadline().equals(item.deadline()) ? 0 : 1),
                before.reworded() + (last.textZh().equals(item.textZh()) ? 0 : 1),
                both(before.from(), from),
                List.of());
    }

    /// An item that the edition no longer has: a merge that gave it another deadline moved it.
    private static Entry out(Edition edition, Entry entry) {
        var last = entry.now();
        if (last == null) {
            return entry;
        }
        var into = edition.into(entry.id());
        var deadline = edition.latest(into);
        boolean moves = deadline.isPresent() && !deadline.get().equals(last.deadline());
        return entry.with(null, deadline.orElse(null), moves, false, List.of(), into);
    }

    /// What was split or merged is due when what became of it is.
    private static Entry followed(Map<String, Entry> entries, Entry entry) {
        var deadline = due(entries, entry);
        return Objects.equals(deadline, entry.deadline())
                ? entry
                : entry.with(entry.now(), deadline, false, false, List.of(), entry.into());
    }

    private static @Nullable LocalDate due(Map<String, Entry> entries, Entry entry) {
        if (entry.now() != null) {
            return entry.deadline();
        }
        LocalDate latest = null;
        for (var id : entry.into()) {
            var one = entries.get(id);
            var due = one == null ? null : due(entries, one);
            latest = due == null || (latest != null && latest.isAfter(due)) ? latest : due;
        }
        return latest;
    }

    private static List<String> both(List<String> a, List<String> b) {
        var both = new LinkedHashSet<>(a);
        both.addAll(b);
        return List.copyOf(both);
    }
}
