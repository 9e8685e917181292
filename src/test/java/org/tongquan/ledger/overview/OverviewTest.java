package org.tongquan.ledger.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.Filter;
import org.tongquan.ledger.standing.Light;

/// The board, the month and the bars say what the lists say.
@HouseTest
class OverviewTest {
    /// The light that most parties have, where the base takes the worst.
    private static final String MOST =
            """
            planning:
              - id: basin-most-light
                valid-from: 2025-01-01
                comment-days: 10
                answer-days: 10
                milestones: P3M
                roll-up: most
                reports: P1M
                idle-reports: 2
                adjustments:
                  - {change: add, decides: approve}
            procedure:
            """;

    @Autowired private ApplicationContext house;

    @Test
    void theBoardCountsAsTheListDoesAndShowsTheMostUrgentFirst() {
        var basin = new Basin(house, "basin-board");
        var office = basin.office();
        var cards = basin.door(Overview.class).board(office, "");
        for (var light : Light.values()) {
            int listed =
                    basin.ledger()
                            .list(office, Filter.all("basin-board").of(light), START)
                            .counts()
                            .getOrDefault(light, 0);
            int counted =
                    cards.stream()
                            .filter(c -> c.light() == light)
                            .map(c -> c.chapter() + "~" + c.count())
                            .distinct()
                            .mapToInt(c -> Integer.parseInt(c.substring(c.indexOf('~') + 1)))
                            .sum();
            assertThat(counted).as(light.word()).isEqualTo(listed);
        }
        var red =
                cards.stream()
                        .filter(c -> c.light() == Light.RED && c.chapter().equals("一条河"))
                        .map(Overview.Card::due)
                        .toList();
        assertThat(red).isNotEmpty().isSorted();
        assertThat(basin.door(Overview.class).board(office, "990321"))
                .extracting(Overview.Card::party)
                .containsOnly("990321");
    }

    @Test
    void aMonthHoldsTheDeadlinesOfItsDaysAndNoOthers() {
        var basin = new Basin(house, "basin-month");
        var month =
                basin.door(Overview.class).month(basin.office(), "", YearMonth.parse("2025-12"));
        assertThat(month.entries())
                .filteredOn(e -> e.kind() == Overview.Entry.Kind.DEADLINE)
                .extracting(Overview.Entry::commitment)
                .contains("y01-county-bank");
        assertThat(month.entries())
                .extracting(Overview.Entry::on)
                .allMatch(on -> YearMonth.from(on).equals(YearMonth.parse("2025-12")));
        assertThat(
                        basin.door(Overview.class)
                                .between(
                                        basin.office(),
                                        "",
                                        LocalDate.parse("2025-12-31"),
                                        LocalDate.parse("2025-12-31"))
                                .entries())
                .extracting(Overview.Entry::commitment)
                .contains("y01-county-bank");
    }

    private static void twoAreOnCourse(Basin basin) {
        basin.ledger()
                .report(basin.unit("990100/hangdao"), basin.report("y01-locks", "990100", 100));
        basin.ledger()
                .report(basin.unit("990100/hangdao"), basin.report("y01-locks", "990200", 100));
    }

    @Test
    void aCollectiveItemRollsUpByTheRuleThatTheCompactDeclares() {
        var worst = new Basin(house, "basin-bars");
        twoAreOnCourse(worst);
        // 100, 100 and 0, rounded down
        assertThat(bar(worst)).isEqualTo(new Overview.Bar(Light.RED, 66));
        assertThat(worst.ledger().find(worst.office(), "basin-bars", "y01-locks").orElseThrow())
                .satisfies(card -> assertThat(card.light()).isEqualTo(Light.RED));
        var most = new Basin(house, "basin-most");
        most.adopt(Map.of("version: \"2025.1\"", "version: \"2\"", "procedure:\n", MOST));
        twoAreOnCourse(most);
        // the same reports: two finished late outweigh the one that is overdue, by data alone
        assertThat(bar(most)).isEqualTo(new Overview.Bar(Light.YELLOW, 66));
        var card = most.ledger().find(most.office(), "basin-most", "y01-locks").orElseThrow();
        assertThat(card.light()).isEqualTo(Light.YELLOW);
        assertThat(card.whole().rule()).isEqualTo("basin-most-light");
        assertThat(card.whole().values()).containsExactly("3", "1", "2", "2");
    }

    private static Overview.Bar bar(Basin basin) {
        var bars =
                basin.door(Overview.class)
                        .standings(basin.office(), List.of("y01-locks", "no-such"));
        assertThat(bars).containsOnlyKeys("y01-locks");
        return bars.get("y01-locks");
    }

    @Test
    void aBodyOfAnotherRegionSeesNothingOfIt() {
        var basin = new Basin(house, "basin-board-own");
        assertThat(basin.door(Overview.class).board(basin.office(), "")).isNotEmpty();
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", java.util.Set.of());
        assertThat(basin.door(Overview.class).board(stranger, "")).isEmpty();
        assertThat(basin.door(Overview.class).standings(stranger, List.of("y01-locks"))).isEmpty();
    }

    @Test
    void lookingLeavesNoRow() {
        var basin = new Basin(house, "basin-board-doors");
        var overview = basin.door(Overview.class);
        var doors = new DrivenDoors();
        var office = basin.office();
        var day = LocalDate.parse("2025-12-31");
        doors.run("Overview.board", () -> overview.board(office, ""));
        doors.run("Overview.month", () -> overview.month(office, "", YearMonth.parse("2025-12")));
        doors.run("Overview.between", () -> overview.between(office, "", day, day));
        doors.run("Overview.standings", () -> overview.standings(office, List.of("y01-locks")));
        doors.requireAll(List.of(Overview.class));
        assertThat(doors.wrote().values()).allMatch(java.util.Set::isEmpty);
    }

    private static final org.tongquan.ledger.Obligation.Cursor START =
            org.tongquan.ledger.Obligation.Cursor.START;
}
