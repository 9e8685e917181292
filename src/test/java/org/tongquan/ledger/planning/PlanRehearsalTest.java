package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.conduct.PlanRule.Change;
import org.tongquan.host.HouseClock;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.rehearsing.Said;
import org.tongquan.ledger.whatif.WhatIf;

/// Steps of a plan and changes asked for, under another rule of plans.
@HouseTest
class PlanRehearsalTest {
    private static final String REGION = "basin-if-plan";
    private static final String QUICK =
            """
            planning:
              - id: planning-quick
                valid-from: 2020-01-01
                comment-days: 1
                answer-days: 1
                milestones: P3M
                roll-up: worst
                reports: P1M
                report-for: period
                report-within: 5
                idle-reports: 2
                adjustments:
                  - {change: move-deadline, decides: adopt}
                verified: false

            bodies:
            """;

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void commentTermsAndWhoDecidesFollowTheRuleOfTheVersion() {
        var basin = new Basin(house, REGION);
        var first = basin.ledger().today();
        var year = PlanningTest.Year.of(house, basin);
        var item = year.published(clock, basin.office()).items().getFirst();
        var wish =
                new Adjustment.Wish(
                        Change.MOVE_DEADLINE,
                        List.of(item.id()),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        item.deadline().plusDays(60),
                        "汛期停航");
        basin.door(Adjusting.class).ask(basin.unit("990100/hangdao"), year.id(), wish, null);
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"",
                        "version: \"quick\"",
                        "valid-from: 2025-03-01",
                        "valid-from: 2040-01-01",
                        "\nbodies:\n",
                        "\n" + QUICK));
        var quick = house.getBean(Compacts.class).find(REGION, "quick").orElseThrow();
        var rules =
                basin.door(WhatIf.class)
                        .compare(basin.office(), quick, first, basin.ledger().today())
                        .rules();
        assertThat(rules.other())
                .filteredOn(o -> o.what() == Said.What.ADJUSTMENT)
                .singleElement()
                .satisfies(
                        o -> {
                            assertThat(o.was()).isEqualTo("approve");
                            assertThat(o.would()).isEqualTo("adopt");
                            assertThat(o.subject()).contains(item.id());
                        });
        assertThat(rules.other())
                .filteredOn(o -> o.what() == Said.What.PLAN_TERM)
                .isNotEmpty()
                .allMatch(o -> o.would().compareTo(o.was()) < 0);
    }
}
