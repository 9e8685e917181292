package org.tongquan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {
    @Test
    void mayWhatItWasGivenAndNothingElse() {
        var clerk = new Actor("p1", "370100/caizheng", "r", Set.of(Power.REPORT_PROGRESS));
        assertThat(clerk.may(Power.REPORT_PROGRESS)).isTrue();
        assertThat(clerk.may(Power.ISSUE_REPORT)).isFalse();
    }

    @Test
    void aJobAndThePublicMayNothingByThemselves() {
        assertThat(Actor.job("sequencer").body()).isEqualTo("job:sequencer");
        assertThat(Power.values())
                .noneMatch(Actor.job("sequencer")::may)
                .noneMatch(Actor.PUBLIC::may);
    }

    @Test
    void actsForSomeBody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Actor("p1", " ", "r", Set.of()));
    }
}
