package org.tongquan.ledger.standing;

import java.time.LocalDate;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.compact.conduct.PlanRule;

/// The rule sets of a version that standings follow from. A version that binds anybody has both:
/// the national base sets them where the region does not.
public final class InForce {
    private InForce() {}

    /// @throws IllegalStateException when the version has no rule for lights on the day
    public static LightRule lights(Resolved version, LocalDate day) {
        return version.lights(day).orElseThrow(() -> missing("lights", version, day));
    }

    /// @throws IllegalStateException when the version has no rule for plans on the day
    public static PlanRule planning(Resolved version, LocalDate day) {
        return version.rule(Compact::planning, day)
                .orElseThrow(() -> missing("plans", version, day));
    }

    private static IllegalStateException missing(String what, Resolved version, LocalDate day) {
        return new IllegalStateException(
                "no rule for %s in force for %s on %s"
                        .formatted(what, version.compact().id(), day));
    }
}
