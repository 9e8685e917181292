package org.tongquan.ledger.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.HouseClock;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.measuring.Filed.Reason;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Standing;

/// Items whose progress is computed from values: 75 % at the end of 2024, 95 % wanted at the end
/// of 2026.
@HouseTest
class ItemMeasuringTest {
    private static final String WATER = "y01-water";
    private static final String BANK = "y01-county-bank";
    private static final String SHARE = "y01-water-share";
    private static final String CITY = "990100";

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private void on(String day) {
        clock.moveTo(LocalDate.parse(day).atTime(6, 0).toInstant(ZoneOffset.UTC));
    }

    private static void measure(Basin basin, String party, String on, String value) {
        measure(basin, Reading.Kind.ACHIEVED, party, on, value);
    }

    private static void measure(
            Basin basin, Reading.Kind kind, String party, String on, String value) {
        var filed =
                basin.door(Measuring.class)
                        .file(
                                basin.unit(party + "/huanjing"),
                                basin.region(),
                                new Measuring.NewValue(
                                        SHARE,
                                        party,
                                        kind,
                                        LocalDate.parse(on),
                                        new BigDecimal(value),
                                        "bulletin",
                                        0,
                                        ""));
        assertThat(filed).isInstanceOf(Filed.Kept.class);
    }

    private static Card card(Basin basin, String id) {
        return basin.ledger().find(basin.office(), basin.region(), id).orElseThrow();
    }

    @Test
    void progressFollowsFromTheValuesAndNotFromWhatIsTyped() {
        var basin = new Basin(house, "basin-computed");
        on("2026-11-20");
        measure(basin, CITY, "2026-06-30", "85");
        // (85 - 75) / (95 - 75)
        var standing = basin.obligation(WATER, CITY).standing();
        assertThat(standing.percent()).isEqualTo(50);
        assertThat(standing.reason()).isEqualTo(Standing.Reason.BEHIND_PATH);
        assertThat(standing.light()).isEqualTo(Light.YELLOW);
        var unit = basin.unit("990100/huanjing");
        basin.ledger().report(unit, basin.report(WATER, CITY, 99));
        assertThat(basin.obligation(WATER, CITY).standing().percent()).isEqualTo(50);
        assertThat(card(basin, WATER).reports().getFirst().percent()).isEqualTo(50);
        on("2026-11-21");
        measure(basin, CITY, "2026-10-31", "96");
        assertThat(basin.obligation(WATER, CITY).standing().reason())
                .isEqualTo(Standing.Reason.DONE_IN_TIME);
        // another party has no value: its report counts
        var other = basin.unit("990200/huanjing");
        basin.ledger().report(other, basin.report(WATER, "990200", 40));
        assertThat(basin.obligation(WATER, "990200").standing().percent()).isEqualTo(40);
        var course = basin.ledger().course(card(basin, WATER), CITY);
        assertThat(course.getLast().from()).isEqualTo("2026-11-21");
        assertThat(course.getLast().standing().percent()).isEqualTo(100);
    }

    @Test
    void aForecastChangesNeitherStandingNorProgress() {
        var basin = new Basin(house, "basin-decided");
        on("2026-11-20");
        measure(basin, CITY, "2026-06-30", "85");
        var before = basin.obligation(WATER, CITY).standing();
        var sheet = basin.door(Measuring.class).find(basin.office(), basin.region(), SHARE);
        measure(basin, Reading.Kind.DECIDED, CITY, "2026-06-30", "96");
        measure(basin, Reading.Kind.DECIDED, CITY, "2026-12-31", "99");
        assertThat(basin.obligation(WATER, CITY).standing()).isEqualTo(before);
        assertThat(card(basin, WATER).whole().percent()).isEqualTo(16);
        var after = basin.door(Measuring.class).find(basin.office(), basin.region(), SHARE);
        assertThat(after.orElseThrow().status()).isEqualTo(sheet.orElseThrow().status());
        assertThat(
                        after.orElseThrow().rows().stream()
                                .filter(r -> r.party().equals(CITY))
                                .flatMap(r -> r.of(Reading.Kind.DECIDED).stream()))
                .extracting(r -> r.value().intValue())
                .containsExactlyInAnyOrder(96, 99);
    }

    @Test
    void theOfficeNamesAnIndicatorForAnItemAndTakesItBack() {
        var basin = new Basin(house, "basin-named");
        var door = basin.door(ItemMeasuring.class);
        var office = basin.office();
        on("2026-11-20");
        measure(basin, "990321", "2026-06-30", "85");
        basin.ledger().report(basin.unit("990321/shuili"), basin.report(BANK, "990321", 10));
        assertThat(door.name(basin.unit("990321/shuili"), card(basin, BANK), SHARE, 0))
                .isEqualTo(new Filed.Refused(Reason.NOT_YOURS));
        assertThat(door.name(office, card(basin, BANK), "no-such", 0))
                .isEqualTo(new Filed.Refused(Reason.NOT_FOUND));
        assertThat(door.name(office, card(basin, BANK), "", 0))
                .isEqualTo(new Filed.Refused(Reason.SAME));
        assertThat(door.name(office, card(basin, BANK), SHARE, 0)).isInstanceOf(Filed.Kept.class);
        assertThat(basin.obligation(BANK, "990321").standing().percent()).isEqualTo(50);
        assertThat(door.name(office, card(basin, BANK), "", 0))
                .isEqualTo(new Filed.Refused(Reason.CHANGED));
        assertThat(door.name(office, card(basin, BANK), "", 1)).isInstanceOf(Filed.Kept.class);
        assertThat(basin.obligation(BANK, "990321").standing().percent()).isEqualTo(10);
        var sql =
                "insert into ledger.item_measure (id, region, item, indicator, revision, body,"
                        + " person, at) values (gen_random_uuid(), 'basin-named', 'x', '', 9,"
                        + " '990321/shuili', '%s', current_timestamp)";
        var unit = basin.unit("990321/shuili");
        assertThatThrownBy(
                        () -> acting.run(unit, () -> db.sql(sql.formatted(unit.person())).update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void everyChangeIsInTheJournal() {
        var basin = new Basin(house, "basin-named-doors");
        var door = basin.door(ItemMeasuring.class);
        var office = basin.office();
        var card = card(basin, BANK);
        var doors = new DrivenDoors();
        doors.run("ItemMeasuring.mayName", () -> door.mayName(office, card));
        doors.run("ItemMeasuring.choices", () -> door.choices(basin.region()));
        doors.run("ItemMeasuring.name", () -> door.name(office, card, SHARE, 0));
        assertThat(doors.wrote("ItemMeasuring.name")).contains("ledger.item_measure");
        doors.run("ItemMeasuring.last", () -> door.last(office, card));
        doors.requireAll(List.of(ItemMeasuring.class));
    }
}
