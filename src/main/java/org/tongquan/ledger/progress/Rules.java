package org.tongquan.ledger.progress;

import java.time.LocalDate;
import java.util.Optional;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.compact.conduct.PlanRule;

/// What a region's compact in force on a day says about reports.
///
/// @param lightGrace days after the end of a period in which a report asked for by the text of a
///     duty still comes in time, as the lights count them
record Rules(PlanRule planning, int lightGrace, Receivers receivers) {
    /// Empty where no compact is in force, or none with a rule for plans.
    static Optional<Rules> of(Compacts compacts, String region, LocalDate day) {
        return compacts.inForce(region, day).flatMap(c -> of(c, day));
    }

    static Optional<Rules> of(Resolved compact, LocalDate day) {
        int grace = compact.lights(day).map(LightRule::yellowDaysBefore).orElse(0);
        return compact.rule(Compact::planning, day)
                .map(rule -> new Rules(rule, grace, new Receivers(compact, day)));
    }

    ReportDuty duty(OwedRow row) {
        return row.duty(planning, lightGrace);
    }
}
