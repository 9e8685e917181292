package org.tongquan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.LightRule;
import org.tongquan.kernel.Actor;

/// Runs the rule of the lights over kept facts: for today's list, or for any earlier day.
@Component
class Judging {
    /// Days begin and end where the parties are.
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// The named job that keeps the projection of the lights.
    static final Actor JOB = Actor.job("ledger");

    private final Compacts compacts;
    private final Commitments commitments;
    private final Obligations obligations;
    private final ProgressReports reports;
    private final Clock clock;

    Judging(
            Compacts compacts,
            Commitments commitments,
            Obligations obligations,
            ProgressReports reports,
            Clock clock) {
        this.compacts = compacts;
        this.commitments = commitments;
        this.obligations = obligations;
        this.reports = reports;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /// One obligation as it stood on a day.
    record Judged(Commitment commitment, String party, Standing standing) {}

    /// Every obligation in force on a day with its standing as of the end of that day, computed
    /// from the reports filed by then. Writes nothing.
    List<Judged> asOf(String region, LocalDate day) {
        var rule = rule(region, day);
        var until = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        var counted = reports.counted(region, until);
        var judged = new ArrayList<Judged>();
        for (var commitment : commitments.inForce(region, day)) {
            for (var party : commitment.parties()) {
                judged.add(
                        new Judged(
                                commitment,
                                party,
                                Lights.judge(rule, duty(commitment, party, counted), day)));
            }
        }
        return judged;
    }

    /// Judges the whole region anew and keeps the result in the list.
    int judgeRegion(String region) {
        var today = today();
        var judged = asOf(region, today);
        for (var one : judged) {
            obligations.judge(region, one.commitment().id(), one.party(), one.standing(), today);
        }
        return judged.size();
    }

    /// Judges one obligation anew, after a report on it was filed or returned.
    void judgeOne(Commitment commitment, String party) {
        var today = today();
        var known = reports.countedOf(commitment.region(), commitment.id(), party);
        var duty =
                duty(commitment, party, Map.of(ProgressReports.key(commitment.id(), party), known));
        obligations.judge(
                commitment.region(),
                commitment.id(),
                party,
                Lights.judge(rule(commitment.region(), today), duty, today),
                today);
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

    LightRule rule(String region, LocalDate day) {
        return compacts.inForce(region, day)
                .flatMap(c -> c.lights(day))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no rule for lights in force for %s on %s"
                                                .formatted(region, day)));
    }
}
