package org.tongquan.ledger.recounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.TestHost;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.Filing;
import org.tongquan.ledger.NewDay;
import org.tongquan.ledger.standing.Light;

/// What was said is computed again from what was kept; what somebody changed is found and named.
@HouseTest
class RecountingTest {
    private static final String BANK = "y01-county-bank";
    private static final String COUNTY = "990321";

    @Autowired private ApplicationContext house;

    private static Actor auditor(Basin basin) {
        return basin.actor(basin.region() + ":audit-officer", Power.AUDIT);
    }

    private static Recount recount(Basin basin) {
        return basin.door(Recounting.class).recount(auditor(basin)).orElseThrow();
    }

    private static Recount.Part part(Basin basin, String what) {
        return recount(basin).parts().stream()
                .filter(p -> p.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    /// As only the administrator of the server can, behind the program's back.
    private static int changed(String sql, String region) {
        return JdbcClient.create(TestHost.administrator().dataSource())
                .sql(sql)
                .param("region", region)
                .update();
    }

    private static void reported(Basin basin, LocalDate on, int percent) {
        var unit = basin.unit(COUNTY + "/shuili");
        assertThat(basin.ledger().report(unit, basin.report(BANK, COUNTY, on, percent)))
                .isInstanceOf(Filing.Filed.class);
    }

    private static Basin basin(ApplicationContext house, String region) {
        var basin = new Basin(house, region);
        var today = basin.ledger().today();
        reported(basin, today.minusDays(20), 20);
        reported(basin, today.minusDays(10), 60);
        return basin;
    }

    @Test
    void eachChangeOfALightIsKeptWithItsFactsAndNothingElseIs() {
        var basin = basin(house, "basin-counted-again");
        var today = basin.ledger().today();
        reported(basin, today.minusDays(5), 60);
        basin.door(NewDay.class).begin(basin.region());
        var lines =
                basin.door(Recounting.class).history(basin.office(), basin.region(), BANK, COUNTY);
        assertThat(lines).extracting(l -> l.standing().percent()).containsExactly(60, 20, 0);
        assertThat(lines).extracting(l -> l.standing().light()).containsOnly(Light.RED);
        assertThat(lines.getFirst().facts())
                .contains(
                        "deadline 2025-12-31",
                        "report " + today.minusDays(20) + " 20",
                        "report " + today.minusDays(10) + " 60");
        assertThat(lines.getFirst().version()).isEqualTo("2025.1");
        assertThat(recount(basin).parts())
                .allSatisfy(p -> assertThat(p.mismatches()).as(p.what()).isEmpty());
        assertThat(part(basin, "lights").count()).isGreaterThan(10);
        assertThat(
                        basin.door(Recounting.class)
                                .history(
                                        basin.unit("990200/huanjing"),
                                        basin.region(),
                                        BANK,
                                        COUNTY))
                .as("what another party reported stays its own")
                .isEmpty();
    }

    @Test
    void aVersionAdoptedLaterChangesNothingInWhatWasSaidBefore() {
        var basin = basin(house, "basin-recount-version");
        basin.adopt(Map.of("version: \"2025.1\"", "version: \"2\"", "2025-12-31", "2026-12-31"));
        assertThat(basin.obligation(BANK, COUNTY).deadline())
                .isEqualTo(LocalDate.parse("2026-12-31"));
        assertThat(part(basin, "lights").mismatches()).isEmpty();
        assertThat(
                        basin.door(Recounting.class)
                                .history(basin.office(), basin.region(), BANK, COUNTY))
                .extracting(LightChange::version)
                .containsExactly("2", "2025.1", "2025.1", "2025.1");
    }

    @Test
    void aReportThatWasChangedIsNamedWithWhatItSaid() {
        var basin = basin(house, "basin-recount-report");
        changed(
                "update ledger.progress set percent = 70 where region = :region and percent = 60",
                basin.region());
        var on = basin.ledger().today().minusDays(10);
        assertThat(part(basin, "lights").mismatches())
                .singleElement()
                .satisfies(
                        m -> {
                            assertThat(m.subject()).startsWith(BANK + "@" + COUNTY);
                            assertThat(m.kept()).isEqualTo("report " + on + " 60");
                        });
    }

    @Test
    void aReportThatWasSlippedInLaterWithAnEarlierDateIsNamed() {
        var basin = basin(house, "basin-recount-slipped");
        changed(
                """
                insert into ledger.progress
                    (id, region, commitment, party, body, person, on_day, at, percent, text)
                select gen_random_uuid(), region, commitment, party, body, person, on_day - 3,
                       at - interval '1 day', 55, 'x'
                from ledger.progress where region = :region and percent = 20
                """,
                basin.region());
        assertThat(part(basin, "lights").mismatches())
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.now()).endsWith(" 55"));
    }

