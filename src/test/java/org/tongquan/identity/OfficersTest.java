package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongquan.kernel.Power;

class OfficersTest {
    @Test
    void oneOfficersPowerGoesWithAnyOther() {
        assertThat(Officers.keptApart(Set.of(Power.AUDIT, Power.DRAFT, Power.ADOPT))).isTrue();
        assertThat(Officers.keptApart(Set.of())).isTrue();
    }

    @Test
    void twoOfficersPowersDoNotGoTogether() {
        assertThat(Officers.keptApart(Set.of(Power.AUDIT, Power.MANAGE_PEOPLE))).isFalse();
        assertThat(Officers.keptApart(Set.of(Power.AUDIT, Power.SEE_SECURITY))).isFalse();
        assertThat(Officers.keptApart(Set.of(Power.SEE_SECURITY, Power.MANAGE_PEOPLE))).isFalse();
    }

    @Test
    void whereAnAmendmentMixedTwoNeitherCanBeUsed() {
        var body = Set.of(Power.AUDIT, Power.DRAFT);
        var together = Set.of(Power.AUDIT, Power.DRAFT, Power.MANAGE_PEOPLE);
        assertThat(Officers.usable(body, together)).containsExactly(Power.DRAFT);
        assertThat(Officers.usable(body, body)).containsExactlyInAnyOrder(Power.AUDIT, Power.DRAFT);
    }
}
