package org.tongquan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemsTest {
    @Test
    void namesThePlaceAsEditorsJumpToIt() {
        assertThat(new Problem("a.yaml", 3, 7, "no id", "add one"))
                .hasToString("a.yaml:3:7: no id - add one");
        assertThat(new Problem("a.yaml", 3, "no id", "add one"))
                .hasToString("a.yaml:3: no id - add one");
        assertThat(new Problem("a.yaml", 0, 7, "empty", "fill it"))
                .hasToString("a.yaml: empty - fill it");
        assertThat(new Problem("", 3, "no id", "add one")).hasToString("line 3: no id - add one");
        assertThat(new Problem("", 0, "empty", "fill it")).hasToString("empty - fill it");
    }

    @Test
    void countsAllAndKeepsFiveHundred() {
        var problems = new Problems();
        assertThat(problems.isEmpty()).isTrue();
        for (int i = 1; i <= 501; i++) {
            problems.add("a.yaml", i, "wrong", "mend it");
        }
        assertThat(problems.count()).isEqualTo(501);
        assertThat(problems.list()).hasSize(500);
        assertThat(problems.list().getLast().line()).isEqualTo(500);
    }

    @Test
    void refusesWithEverythingThatWasFound() {
        var problems = new Problems();
        problems.throwIfAny();
        problems.add("a.yaml", 1, "wrong", "mend it");
        problems.add("a.yaml", 2, "also wrong", "mend it");
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(
                        Problems.Rejected.class, r -> assertThat(r.problems()).hasSize(2))
                .hasMessage("a.yaml:1: wrong - mend it");
    }
}
