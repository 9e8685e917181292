package org.tongquan.ledger.progress;

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
        List<ReportDuty.Reported> reports) {
    private static final int JANUARY = 1;

    public OwedRow {
        milestones = List.copyOf(milestones);
        lead = List.copyOf(lead);
        reports = List.copyOf(reports);
    }

    /// Whether its own text sets a rhythm that leads on.
    boolean hasOwnRhythm() {
        return cycle != null && Duty.isForward(Period.parse(cycle));
    }

    /// The facts that the rule of the rhythm is asked about. A rhythm of the own text counts from
    /// the first day of the duty, with the days of grace that the lights give it; an item of a plan
    /// follows the rule for plans, by periods counted from the start of the year or by its
    /// milestones; nothing else owes reports by rhythm.
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
        if (rule.reportFor() == PlanRule.Beat.MILESTONE) {
            var nodes = new ArrayList<>(milestones);
            if (deadline != null) {
                nodes.add(deadline);
            }
            return of(rule.id(), null, start, nodes, grace, rule);
        }
        var from = LocalDate.of(start.getYear(), JANUARY, 1);
        return of(rule.id(), rule.reports(), from, List.of(), grace, rule);
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
