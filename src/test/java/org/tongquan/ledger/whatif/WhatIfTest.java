package org.tongquan.ledger.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.Compacts;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Standing;

/// Another version over the facts that are kept.
@HouseTest
class WhatIfTest {
    private static final LocalDate FROM = LocalDate.parse("2025-07-01");
    private static final LocalDate TO = LocalDate.parse("2026-06-30");

    @Autowired private ApplicationContext house;

    @Test
    void theVersionInForceChangesNothing() {
        var basin = new Basin(house, "basin-if-same");
        var version = house.getBean(Compacts.class).inForce("basin-if-same", TO).orElseThrow();
        var outcome = basin.door(WhatIf.class).compare(basin.office(), version, FROM, TO);
        assertThat(outcome.isSame()).isTrue();
        assertThat(outcome.days()).hasSize(12);
        assertThat(outcome.days().getLast().on()).isEqualTo(TO);
        assertThat(outcome.scores())
                .extracting(Outcome.Points::span)
                .containsOnly("2025-H2", "2026-H1");
    }

    @Test
    void aDeadlineMovedByAVersionToComeIsSeenBeforeItIsInForce() {
        var basin = new Basin(house, "basin-if");
        var office = basin.office();
        // adopted, in force from 2030 on: the river bank has a year more
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"",
                        "version: \"later\"",
                        "deadline: 2025-12-31",
                        "deadline: 2026-12-31",
                        "valid-from: 2025-03-01",
                        "valid-from: 2030-01-01"));
        var later = house.getBean(Compacts.class).find("basin-if", "later").orElseThrow();
        var outcome = basin.door(WhatIf.class).compare(office, later, FROM, TO);
        var bank =
                outcome.changes().stream()
                        .filter(c -> c.commitment().equals("y01-county-bank"))
                        .toList();
        assertThat(bank).hasSize(1);
        assertThat(bank.getFirst().was()).isNotNull();
        assertThat(bank.getFirst().was().reason()).isEqualTo(Standing.Reason.OVERDUE);
        assertThat(bank.getFirst().would()).isNotNull();
        assertThat(bank.getFirst().would().light()).isNotEqualTo(Light.RED);
        assertThat(outcome.isSame()).isFalse();
        assertThat(basin.obligation("y01-county-bank", "990321").standing().light())
                .as("nothing was written")
                .isEqualTo(Light.RED);
    }

    @Test
    void aSpanThatRunsBackwardsOrIsTooLongIsRefused() {
        var basin = new Basin(house, "basin-if-long");
        var version = house.getBean(Compacts.class).inForce("basin-if-long", TO).orElseThrow();
        var door = basin.door(WhatIf.class);
        assertThatThrownBy(() -> door.compare(basin.office(), version, TO, FROM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 60 months");
        assertThatThrownBy(() -> door.compare(basin.office(), version, FROM.minusYears(9), TO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tryingLeavesNoRow() {
        var basin = new Basin(house, "basin-if-doors");
        var version = house.getBean(Compacts.class).inForce("basin-if-doors", TO).orElseThrow();
        var doors = new DrivenDoors();
        var door = basin.door(WhatIf.class);
        doors.run("WhatIf.compare", () -> door.compare(basin.office(), version, FROM, TO));
        doors.requireAll(List.of(WhatIf.class));
        assertThat(doors.wrote("WhatIf.compare")).isEmpty();
    }
}
