package org.tongquan.ledger.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.measuring.Filed.Reason;
import org.tongquan.ledger.measuring.Reading.Kind;
import org.tongquan.ledger.measuring.Standings.Status;

/// Values of the invented region's indicators: entered, revised, added up or not, and guarded.
@HouseTest
class MeasuringTest {
    private static final String WATER = "y01-water-share";

    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private static Measuring.NewValue value(
            String party, String on, String value, int shown, String reason) {
        return new Measuring.NewValue(
                WATER,
                party,
                Kind.ACHIEVED,
                LocalDate.parse(on),
                new BigDecimal(value),
                "monitoring bulletin",
                shown,
                reason);
    }

    private static Measuring.Row row(Basin basin, String party) {
        return basin
                .door(Measuring.class)
                .find(basin.office(), basin.region(), WATER)
                .orElseThrow()
                .rows()
                .stream()
                .filter(r -> r.party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRevisionFollowsAndTheFirstValueStays() {
        var basin = new Basin(house, "basin-measure");
        var measuring = basin.door(Measuring.class);
        var unit = basin.unit("990100/huanjing");
        var region = basin.region();
        assertThat(measuring.file(unit, region, value("990100", "2025-12-31", "84", 0, "")))
                .isInstanceOf(Filed.Kept.class);
        assertThat(row(basin, "990100").standing().status()).isEqualTo(Status.BEHIND);
        assertThat(measuring.file(unit, region, value("990100", "2025-12-31", "86", 0, "x")))
                .as("the form had not seen the first value")
                .isEqualTo(new Filed.Refused(Reason.CHANGED));
        assertThat(measuring.file(unit, region, value("990100", "2025-12-31", "86", 1, "")))
                .isEqualTo(new Filed.Refused(Reason.TEXT));
        assertThat(measuring.file(unit, region, value("990100", "2025-12-31", "84.0", 1, "x")))
                .isEqualTo(new Filed.Refused(Reason.SAME));
        assertThat(measuring.file(unit, region, value("990100", "2025-12-31", "86", 1, "checked")))
                .extracting("revision")
                .isEqualTo(2);
        assertThat(row(basin, "990100").standing().status()).isEqualTo(Status.ON_PATH);
        var sheet = measuring.find(basin.office(), region, WATER).orElseThrow();
        assertThat(sheet.revisions())
                .extracting(Reading::revision, r -> r.value().intValueExact())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, 86),
                        org.assertj.core.groups.Tuple.tuple(1, 84));
        assertThat(sheet.totals().getFirst().total().reason()).isEqualTo(Totals.Reason.SHARE);
        assertThat(sheet.status()).as("two members have no value").isEqualTo(Status.NO_VALUE);
    }

    @Test
    void changesOfASharePerCentArePercentagePoints() {
        var basin = new Basin(house, "basin-measure-points");
        var measuring = basin.door(Measuring.class);
        var unit = basin.unit("990200/huanjing");
        measuring.file(unit, basin.region(), value("990200", "2025-06-30", "80.5", 0, ""));
        measuring.file(unit, basin.region(), value("990200", "2025-12-31", "83", 0, ""));
        assertThat(row(basin, "990200").change()).isEqualByComparingTo("2.5");
        assertThat(row(basin, "990200").points()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var basin = new Basin(house, "basin-measure-refused");
        var measuring = basin.door(Measuring.class);
        var unit = basin.unit("990100/huanjing");
        var region = basin.region();
        var tomorrow = basin.ledger().today().plusDays(1).toString();
        assertThat(measuring.file(unit, region, value("990100", tomorrow, "1", 0, "")))
                .isEqualTo(new Filed.Refused(Reason.DAY));
        assertThat(measuring.file(unit, region, value("990200", "2025-12-31", "1", 0, "")))
                .isEqualTo(new Filed.Refused(Reason.NOT_YOURS));
        assertThat(
                        measuring.file(
                                basin.office(), region, value("990400", "2025-12-31", "1", 0, "")))
                .as("a partner is not measured")
                .isEqualTo(new Filed.Refused(Reason.NOT_FOUND));
        assertThat(
                        measuring.file(
                                basin.office(), region, value("990200", "2025-12-31", "1", 0, "")))
                .isInstanceOf(Filed.Kept.class);
    }

    @Test
    void nobodyEntersForAnotherPartyOrChangesAValueBySql() {
        var basin = new Basin(house, "basin-measure-break");
        var measuring = basin.door(Measuring.class);
        var liar = basin.actor("990200/huanjing", Power.values());
        var region = basin.region();
        assertThatThrownBy(
                        () ->
                                measuring.file(
                                        liar, region, value("990100", "2025-12-31", "1", 0, "")))
                .as("powers that the program believes in do not count in the database")
                .isInstanceOf(DataAccessException.class);
        measuring.file(basin.office(), region, value("990100", "2025-12-31", "84", 0, ""));
        for (var sql :
                List.of("update ledger.measured set value = 99", "delete from ledger.measured")) {
            assertThatThrownBy(() -> acting.run(basin.office(), () -> db.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", java.util.Set.of());
        assertThat(measuring.find(stranger, region, WATER).orElseThrow().revisions()).isEmpty();
    }

    @Test
    void everyMethodOfTheDoorLeavesAnEntryWithItsRow() {
        var doors = new DrivenDoors();
        var basin = new Basin(house, "basin-measure-doors");
        var measuring = basin.door(Measuring.class);
        var unit = basin.unit("990100/huanjing");
        var region = basin.region();
        doors.run("Measuring.mayFile", () -> measuring.mayFile(unit, "990100"));
        doors.run(
                "Measuring.file",
                () -> measuring.file(unit, region, value("990100", "2025-12-31", "84", 0, "")));
        doors.run("Measuring.list", () -> measuring.list(unit, region));
        var sheet =
                doors.run("Measuring.find", () -> measuring.find(unit, region, WATER))
                        .orElseThrow();
        var day = LocalDate.parse("2025-12-31");
        doors.run("Measuring.path", () -> measuring.path(sheet.measure(), day));
        doors.run("Measuring.bends", () -> measuring.bends(sheet.measure()));
        doors.requireAll(List.of(Measuring.class));
        assertThat(doors.wrote("Measuring.file"))
                .as("the value, and the light of the item that it measures")
                .contains("ledger.measured")
                .isSubsetOf("ledger.measured", "ledger.light_change");
    }
}
