package org.tongquan.ledger.scoring;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.ledger.Assignment.Role;
import org.tongquan.ledger.scoring.PartsTaken.Taken;
import org.tongquan.ledger.standing.Judged;
import org.tongquan.ledger.standing.Owed;

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
    private final Map<String, List<Taken>> parts = new HashMap<>();

    private final Map<String, int[]> counts = new HashMap<>();

    Occasions(Span span, List<Taken> taken) {
        this.span = span;
        for (var part : taken) {
            parts.computeIfAbsent(part.owed(), k -> new ArrayList<>(2)).add(part);
        }
    }

    private static String key(Judged one) {
        return Owed.key(one.owed().item(), one.party());
    }

    /// The fact that one obligation gives, if any.
    Optional<Fact> of(Judged one) {
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

    private Optional<Fact> finished(Judged one, LocalDate on, LocalDate deadline) {
        return within(one, Occasion.ON_TIME, on, Math.toIntExact(DAYS.between(on, deadline)));
    }

    private Optional<Fact> within(Judged one, Occasion occasion, LocalDate on, int days) {
        return span.has(on) ? Optional.of(fact(one, occasion, on, days)) : Optional.empty();
    }

    private Fact open(Judged one, LocalDate due) {
        int days = Math.toIntExact(DAYS.between(due, span.to()));
        return fact(one, Occasion.LATE, span.has(due) ? due : span.to(), days);
    }

    /// The last reporting period that ended by the end of the span.
    private Optional<Fact> reported(Judged one) {
        var cycle = one.owed().cycle();
        var next = one.standing().due();
        if (cycle == null || next == null) {
            return Optional.empty();
        }
        var start = one.owed().start();
        var ended = start;
        for (int i = 1; start.plus(cycle.multipliedBy(i)).isBefore(next); i++) {
            ended = start.plus(cycle.multipliedBy(i));
        }
        return ended.equals(start) ? Optional.empty() : within(one, Occasion.ON_TIME, ended, 0);
    }

    private Fact fact(Judged one, Occasion occasion, LocalDate on, int days) {
        var commitment = one.owed().item();
        return new Fact(
                "s:" + key(one),
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
        var taken = parts.getOrDefault(Owed.key(commitment, party), List.of());
        if (taken.size() == 1) {
            var only = taken.getFirst();
            if (holds(only, on) && only.role() == Role.LEAD) {
                return List.of(new Fact.Part(only.unit(), Role.LEAD));
            }
        }
        var roles = new TreeMap<String, Role>();
        for (var part : taken) {
            if (holds(part, on)) {
                roles.merge(part.unit(), part.role(), (a, b) -> a == Role.LEAD ? a : b);
            }
        }
        if (!roles.containsValue(Role.LEAD)) {
            roles.put(party, Role.LEAD);
        }
        return roles.entrySet().stream().map(e -> new Fact.Part(e.getKey(), e.getValue())).toList();
    }

    private static boolean holds(Taken part, LocalDate on) {
        var end = part.until();
        return !part.from().isAfter(on) && (end == null || on.isBefore(end));
    }

    /// Counts an obligation of the last day, each once, and gives the fact that it makes, if any.
    Optional<Fact> take(Judged one) {
        for (var part : partsOn(one.owed().item(), one.party(), span.to())) {
            counts.computeIfAbsent(part.unit(), u -> new int[2])[
                    part.role() == Role.LEAD ? 0 : 1]++;
        }
        return of(one);
    }

    /// The parts that units had in an obligation on the last day.
    List<Held> held(Judged one) {
        return partsOn(one.owed().item(), one.party(), span.to()).stream()
                .map(p -> new Held(p.unit(), one.owed().item(), one.party(), p.role()))
                .toList();
    }

    /// How many of the obligations taken each unit led or cooperated in on the last day.
    List<Inputs.Holding> holdings() {
        return counts.entrySet().stream()
                .map(e -> new Inputs.Holding(e.getKey(), e.getValue()[0], e.getValue()[1]))
                .sorted(Comparator.comparing(Inputs.Holding::unit))
                .toList();
    }
}
