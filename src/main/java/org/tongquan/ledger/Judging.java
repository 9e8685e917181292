package org.tongquan.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.kernel.Actor;

/// Runs the rule of the lights over kept facts: for today's list, or for any earlier day.
@Component
class Judging {
    /// Days begin and end where the parties are.
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// The named job that keeps the projection of the lights.
    static final Actor JOB = Actor.job("ledger");

    private final Compacts compacts;
    private final Obligations obligations;
    private final Tallies tallies;
    private final ProgressReports reports;
    private final Clock clock;

    Judging(
            Compacts compacts,
            Obligations obligations,
            Tallies tallies,
            ProgressReports reports,
            Clock clock) {
        this.compacts = compacts;
        this.obligations = obligations;
        this.tallies = tallies;
        this.reports = reports;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /// One obligation as it stood on a day.
    record Judged(Commitment commitment, String party, Standing standing) {}

    /// Every obligation in force on a day with its standing as of the end of that day. Writes
    /// nothing.
    List<Judged> asOf(String region, LocalDate day) {
        return asOf(region, day, Instant.MAX);
    }

    /// The same with what was known at a moment: reports, returns and versions that came later
    /// change nothing in it, so that a figure can be counted again at any time.
    List<Judged> asOf(String region, LocalDate day, Instant known) {
        var version = compacts.inForce(region, day, known);
        if (version.isEmpty()) {
            return List.of();
        }
        var rule = rule(version.get(), day);
        var counted = reports.counted(region, end(day, known));
        var judged = new ArrayList<Judged>();
        for (var commitment : Commitment.all(version.get(), from(version.get()))) {
            for (var party : commitment.parties()) {
                var duty = duty(commitment, party, counted);
                judged.add(new Judged(commitment, party, Lights.judge(rule, duty, day)));
            }
        }
        return judged;
    }

    /// What is filed by the end of a day counts for it, unless it was not known then.
    static Instant end(LocalDate day, Instant known) {
        var end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        return known.isBefore(end) ? known : end;
    }

    private static LocalDate from(Resolved version) {
        return version.compact().compact().validFrom();
    }

    /// One obligation as it stands now.
    Standing standing(Commitment commitment, String party) {
        var today = today();
        var known = reports.countedOf(commitment.region(), commitment.id(), party);
        var duty =
                duty(commitment, party, Map.of(ProgressReports.key(commitment.id(), party), known));
        return Lights.judge(rule(commitment.region(), today), duty, today);
    }

    /// Judges one obligation anew for the list, after a report on it was filed or returned.
    void judgeOne(Commitment commitment, String party) {
        var region = commitment.region();
        tallies.lock(region);
        obligations.judge(region, commitment.id(), party, standing(commitment, party));
        tallies.recount(region, party, commitment.chapterTitle());
    }

    static Duty duty(Commitment commitment, String party, Map<String, List<Duty.Report>> counted) {
        return new Duty(
                commitment.start(),
                commitment.deadline(),
                commitment.cycle() == null ? null : Period.parse(commitment.cycle()),
                counted.getOrDefault(ProgressReports.key(commitment.id(), party), List.of()));
    }

    /// Whether the compact in force, or a base it uses, knows this unit.
    boolean knowsUnit(String region, String unit) {
        var today = today();
        return compacts.inForce(region, today)
                .flatMap(c -> c.findResponsibleUnit(unit, today))
                .isPresent();
    }

    private LightRule rule(String region, LocalDate day) {
        return rule(compacts.inForce(region, day).orElseThrow(), day);
    }

    private static LightRule rule(Resolved version, LocalDate day) {
        return version.lights(day)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no rule for lights in force for %s on %s"
                                                .formatted(version.compact().id(), day)));
    }
}
