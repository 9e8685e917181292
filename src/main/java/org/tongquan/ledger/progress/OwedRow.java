package org.tongquan.ledger.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.ledger.standing.Duty;

/// One obligation that reports may be owed by, as the lists have it on a day.
///
/// @param task whether it is an item of a plan
/// @param start first day of the duty; of an item not before it came into the plan
/// @param cycle rhythm that its own text sets
/// @param milestones last days of its stages
/// @param lead units named as lead
/// @param paces rhythms set for the item, the oldest first
public record OwedRow(
        String region,
        String commitment,
        String party,
        int ordinal,
        String textZh,
        String textEn,
        boolean task,
        LocalDate start,
        @Nullable LocalDate deadline,
        @Nullable String cycle,
        List<LocalDate> milestones,
        List<String> lead,
        List<Pace> paces,
        List<ReportDuty.Reported> reports) {
    private static final int JANUARY = 1;
    private static final int QUARTER = 3;

    public OwedRow {
        milestones = List.copyOf(milestones);
        lead = List.copyOf(lead);
        paces = List.copyOf(paces);
        reports = List.copyOf(reports);
    }

    /// Whether its own text sets a rhythm that leads on.
    boolean hasOwnRhythm() {
        return cycle != null && Duty.isForward(Period.parse(cycle));
    }

    /// The same with the rhythm that was set by a moment.
    OwedRow pacedAt(Instant moment) {
        return new OwedRow(
                region,
                commitment,
                party,
                ordinal,
                textZh,
                textEn,
                task,
                start,
                deadline,
                cycle,
                milestones,
                lead,
                paces.stream().filter(p -> !p.at().isAfter(moment)).toList(),
                reports);
    }

    /// The facts that the rule of the rhythm is asked about. A rhythm of the own text counts from
    /// the first day of the duty, with the days of grace that the lights give it; an item of a plan
    /// follows the rhythm that was set for it, else the rule for plans: by periods counted from the
    /// start of the year, or by its milestones. Nothing else owes reports by rhythm.
    ///
    /// @param lightGrace days of grace of the lights
    ReportDuty duty(PlanRule rule, int lightGrace) {
        if (hasOwnRhythm()) {
            return of("", Period.parse(cycle), start, List.of(), lightGrace, rule);
        }
        if (!task) {
            return of("", null, start, List.of(), 0, rule);
        }
        var within = rule.reportWithin();
        int grace = within == null ? 0 : within;
        return switch (Pace.now(paces)) {
            case MONTHLY -> byPeriod("", Period.ofMonths(1), grace, rule);
            case QUARTERLY -> byPeriod("", Period.ofMonths(QUARTER), grace, rule);
            case NODE -> byNode("", grace, rule);
            case RULE ->
                    rule.reportFor() == PlanRule.Beat.MILESTONE
                            ? byNode(rule.id(), grace, rule)
                            : byPeriod(rule.id(), rule.reports(), grace, rule);
        };
    }

    private ReportDuty byPeriod(String id, Period every, int grace, PlanRule rule) {
        var from = LocalDate.of(start.getYear(), JANUARY, 1);
        return of(id, every, from, List.of(), grace, rule);
    }

    private ReportDuty byNode(String id, int grace, PlanRule rule) {
        var nodes = new ArrayList<>(milestones);
        if (deadline != null) {
            nodes.add(deadline);
        }
        return of(id, null, start, nodes, grace, rule);
    }

    private ReportDuty of(
            String id,
            @Nullable Period every,
            LocalDate from,
            List<LocalDate> nodes,
            int grace,
            PlanRule rule) {
        return new ReportDuty(id, every, from, nodes, start, grace, rule.idleReports(), reports);
    }
}
