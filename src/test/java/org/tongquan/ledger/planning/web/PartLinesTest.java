package org.tongquan.ledger.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.planning.Adjustment;
import org.tongquan.ledger.planning.PlanFault;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;

/// Parts of a split as people write them, a line each.
@HouseTest
class PartLinesTest {
    @Autowired private ApplicationContext house;

    private PartLines read(String region, String... lines) {
        var basin = new Basin(house, region);
        var names = basin.door(Names.class).of(region, Language.ZH);
        return new PartLines(names, new ItemForms(names)).read(List.of(lines));
    }

    @Test
    void whatALineLeavesOutIsAsTheWholeHasIt() {
        var lines = read("basin-part-lines", "一期 | 2 | 2027-09-30 | 云川市、河湾市 | | | 承接", "二期 ｜ 1");
        assertThat(lines.faults()).isEmpty();
        assertThat(lines.texts()).containsExactly("一期", "二期");
        assertThat(lines.parts())
                .containsExactly(
                        new Adjustment.Part(
                                2,
                                List.of("990100", "990200"),
                                List.of(),
                                List.of(),
                                LocalDate.parse("2027-09-30"),
                                true),
                        new Adjustment.Part(1, List.of(), List.of(), List.of(), null, false));
        assertThat(read("basin-part-plain", "甲", "乙").parts()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsTold() {
        assertThat(read("basin-part-wrong", "甲 | 重 | 明天 | 某地", "乙").faults())
                .containsExactly(PlanFault.WEIGHT, PlanFault.PARTIES, PlanFault.DAYS);
    }
}
