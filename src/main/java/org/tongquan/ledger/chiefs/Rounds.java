package org.tongquan.ledger.chiefs;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The rule: which rounds were owed, and which were done. Pure, and the same whatever the order in
/// which terms and visits are handed over.
///
/// A rhythm in months is counted in calendar periods (a quarter begins in January), one in days
/// from the first day of the terms. A period is owed when one rhythm held for the whole of it. Two
/// visits on one day are one. The first visit in a period does its round; a second one makes up for
/// the period just before, late, if nobody went then.
final class Rounds {
    /// No object owes more: twenty years of weeks.
    static final int MOST = 1_100;

    private Rounds() {}

    /// A time in which one rhythm held.
    ///
    /// @param until first day on which it held no more; null while it holds
    private record Span(
            LocalDate from, @Nullable LocalDate until, @Nullable Period rhythm, String rule) {
        boolean holdsThrough(LocalDate last) {
            return until == null || last.isBefore(until);
        }
    }

    /// @param day the last day that counts; the period it lies in is the last one
    static List<Round> of(
            Collection<Charge.Terms> terms, Collection<LocalDate> visits, LocalDate day) {
        var days = new TreeSet<LocalDate>();
        visits.stream().filter(v -> !v.isAfter(day)).forEach(days::add);
        var owed = owed(terms, day);
        var rounds = new ArrayList<Round>();
        for (int i = 0; i < owed.size(); i++) {
            var one = owed.get(i);
            var done = nth(days, one, 0);
            if (done != null) {
                rounds.add(with(one, Round.State.DONE, done));
            } else if (!one.last().isBefore(day)) {
                rounds.add(with(one, Round.State.DUE, null));
            } else {
                var later = i + 1 < owed.size() ? makesUp(days, one, owed.get(i + 1)) : null;
                var state = later == null ? Round.State.MISSED : Round.State.LATE;
                rounds.add(with(one, state, later));
            }
        }
        return rounds;
    }

    /// The same with another rhythm from the first terms to the end: what if.
    static List<Round> whatIf(
            Collection<Charge.Terms> terms,
            Period rhythm,
            Collection<LocalDate> visits,
            LocalDate day) {
        var other =
                terms.stream()
                        .map(
                                t ->
                                        new Charge.Terms(
                                                t.seq(),
                                                t.from(),
                                                t.ended(),
                                                t.post(),
                                                t.duties(),
                                                rhythm,
                                                t.units(),
                                                t.settleWithin(),
                                                "what-if",
                                                t.body(),
                                                t.at()))
                        .toList();
        return of(other, visits, day);
    }

    private static @Nullable LocalDate makesUp(TreeSet<LocalDate> days, Round missed, Round next) {
        return next.first().equals(missed.last().plusDays(1)) ? nth(days, next, 1) : null;
    }

    private static @Nullable LocalDate nth(TreeSet<LocalDate> days, Round round, int n) {
        return days.subSet(round.first(), true, round.last(), true).stream()
                .skip(n)
                .findFirst()
                .orElse(null);
    }

    private static Round with(Round round, Round.State state, @Nullable LocalDate by) {
        return new Round(round.first(), round.last(), round.rhythm(), round.rule(), state, by);
    }

    private static List<Round> owed(Collection<Charge.Terms> terms, LocalDate day) {
        var owed = new ArrayList<Round>();
        for (var span : spans(terms)) {
            if (span.rhythm() == null) {
                continue;
            }
            var first = first(span.from(), span.rhythm());
            for (int k = 1; !first.isAfter(day) && owed.size() < MOST; k++) {
                var next = next(span, first, k);
                var last = next.minusDays(1);
                if (!span.holdsThrough(last)) {
                    break;
                }
                owed.add(new Round(first, last, span.rhythm(), span.rule(), Round.State.DUE, null));
                first = next;
            }
        }
        return owed;
    }

    /// Terms that follow each other with one rhythm are one span; of those that begin on one day
    /// the one recorded last holds.
    private static List<Span> spans(Collection<Charge.Terms> terms) {
        var spans = new ArrayList<Span>();
        var begins = new TreeMap<LocalDate, Charge.Terms>();
        terms.stream()
                .sorted(Comparator.comparingInt(Charge.Terms::seq))
                .forEach(t -> begins.put(t.from(), t));
        for (var one : begins.values()) {
            var rhythm = one.ended() || !usable(one.rhythm()) ? null : one.rhythm();
            var last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && Objects.equals(last.rhythm(), rhythm)) {
                continue;
            }
            if (last != null) {
                spans.removeLast();
                spans.add(new Span(last.from(), one.from(), last.rhythm(), last.rule()));
            }
            spans.add(new Span(one.from(), null, rhythm, one.rule()));
        }
        return spans;
    }

    private static boolean usable(@Nullable Period rhythm) {
        return rhythm != null && (rhythm.toTotalMonths() > 0 || rhythm.getDays() > 0);
    }

    /// The first day of the first whole period.
    private static LocalDate first(LocalDate from, Period rhythm) {
        int months = Math.toIntExact(rhythm.toTotalMonths());
        if (months == 0) {
            return from;
        }
        var start = LocalDate.of(from.getYear(), 1, 1);
        while (start.isBefore(from)) {
            start = start.plusMonths(months);
        }
        return start;
    }

    private static LocalDate next(Span span, LocalDate first, int k) {
        var rhythm = Objects.requireNonNull(span.rhythm());
        int months = Math.toIntExact(rhythm.toTotalMonths());
        return months == 0
                ? span.from().plusDays((long) k * rhythm.getDays())
                : first.plusMonths(months);
    }
}
