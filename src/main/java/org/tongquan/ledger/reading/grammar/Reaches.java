package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.grammar.Reach.Kind;
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

    /// A statement with its tasks, and how deep in the outline these stand.
    record Aimed(Reach reach, int depth, List<Draft> drafts) {}

    /// The innermost tasks first, then the most definite statement, then the nearer one.
    List<Aimed> aimed(List<Draft> drafts, List<Heading> headings) {
        return placed.stream()
                .map(p -> aim(p, drafts, headings))
                .sorted(
                        Comparator.comparing((Aimed a) -> -a.depth())
                                .thenComparing(a -> a.reach().kind())
                                .thenComparing(a -> nearness(a.reach())))
                .toList();
    }

    private static int nearness(Reach reach) {
        return reach.looksBack() ? reach.start() : -reach.start();
    }

    private static Aimed aim(Placed placed, List<Draft> drafts, List<Heading> headings) {
        var reach = placed.reach();
        var here = placed.heading();
        return switch (reach.kind()) {
            case LISTED -> aim(reach, listed(reach, here, headings), drafts, _ -> true);
            case ABOVE -> {
                var above = reach.count() > 0 ? last(reach, here, headings) : scope(outer(here));
                yield aim(
                        reach,
                        above.isEmpty() ? scope(outer(here)) : above,
                        drafts,
                        d -> d.start < reach.start());
            }
            case BELOW -> {
                var outer = here != null && goesOn(reach, here, drafts) ? here : outer(here);
                var below = reach.count() > 0 ? first(reach, outer, headings) : scope(outer);
                yield aim(
                        reach,
                        below.isEmpty() ? scope(outer) : below,
                        drafts,
                        d -> d.start > reach.start());
            }
            case PART -> {
                boolean before = reach.start() < firstStart(here, drafts);
                yield aim(reach, scope(before ? here : top(here)), drafts, _ -> true);
            }
            case ITEM -> aim(reach, scope(here), drafts, _ -> true);
            case REST -> aim(reach, List.of(), drafts, _ -> true);
        };
    }

    /// Listed items that do not exist aim at nothing; other statements without a heading at all.
    private static Aimed aim(
            Reach reach, List<Heading> roots, List<Draft> drafts, Predicate<Draft> placed) {
        boolean everywhere = roots.isEmpty() && reach.kind() != Kind.LISTED;
        int depth = roots.stream().mapToInt(Heading::depth).min().orElse(0);
        boolean below = reach.count() == 0 && reach.kind() != Kind.LISTED;
        var aimed =
                drafts.stream().filter(placed).filter(d -> everywhere || d.isUnder(roots)).toList();
        return new Aimed(reach, below ? depth + 1 : depth, aimed);
    }

    private static List<Heading> scope(@Nullable Heading heading) {
        return heading == null ? List.of() : List.of(heading);
    }

    private static @Nullable Heading outer(@Nullable Heading heading) {
        return heading == null || heading.parent == null ? heading : heading.parent;
    }

    private static @Nullable Heading top(@Nullable Heading heading) {
        return heading == null || heading.parent == null ? heading : top(heading.parent);
    }

    private static boolean goesOn(Reach reach, Heading here, List<Draft> drafts) {
        return drafts.stream().anyMatch(d -> d.start > reach.start() && d.isUnder(scope(here)));
    }

    private static int firstStart(@Nullable Heading here, List<Draft> drafts) {
        return drafts.stream()
                .filter(d -> here == null || d.isUnder(scope(here)))
                .mapToInt(d -> d.start)
                .min()
                .orElse(0);
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
