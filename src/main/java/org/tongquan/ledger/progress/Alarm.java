package org.tongquan.ledger.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tongquan.compact.conduct.PlanRule;

/// That a report is missing, or that reports tell of no progress: raised once, with its facts.
///
/// @param key what it is about among all alarms on the obligation
/// @param day on which it was raised
/// @param since last day on which the first missing report would have come in time, or day of the
///     first report without progress
/// @param count reports missing, or without progress, in a row
/// @param rule id of the rule of plans that was in force
/// @param facts what the rule was asked about, as [ReportDuty#written] writes it
/// @param bodies units that were told
public record Alarm(
        UUID id,
        String region,
        String commitment,
        String party,
        Kind kind,
        String key,
        LocalDate day,
        LocalDate since,
        int count,
        String rule,
        String facts,
        List<String> bodies,
        Instant at) {
    /// What it is about.
    public enum Kind {
        MISSING,
        IDLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Alarm {
        bodies = List.copyOf(bodies);
    }

    /// What the rule wants told.
    record Wanted(Kind kind, String key, LocalDate since, int count) {}

    /// What follows from an outcome: of missing reports the one that ended last, of a stall the
    /// first report that told of none.
    static List<Wanted> wanted(Rounds rounds) {
        var wanted = new java.util.ArrayList<Wanted>();
        var since = rounds.since();
        var last =
                rounds.rounds().reversed().stream()
                        .filter(r -> r.state() == Round.State.MISSING)
                        .findFirst();
        if (rounds.missing() > 0 && since != null && last.isPresent()) {
            var key = "missing " + last.get().last();
            wanted.add(new Wanted(Kind.MISSING, key, since, rounds.missing()));
        }
        var stall = rounds.stall();
        if (rounds.isIdle() && stall != null) {
            wanted.add(new Wanted(Kind.IDLE, "idle " + stall.id(), stall.on(), rounds.stalled()));
        }
        return wanted;
    }

    /// The same alarm computed again from the facts kept with it; empty when the rule no longer
    /// says so.
    Optional<Wanted> again() {
        return wanted(Rounds.of(ReportDuty.read(facts), day)).stream()
                .filter(w -> w.equals(new Wanted(kind, key, since, count)))
                .findFirst();
    }

    /// Whether the facts kept are those of the rows as they were known then.
    boolean restsOn(OwedRow row, PlanRule planning, int lightGrace) {
        return planning.id().equals(rule)
                && row.pacedAt(at).duty(planning, lightGrace).knownAt(at).written().equals(facts);
    }
}
