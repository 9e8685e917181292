package org.tongquan.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Lights;
import org.tongquan.ledger.standing.RollUp;
import org.tongquan.ledger.standing.Standing;

/// Runs the rule of the lights over kept facts: for today's list, or for any earlier day.
@Component
class Judging {
    /// Days begin and end where the parties are.
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// The named job that keeps the projection of the lights.
    static final Actor JOB = Actor.job("ledger");

    private final Compacts compacts;
    private final Wordings wordings;
    private final Commitments commitments;
    private final Obligations obligations;
    private final Tallies tallies;
    private final ProgressReports reports;
    private final Clock clock;

    Judging(
            Compacts compacts,
            Wordings wordings,
            Commitments commitments,
            Obligations obligations,
            Tallies tallies,
            ProgressReports reports,
            Clock clock) {
        this.compacts = compacts;
        this.wordings = wordings;
        this.commitments = commitments;
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
        var tasks = new HashMap<String, List<RollUp.Part>>();
        for (var commitment : wordings.on(version.get(), day, known)) {
            for (var party : commitment.parties()) {
                var standing = Lights.judge(rule, duty(commitment, party, counted), day);
                judged.add(new Judged(commitment, party, standing));
                if (commitment.parent() != null) {
                    tasks.computeIfAbsent(
                                    ProgressReports.key(commitment.parent(), party),
                                    k -> new ArrayList<>())
                            .add(new RollUp.Part(standing, commitment.weight()));
                }
            }
        }
        if (!tasks.isEmpty()) {
            var plan = plan(version.get(), day);
            judged.replaceAll(j -> rolledUp(plan, j, tasks, day));
        }
        return judged;
    }

    private static Judged rolledUp(
            PlanRule plan, Judged own, Map<String, List<RollUp.Part>> tasks, LocalDate day) {
        var parts = tasks.get(ProgressReports.key(own.commitment().id(), own.party()));
        return parts == null
                ? own
                : new Judged(
                        own.commitment(), own.party(), rollUp(plan, own.commitment(), parts, day));
    }

    /// A commitment with tasks stands as they do together; its own deadline counts all the same.
    private static Standing rollUp(
            PlanRule plan, Commitment of, List<RollUp.Part> tasks, LocalDate day) {
        var rolled = RollUp.of(plan, tasks);
        var deadline = of.deadline();
        if (deadline == null || !day.isAfter(deadline) || rolled.percent() == Duty.DONE) {
            return rolled;
        }
        return new Standing(
                Light.RED,
                rolled.wasLate(),
                rolled.percent(),
                Standing.Reason.OVERDUE,
                List.of(
                        deadline.toString(),
                        Long.toString(ChronoUnit.DAYS.between(deadline, day)),
                        Integer.toString(rolled.percent())),
                plan.id(),
                deadline);
    }

    /// What is filed by the end of a day counts for it, unless it was not known then.
    static Instant end(LocalDate day, Instant known) {
        var end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        return known.isBefore(end) ? known : end;
    }

    /// One obligation as it stands now.
    Standing standing(Commitment commitment, String party) {
        var today = today();
        var version = compacts.inForce(commitment.region(), today).orElseThrow();
        var parts = new ArrayList<RollUp.Part>();
        for (var task : commitments.tasksOf(commitment.region(), commitment.id(), today)) {
            if (task.parties().contains(party)) {
                parts.add(new RollUp.Part(own(version, task, party, today), task.weight()));
            }
        }
        return parts.isEmpty()
                ? own(version, commitment, party, today)
                : rollUp(plan(version, today), commitment, parts, today);
    }

    private Standing own(Resolved version, Commitment commitment, String party, LocalDate today) {
        var known = reports.countedOf(commitment.region(), commitment.id(), party);
        var duty =
                duty(commitment, party, Map.of(ProgressReports.key(commitment.id(), party), known));
        return Lights.judge(rule(version, today), duty, today);
    }

    /// Judges one obligation anew for the list, after a report on it was filed or returned; with a
    /// task also the commitment that it serves.
    void judgeOne(Commitment commitment, String party) {
        var region = commitment.region();
        tallies.lock(region);
        obligations.judge(region, commitment.id(), party, standing(commitment, party));
        if (commitment.parent() != null) {
            commitments
                    .find(region, commitment.parent())
                    .ifPresent(p -> obligations.judge(region, p.id(), party, standing(p, party)));
        }
        tallies.recount(region, party, commitment.chapterTitle());
    }

    static Duty duty(Commitment commitment, String party, Map<String, List<Duty.Report>> counted) {
        return new Duty(
                commitment.start(),
                commitment.deadline(),
                commitment.cycle() == null ? null : Period.parse(commitment.cycle()),
                commitment.milestones(),
                counted.getOrDefault(ProgressReports.key(commitment.id(), party), List.of()));
    }

    /// Whether the compact in force, or a base it uses, knows this unit.
    boolean knowsUnit(String region, String unit) {
        var today = today();
        return compacts.inForce(region, today)
                .flatMap(c -> c.findResponsibleUnit(unit, today))
                .isPresent();
    }

    private static LightRule rule(Resolved version, LocalDate day) {
        return version.lights(day)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no rule for lights in force for %s on %s"
                                                .formatted(version.compact().id(), day)));
    }

    private static PlanRule plan(Resolved version, LocalDate day) {
        return version.rule(Compact::planning, day)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no rule for plans in force for %s on %s"
                                                .formatted(version.compact().id(), day)));
    }
}
