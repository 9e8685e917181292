package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.text.Numbering.Style;

/// Finds the sentences each [Reach] of a document is meant for. Known only at the end: a statement
/// may stand before its tasks.
final class Reaches {
    /// A statement with the heading it stands under.
    record Placed(Reach reach, @Nullable Heading heading) {}

    /// No document has more; a hostile one shall not take long.
    private static final int MOST = 500;

    private final List<Placed> placed = new ArrayList<>();

    void add(Reach reach, @Nullable Heading heading) {
        if (placed.size() < MOST) {
            placed.add(new Placed(reach, heading));
        }
    }

    /// The most definite first; of two alike the one nearer to its tasks.
    List<Placed> ordered() {
        return placed.stream()
                .sorted(
                        Comparator.comparing((Placed p) -> p.reach().kind())
                                .thenComparing(p -> nearness(p.reach())))
                .toList();
    }

    private static int nearness(Reach reach) {
        return reach.looksBack() ? reach.start() : -reach.start();
    }

    /// The drafts a statement is meant for.
    static List<Draft> targets(Placed placed, List<Draft> drafts, List<Heading> headings) {
        return drafts.stream().filter(meant(placed, drafts, headings)).toList();
    }

    private static Predicate<Draft> meant(
            Placed placed, List<Draft> drafts, List<Heading> headings) {
        var reach = placed.reach();
        var here = placed.heading();
        return switch (reach.kind()) {
            case LISTED -> under(listed(reach, here, headings));
            case ABOVE -> {
                var above = reach.count() > 0 ? last(reach, here, headings) : List.<Heading>of();
                var scope = above.isEmpty() ? under(outer(here)) : under(above);
                yield scope.and(d -> d.start < reach.start());
            }
            case BELOW -> {
                boolean own = here != null && goesOn(reach, here, drafts);
                var scope = own ? here : outer(here);
                var below = reach.count() > 0 ? first(reach, scope, headings) : List.<Heading>of();
                yield (below.isEmpty() ? under(scope) : under(below))
                        .and(d -> d.start > reach.start());
            }
            case PART -> under(reach.start() < firstStart(here, drafts) ? here : top(here));
            case ITEM -> under(here);
            case REST -> _ -> true;
        };
    }

    private static Predicate<Draft> under(@Nullable Heading scope) {
        return d -> scope == null || d.heading != null && d.heading.within(scope);
    }

    private static Predicate<Draft> under(List<Heading> items) {
        return d -> d.heading != null && items.stream().anyMatch(d.heading::within);
    }

    private static @Nullable Heading outer(@Nullable Heading heading) {
        return heading == null || heading.parent == null ? heading : heading.parent;
    }

    private static @Nullable Heading top(@Nullable Heading heading) {
        return heading == null || heading.parent == null ? heading : top(heading.parent);
    }

    private static boolean goesOn(Reach reach, Heading here, List<Draft> drafts) {
        return drafts.stream()
                .anyMatch(
                        d ->
                                d.start > reach.start()
                                        && d.heading != null
                                        && d.heading.within(here));
    }

    private static int firstStart(@Nullable Heading here, List<Draft> drafts) {
        return drafts.stream().filter(under(here)).mapToInt(d -> d.start).min().orElse(0);
    }

    /// The listed items: of the style of the statement's own item or of one around it that is
    /// listed, the nearest of each number.
    private static List<Heading> listed(
            Reach reach, @Nullable Heading here, List<Heading> headings) {
        var named = reach.style();
        boolean exists = named != null && headings.stream().anyMatch(h -> h.style == named);
        var style = exists ? named : styleOf(reach, here, headings);
        var items = new ArrayList<Heading>();
        for (int number : reach.numbers()) {
            var wanted = style;
            var same =
                    headings.stream()
                            .filter(h -> h.number == number && h.style != null)
                            .filter(h -> wanted == null || h.style == wanted)
                            .toList();
            same.stream()
                    .filter(h -> h.start < reach.start())
                    .reduce((_, later) -> later)
                    .or(() -> same.stream().findFirst())
                    .ifPresent(items::add);
        }
        return items;
    }

    /// The style of the nearest items that have all the listed numbers, else of the own item.
    private static @Nullable Style styleOf(
            Reach reach, @Nullable Heading here, List<Heading> headings) {
        if (here == null) {
            return null;
        }
        for (Heading parent = here; ; parent = parent.parent) {
            var scope = parent;
            var items = headings.stream().filter(h -> h.parent == scope).toList();
            var numbers = items.stream().map(h -> h.number).collect(Collectors.toSet());
            if (numbers.containsAll(reach.numbers())) {
                return items.getFirst().style;
            }
            if (parent == null) {
                return here.style;
            }
        }
    }

    /// The last items before a statement, on the level that has as many.
    private static List<Heading> last(Reach reach, @Nullable Heading here, List<Heading> all) {
        for (Heading h = here; h != null; h = h.parent) {
            var level = h;
            var before =
                    all.stream()
                            .filter(o -> o.parent == level.parent && o.style == level.style)
                            .filter(o -> o.start < reach.start())
                            .toList();
            if (before.size() >= reach.count()) {
                return before.subList(before.size() - reach.count(), before.size());
            }
        }
        return List.of();
    }

    private static List<Heading> first(Reach reach, @Nullable Heading scope, List<Heading> all) {
        return all.stream()
                .filter(h -> h.parent == scope && h.start > reach.start())
                .limit(reach.count())
                .toList();
    }

    /// All headings of blocks and those around them, in the order of the text.
    static List<Heading> headings(List<Block> blocks) {
        return blocks.stream()
                .map(Block::heading)
                .flatMap(Reaches::withOuter)
                .distinct()
                .sorted(Comparator.comparingInt(h -> h.start))
                .toList();
    }

    private static Stream<Heading> withOuter(@Nullable Heading heading) {
        var chain = new ArrayList<Heading>();
        for (Heading h = heading; h != null; h = h.parent) {
            chain.add(h);
        }
        return chain.stream();
    }
}