    @Test
    void aLightThatWasChangedInTheListOrInItsHistoryIsNamed() {
        var basin = basin(house, "basin-recount-light");
        changed(
                "update ledger.obligation set light = 'green' where region = :region"
                        + " and commitment = 'y01-county-bank'",
                basin.region());
        assertThat(part(basin, "lights").mismatches())
                .singleElement()
                .satisfies(m -> assertThat(m.now()).startsWith("green"));
        changed(
                "update ledger.light_change set light = 'green' where region = :region"
                        + " and commitment = 'y01-county-bank'",
                basin.region());
        assertThat(part(basin, "lights").mismatches()).hasSize(3);
    }

    @Test
    void aSumThatWasChangedIsNamed() {
        var basin = basin(house, "basin-recount-sum");
        changed(
                "update ledger.tally set n = n + 1 where region = :region and party = '990321'",
                basin.region());
        assertThat(part(basin, "roll-ups").mismatches())
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.subject()).startsWith("990321"));
    }

    @Test
    void everyDoorLooksAndLeavesNoRow() {
        var basin = new Basin(house, "basin-recount-doors");
        var recounting = basin.door(Recounting.class);
        var office = basin.office();
        var doors = new DrivenDoors();
        doors.run("Recounting.may", () -> recounting.may(office));
        doors.run("Recounting.recount", () -> recounting.recount(office));
        doors.run(
                "Recounting.history",
                () -> recounting.history(office, basin.region(), BANK, COUNTY));
        doors.requireAll(List.of(Recounting.class));
        assertThat(doors.wrote().values()).allMatch(java.util.Set::isEmpty);
    }

    @Test
    void noBodyWritesOrChangesTheHistoryOfLights() {
        var basin = new Basin(house, "basin-recount-break");
        var acting = house.getBean(Acting.class);
        var db = house.getBean(JdbcClient.class);
        var insert =
                "insert into ledger.light_change (batch, region, commitment, party, day, known,"
                        + " light, was_late, percent, reason, reason_values, rule, version, facts)"
                        + " select batch, region, commitment, party, day, known, 'green', was_late,"
                        + " percent, reason, reason_values, rule, version, facts"
                        + " from ledger.light_change limit 1";
        for (var sql :
                List.of(
                        insert,
                        "update ledger.light_change set light = 'green'",
                        "delete from ledger.light_change")) {
            assertThatThrownBy(() -> acting.run(basin.office(), () -> db.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
        var job = Actor.job("ledger");
        var delete = "delete from ledger.light_change";
        assertThatThrownBy(() -> acting.run(job, () -> db.sql(delete).update()))
                .as("not even the job that writes it")
                .isInstanceOf(DataAccessException.class);
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", java.util.Set.of());
        var count = "select count(*) from ledger.light_change";
        assertThat(
                        acting.<Integer>read(
                                stranger, () -> db.sql(count).query(Integer.class).single()))
                .isZero();
    }

    @Test
    void onlyThoseWhoExamineOrIssueReportsMayAsk() {
        var basin = new Basin(house, "basin-recount-may");
        var door = basin.door(Recounting.class);
        assertThat(door.recount(basin.unit(COUNTY + "/shuili"))).isEmpty();
        assertThat(door.recount(Actor.PUBLIC)).isEmpty();
        assertThat(door.recount(basin.office()).orElseThrow().isSame()).isTrue();
        assertThat(recount(basin).parts())
                .extracting(Recount.Part::what)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(
                                "lights",
                                "roll-ups",
                                "scores",
                                "chase-steps",
                                "alarms",
                                "due-days",
                                "reports",
                                "accounts"));
    }
}
