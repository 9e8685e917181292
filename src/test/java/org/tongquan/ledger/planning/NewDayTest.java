package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.host.HouseClock;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Filter;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.NewDay;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.standing.Standing;

/// Judging all rows of a region at once gives what judging one after the other gives.
@HouseTest
class NewDayTest {
    private static final int STEP_DAYS = 11;
    private static final int STEPS = 40;

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void aDayThatOnlyPassesJudgesEveryRowAsIfItWereAskedAlone() {
        var basin = new Basin(house, "basin-new-day");
        PlanningTest.Year.of(house, basin).published(clock, basin.office());
        var ledger = basin.ledger();
        var random = new Random(7);
        var day = ledger.today();
        for (int i = 0; i < STEPS; i++) {
            day = day.plusDays(STEP_DAYS);
            moveTo(day);
            basin.door(NewDay.class).judge(basin.region());
            var rows = rows(basin);
            assertThat(rows).isNotEmpty();
            rows.forEach(row -> assertAlike(row.standing(), alone(basin, row), row));
            assertThat(rows).extracting(Obligation::standing).containsExactlyElementsOf(all(basin));
            var reported = rows.get(random.nextInt(rows.size()));
            report(basin, reported, random.nextInt(101));
        }
        assertThat(rows(basin))
                .extracting(o -> o.standing().reason())
                .contains(Standing.Reason.OVERDUE, Standing.Reason.ROLLED_UP);
    }

    @Test
    void makingTheListsAnewFindsNothingToChange() {
        var basin = new Basin(house, "basin-new-day-again");
        PlanningTest.Year.of(house, basin).published(clock, basin.office());
        var day = basin.ledger().today();
        for (int i = 0; i < 5; i++) {
            day = day.plusDays(STEP_DAYS);
            moveTo(day);
            basin.door(NewDay.class).judge(basin.region());
            var before = rows(basin);
            basin.ledger().refresh(basin.region());
            assertThat(rows(basin)).isEqualTo(before);
            assertThat(basin.door(NewDay.class).judge(basin.region())).isZero();
        }
    }

    private void moveTo(LocalDate day) {
        clock.moveTo(day.atTime(0, 1).atZone(Ledger.ZONE).toInstant());
    }

    /// Judged from the wordings and reports of this one item and of the tasks that serve it; its
    /// figures are those of the day on which it came to stand so.
    private static Standing alone(Basin basin, Obligation row) {
        var ledger = basin.ledger();
        var card = ledger.find(basin.office(), basin.region(), row.commitment()).orElseThrow();
        return ledger.course(card, row.party()).getLast().standing();
    }

    private static void assertAlike(Standing listed, Standing alone, Obligation row) {
        assertThat(listed.light()).as(row.toString()).isEqualTo(alone.light());
        assertThat(listed.wasLate()).as(row.toString()).isEqualTo(alone.wasLate());
        assertThat(listed.percent()).as(row.toString()).isEqualTo(alone.percent());
        assertThat(listed.reason()).as(row.toString()).isEqualTo(alone.reason());
    }

    /// Judged from all wordings and reports, in the order of the list.
    private static List<Standing> all(Basin basin) {
        var ledger = basin.ledger();
        return ledger.asOf(basin.office(), basin.region(), ledger.today(), Instant.MAX).stream()
                .map(Ledger.AsOf::standing)
                .toList();
    }

    private static void report(Basin basin, Obligation row, int percent) {
        var ledger = basin.ledger();
        var card = ledger.find(basin.office(), row.region(), row.commitment()).orElseThrow();
        var leads = card.leads(row.party());
        var unit = leads.isEmpty() ? row.party() + "/shuili" : leads.iterator().next();
        ledger.report(
                basin.unit(unit),
                basin.report(row.commitment(), row.party(), ledger.today(), percent));
    }

    private static List<Obligation> rows(Basin basin) {
        return basin.ledger()
                .list(basin.office(), Filter.all(basin.region()), Obligation.Cursor.START)
                .rows();
    }
}
