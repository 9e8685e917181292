package org.tongquan.ledger.whatif;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.scoring.Score;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.scoring.Span;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Standing;

/// The door: lights, scores, chasing and terms as the version in force had them, beside what they
/// would be under another.
@Service
public class WhatIf {
    /// Longer spans are refused.
    public static final int MOST_MONTHS = 60;

    private final Compacts compacts;
    private final Ledger ledger;
    private final Scoring scoring;
    private final Rehearsing rehearsing;

    WhatIf(Compacts compacts, Ledger ledger, Scoring scoring, Rehearsing rehearsing) {
        this.compacts = compacts;
        this.ledger = ledger;
        this.scoring = scoring;
        this.rehearsing = rehearsing;
    }

    /// Runs every rule of a version over the facts that are kept, for the days between.
    ///
    /// @param version of the actor's region; adopted or not
    /// @throws IllegalArgumentException when the days are in the wrong order or too far apart
    public Outcome compare(Actor actor, Resolved version, LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.plusMonths(MOST_MONTHS).isBefore(to)) {
            throw new IllegalArgumentException(
                    "from %s to %s: at most %d months, in this order"
                            .formatted(from, to, MOST_MONTHS));
        }
        var days = new ArrayList<Outcome.Day>();
        for (var month = YearMonth.from(from);
                month.atEndOfMonth().isBefore(to);
                month = month.plusMonths(1)) {
            days.add(day(actor, version, month.atEndOfMonth()));
        }
        var was = standings(ledger.asOf(actor, region(version), to, Instant.MAX));
        var would = standings(ledger.asOf(actor, version, to, Instant.MAX));
        days.add(new Outcome.Day(to, lights(was), lights(would)));
        return new Outcome(
                days,
                changes(was, would),
                scores(actor, version, from, to),
                rehearsing.compare(actor, version, from, to));
    }

    private static String region(Resolved version) {
        return version.compact().id();
    }

    private Outcome.Day day(Actor actor, Resolved version, LocalDate on) {
        return new Outcome.Day(
                on,
                lights(standings(ledger.asOf(actor, region(version), on, Instant.MAX))),
                lights(standings(ledger.asOf(actor, version, on, Instant.MAX))));
    }

    /// By commitment and party, in that order.
    private static Map<List<String>, Standing> standings(List<Ledger.AsOf> all) {
        var byId = new TreeMap<List<String>, Standing>(WhatIf::order);
        all.forEach(a -> byId.put(List.of(a.commitment().id(), a.party()), a.standing()));
        return byId;
    }

    private static int order(List<String> a, List<String> b) {
        int first = a.getFirst().compareTo(b.getFirst());
        return first != 0 ? first : a.getLast().compareTo(b.getLast());
    }

    private static Map<Light, Integer> lights(Map<List<String>, Standing> standings) {
        var counts = new EnumMap<Light, Integer>(Light.class);
        standings.values().forEach(s -> counts.merge(s.light(), 1, Integer::sum));
        return counts;
    }

    /// The rule's name and its texts do not count, what it says does.
    private static List<Outcome.Change> changes(
            Map<List<String>, Standing> was, Map<List<String>, Standing> would) {
        var keys = new TreeSet<List<String>>(WhatIf::order);
        keys.addAll(was.keySet());
        keys.addAll(would.keySet());
        var changes = new ArrayList<Outcome.Change>();
        for (var key : keys) {
            var before = was.get(key);
            var after = would.get(key);
            boolean same =
                    before != null
                            && after != null
                            && before.light() == after.light()
                            && before.wasLate() == after.wasLate()
                            && before.reason() == after.reason()
                            && before.percent() == after.percent();
            if (!same) {
                changes.add(new Outcome.Change(key.getFirst(), key.getLast(), before, after));
            }
        }
        return changes;
    }

    private List<Outcome.Points> scores(
            Actor actor, Resolved version, LocalDate from, LocalDate to) {
        var all = new ArrayList<Outcome.Points>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            for (var part : List.of("-H1", "-H2", "")) {
                Span.of(year + part)
                        .filter(s -> !s.from().isBefore(from) && !s.to().isAfter(to))
                        .ifPresent(s -> all.addAll(points(actor, version, s)));
            }
        }
        return all;
    }

    private List<Outcome.Points> points(Actor actor, Resolved version, Span span) {
        var was =
                compacts.inForce(region(version), span.to())
                        .map(v -> parties(actor, v, span))
                        .orElseGet(Map::of);
        var would = parties(actor, version, span);
        var parties = new TreeSet<>(was.keySet());
        parties.addAll(would.keySet());
        return parties.stream()
                .map(p -> new Outcome.Points(span.name(), p, was.get(p), would.get(p)))
                .toList();
    }

    private Map<String, BigDecimal> parties(Actor actor, Resolved version, Span span) {
        var scores = new TreeMap<String, BigDecimal>();
        scoring.tried(actor, version, span).stream()
                .flatMap(List::stream)
                .filter(s -> s.kind() == Score.Kind.PARTY)
                .forEach(s -> scores.put(s.subject(), s.score()));
        return scores;
    }
}
