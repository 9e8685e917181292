package org.tongquan.compact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.compact.reading.Loaded;

class ShippedCompactsTest {
    @Test
    void everyShippedCompactChecksClean() {
        var folder = new CompactFolder(TestCompacts.SHIPPED);
        assertThat(folder.list()).contains("cn", "capital-circle", "jiaodong");
        for (var id : folder.list()) {
            assertThat(TestCompacts.problems(folder.load(id))).as(id).isEmpty();
        }
    }

    @Test
    void everyInventedCompactChecksClean() {
        var folder = new CompactFolder(TestCompacts.INVENTED);
        assertThat(folder.list()).contains("mini", "mini-base");
        for (var id : folder.list()) {
            assertThat(TestCompacts.problems(load(id))).as(id).isEmpty();
        }
    }

    /// An invented region may build on the shipped national base.
    private static Loaded load(String id) {
        return new CompactFolder(TestCompacts.INVENTED, TestCompacts.SHIPPED).load(id);
    }
}
