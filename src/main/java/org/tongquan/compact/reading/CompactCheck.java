package org.tongquan.compact.reading;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Body;
import org.tongquan.compact.Category;
import org.tongquan.compact.Clause;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Party;
import org.tongquan.compact.Region;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.Source;
import org.tongquan.compact.Unit;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.compact.form.FormReader;
import org.tongquan.compact.form.Mentions;
import org.tongquan.compact.form.Mentions.Mention;
import org.tongquan.compact.form.Nearest;
import org.tongquan.kernel.Problems;

/// Whether the parts of a compact fit together: references, periods, its way of adoption.
final class CompactCheck {
    private static final int MOST_PAIR = 2;

    private final Resolved resolved;
    private final Compact compact;
    private final Mentions mentions;
    private final Problems problems;

    CompactCheck(Resolved resolved, Mentions mentions, Problems problems) {
        this.resolved = resolved;
        this.compact = resolved.compact();
        this.mentions = mentions;
        this.problems = problems;
    }

    void run(String folder, String headFile) {
        head(folder);
        around(headFile);
        adoption();
        references();
        regions();
        bodies();
        calendar();
    }

    private void head(String folder) {
        var head = compact.compact();
        if (!head.id().equals(folder)) {
            at(head, "the id '" + head.id() + "' is not the folder's name", "write id: " + folder);
        }
        if (head.kind() == Compact.Kind.PAIR && members().size() != MOST_PAIR) {
            at(head, "a pair has two members, here are " + members().size(), "mend the parties");
        }
        if (head.kind() != Compact.Kind.BASE && members().isEmpty()) {
            at(head, "no party is a member on the first day", "add parties with role: member");
        }
    }

    private void around(String headFile) {
        for (var base : resolved.bases()) {
            var used = compact.compact().uses().contains(base.compact().id());
            var kind = base.compact().compact().kind();
            if (used != (kind == Compact.Kind.BASE)) {
                problems.add(
                        headFile,
                        mentions.placeOf(compact.compact()).line(),
                        "'" + base.compact().id() + "' is of kind " + kind,
                        "'uses' names bases, 'within' names the region around");
            }
        }
    }

    private void adoption() {
        var head = compact.compact();
        switch (head.adoption()) {
            case ISSUED -> {
                if (compact.sources().stream().noneMatch(s -> s.issuer() != null)) {
                    at(head, "issued, but no source names an issuer", "add the issuer's document");
                }
            }
            case RESOLVED -> {
                if (head.kind() != Compact.Kind.BASE && head.basis() == null) {
                    at(head, "resolved, but no basis names the resolution", "add basis: {...}");
                }
            }
            case SIGNED -> {
                if (members().size() < MOST_PAIR) {
                    at(head, "signed, but fewer than two members", "add the parties that sign");
                }
            }
        }
    }

    private List<Party> members() {
        return compact.members(compact.compact().validFrom());
    }

    private void references() {
        var parties = ids(compact.parties().stream().map(Party::id).toList());
        var codes = ids(resolved.regions().stream().map(Region::code).toList());
        var units = ids(resolved.units().stream().map(Unit::id).toList());
        var bodies = ids(resolved.bodies().stream().map(Body::id).toList());
        var places = new HashSet<>(parties);
        places.addAll(codes);
        for (var mention : mentions.mentioned()) {
            switch (mention.kind()) {
                case "party" -> known(mention, parties);
                case "region" -> known(mention, codes);
                case "place" -> known(mention, places);
                case "unit" -> known(mention, units);
                case "body" -> known(mention, bodies);
                case "source" -> known(mention, ids(resolved.sources(), Source::id));
                case "category" -> known(mention, ids(resolved.categories(), Category::id));
                case "commitment" -> known(mention, ids(compact.clauses(), Clause::id));
                case "indicator" -> known(mention, ids(compact.indicators(), Measure::id));
                case "responsible" -> responsible(mention, places, units, bodies);
                default -> throw new IllegalStateException(mention.kind());
            }
        }
    }

    private static Set<String> ids(Collection<String> ids) {
        return new HashSet<>(ids);
    }

    private static <T> Set<String> ids(List<T> list, Function<T, String> id) {
        return list.stream().map(id).collect(Collectors.toSet());
    }

    private void known(Mention mention, Set<String> known) {
        if (!known.contains(mention.id())) {
            problems.add(
                    mention.place()
                            .problem(
                                    "unknown " + mention.kind() + " '" + mention.id() + "'",
                                    Nearest.advice(mention.id(), known)));
        }
    }

    private void responsible(
            Mention mention, Set<String> places, Set<String> units, Set<String> bodies) {
        var slash = mention.id().indexOf('/');
        if (slash < 0) {
            known(mention, bodies);
            return;
        }
        var holder = mention.id().substring(0, slash);
        if (!holder.equals(Resolved.NATION)) {
            known(new Mention("party or region", holder, mention.place()), places);
        }
        known(new Mention("unit", mention.id().substring(slash + 1), mention.place()), units);
    }

    /// One code means one place at a time.
    private void regions() {
        var seen = new HashMap<String, Region>();
        for (var region : compact.regions()) {
            var before = seen.put(region.code(), region);
            if (before != null && overlap(before, region)) {
                at(
                        region,
                        "the code " + region.code() + " is given twice for the same time",
                        "close one period with valid-to");
            }
        }
    }

    private static boolean overlap(Region a, Region b) {
        return !from(a.validFrom()).isAfter(to(b.validTo()))
                && !from(b.validFrom()).isAfter(to(a.validTo()));
    }

    private static LocalDate from(@Nullable LocalDate date) {
        return date == null ? LocalDate.MIN : date;
    }

    private static LocalDate to(@Nullable LocalDate date) {
        return date == null ? LocalDate.MAX : date;
    }

    private void bodies() {
        for (var body : compact.bodies()) {
            if (body.sees() == Body.Sees.OWN && body.party() == null) {
                at(body, "'" + body.id() + "' sees its own party, but has none", "add party:");
            }
        }
        for (var party : compact.parties()) {
            if (party.id().equals(FormReader.ALL) || party.id().contains("/")) {
                at(party, "'" + party.id() + "' cannot be a party's id", "choose another");
            }
        }
    }

    /// A notice arranges its own year and the days around its first and last.
    private void calendar() {
        for (var year : compact.calendar()) {
            for (var day : year.days()) {
                if (Math.abs(day.date().getYear() - year.year()) > 1) {
                    at(day, day.date() + " is far from the year " + year.year(), "mend the date");
                }
            }
        }
    }

    private void at(Object value, String what, String todo) {
        problems.add(mentions.placeOf(value).problem(what, todo));
    }
}
