package org.tongquan.ledger.scoring;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Assignment.Role;
import org.tongquan.ledger.Ledger;

/// What of a span counts, from the standings at its end. Pure.
///
/// - Finished within the span: counts once, early, on time or late; whoever had a part on the day
///   it was finished answers.
/// - Deadline passed and not finished at the end of the span: late by the days up to that end;
///   whoever had a part on the deadline answers, or on the last day of the span when the deadline
///   lies before it. What stays unfinished counts in each span again.
/// - A recurring duty counts once for each span, by its last reporting period: reported in time,
///   late, or missing.
/// - What has no deadline or is not due yet counts for nothing.
/// - A commitment that tasks of a plan stand for counts by these tasks alone.
/// - While no lead unit is named, the party itself answers.
final class Occasions {
    private final Span span;
    private final Map<String, List<Assignment>> parts = new HashMap<>();

    Occasions(Span span, List<Assignment> assignments) {
        this.span = span;
        for (var part : assignments) {
            parts.computeIfAbsent(
                            key(part.commitment(), part.party()), k -> new java.util.ArrayList<>())
                    .add(part);
        }
    }

    private static String key(String commitment, String party) {
        return commitment + "@" + party;
    }

    /// The fact that one obligation gives, if any.
    Optional<Fact> of(Ledger.AsOf one) {
        var values = one.standing().values();
        return switch (one.standing().reason()) {
            case DONE_IN_TIME -> finished(one, day(values, 0), day(values, 1));
            case DONE_LATE ->
                    within(one, Occasion.LATE, day(values, 0), Integer.parseInt(values.get(1)));
            case OVERDUE, REPORT_MISSING -> Optional.of(open(one, day(values, 0)));
            case REPORTED_LATE ->
                    within(one, Occasion.LATE, day(values, 1), Integer.parseInt(values.get(0)));
            case REPORTED -> reported(one);
            case NEAR_DUE,
                    BEHIND,
                    BEHIND_PATH,
                    MILESTONE_MISSED,
                    ON_COURSE,
                    REPORT_EXPECTED,
                    UNDER_WAY,
                    DONE,
                    SILENT,
                    ROLLED_UP ->
                    Optional.empty();
        };
    }

    private static LocalDate day(List<String> values, int i) {
        return LocalDate.parse(values.get(i));
    }

    private Optional<Fact> finished(Ledger.AsOf one, LocalDate on, LocalDate deadline) {
        return within(one, Occasion.ON_TIME, on, Math.toIntExact(DAYS.between(on, deadline)));
    }

    private Optional<Fact> within(Ledger.AsOf one, Occasion occasion, LocalDate on, int days) {
        return span.has(on) ? Optional.of(fact(one, occasion, on, days)) : Optional.empty();
    }

    private Fact open(Ledger.AsOf one, LocalDate due) {
        int days = Math.toIntExact(DAYS.between(due, span.to()));
        return fact(one, Occasion.LATE, span.has(due) ? due : span.to(), days);
    }

    /// The last reporting period that ended by the end of the span.
    private Optional<Fact> reported(Ledger.AsOf one) {
        var cycle = one.commitment().cycle();
        var next = one.standing().due();
        if (cycle == null || next == null) {
            return Optional.empty();
        }
        var period = Period.parse(cycle);
        var start = one.commitment().start();
        var ended = start;
        for (int i = 1; start.plus(period.multipliedBy(i)).isBefore(next); i++) {
            ended = start.plus(period.multipliedBy(i));
        }
        return ended.equals(start) ? Optional.empty() : within(one, Occasion.ON_TIME, ended, 0);
    }

    private Fact fact(Ledger.AsOf one, Occasion occasion, LocalDate on, int days) {
        var commitment = one.commitment().id();
        return new Fact(
                "s:" + key(commitment, one.party()),
                occasion,
                commitment,
                one.party(),
                on,
                days,
                "standing." + one.standing().reason().word(),
                one.standing().values(),
                partsOn(commitment, one.party(), on));
    }

    /// Who had a part on a day; the party itself in the lead while no unit was.
    List<Fact.Part> partsOn(String commitment, String party, LocalDate on) {
        var roles = new TreeMap<String, Role>();
        for (var part : parts.getOrDefault(key(commitment, party), List.of())) {
            if (holds(part, on)) {
                roles.merge(part.unit(), part.role(), (a, b) -> a == Role.LEAD ? a : b);
            }
        }
        if (!roles.containsValue(Role.LEAD)) {
            roles.put(party, Role.LEAD);
        }
        return roles.entrySet().stream().map(e -> new Fact.Part(e.getKey(), e.getValue())).toList();
    }

    private static boolean holds(Assignment part, LocalDate on) {
        var end = part.validTo();
        return !part.validFrom().isAfter(on) && (end == null || on.isBefore(end));
    }

    /// Without the obligations that tasks stand for.
    static List<Ledger.AsOf> leaves(List<Ledger.AsOf> standings) {
        var parents = new HashSet<String>();
        for (var one : standings) {
            var parent = one.commitment().parent();
            if (parent != null) {
                parents.add(key(parent, one.party()));
            }
        }
        return standings.stream()
                .filter(s -> !parents.contains(key(s.commitment().id(), s.party())))
                .toList();
    }

    /// How many obligations each unit led or cooperated in on the last day.
    List<Inputs.Holding> holdings(List<Ledger.AsOf> standings) {
        var counts = new TreeMap<String, int[]>();
        for (var held : held(standings)) {
            counts.computeIfAbsent(held.unit(), u -> new int[2])[
                    held.role() == Role.LEAD ? 0 : 1]++;
        }
        return counts.entrySet().stream()
                .map(e -> new Inputs.Holding(e.getKey(), e.getValue()[0], e.getValue()[1]))
                .toList();
    }

    /// The obligations that each unit led or cooperated in on the last day, in their order.
    List<Held> held(List<Ledger.AsOf> standings) {
        var held = new ArrayList<Held>();
        var seen = new HashSet<String>();
        for (var one : standings) {
            if (!seen.add(key(one.commitment().id(), one.party()))) {
                continue;
            }
            for (var part : partsOn(one.commitment().id(), one.party(), span.to())) {
                held.add(new Held(part.unit(), one.commitment(), one.party(), part.role()));
            }
        }
        return held;
    }
}
