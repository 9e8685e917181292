package org.tongquan.compact.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongquan.compact.TestCompacts;

class DifferenceTest {
    @TempDir private Path root;

    @Test
    void aVersionDoesNotDifferFromItself() {
        var mini = TestCompacts.get(TestCompacts.INVENTED, "mini").compact();
        assertThat(Difference.between(mini, mini).isEmpty()).isTrue();
    }

    @Test
    void namesWhatWasAddedRemovedAndChangedFieldByField() {
        var before = TestCompacts.get(TestCompacts.INVENTED, "mini").compact();
        var folder = TestCompacts.copy(root);
        var head = root.resolve("mini/compact.yaml");
        var ledger = root.resolve("mini/ledger.yaml");
        TestCompacts.replace(head, "version: \"1\"", "version: \"2\"");
        TestCompacts.replace(head, "\"980100\", name: {zh: 邻市}", "\"980200\", name: {zh: 远市}");
        TestCompacts.replace(ledger, "deadline: 2023-12-31", "deadline: 2024-06-30");
        var after = TestCompacts.get(folder.load("mini")).compact();
        assertThat(Difference.between(before, after).text())
                .isEqualTo(
                        """
                        --- mini 1
                        +++ mini 2
                        ~ compact compact
                            version: 1 -> 2
                        - parties 980100
                            id: 980100
                            name: {"zh":"邻市"}
                            kind: outside
                            role: partner
                        + parties 980200
                            id: 980200
                            name: {"zh":"远市"}
                            kind: outside
                            role: partner
                        ~ commitments a01-road
                            deadline: 2023-12-31 -> 2024-06-30
                        """);
    }
}
