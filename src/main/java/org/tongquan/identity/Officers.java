package org.tongquan.identity;

import java.util.EnumSet;
import java.util.Set;
import org.tongquan.kernel.Power;

/// The three officers - system, security, audit - watch each other, so no person may be two of
/// them (三员分立), neither through several bodies nor through one body with two such powers.
final class Officers {
    private static final Set<Power> POWERS =
            Set.of(Power.MANAGE_PEOPLE, Power.SEE_SECURITY, Power.AUDIT);

    private Officers() {}

    /// Whether all these powers together may be held by one person.
    static boolean keptApart(Set<Power> together) {
        return together.stream().filter(POWERS::contains).count() <= 1;
    }

    /// The powers of a body as a person may use them: without any officer's power when what the
    /// person holds altogether mixes two, as an amended compact can bring about.
    static Set<Power> usable(Set<Power> ofBody, Set<Power> together) {
        var powers = EnumSet.noneOf(Power.class);
        powers.addAll(ofBody);
        if (!keptApart(together)) {
            powers.removeAll(POWERS);
        }
        return powers;
    }
}
