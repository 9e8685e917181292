package org.tongquan.ledger.responsible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.DrivenDoors;

/// The person of a unit who answers for its part.
@HouseTest
class NamingTest {
    private static final String BANK = "y01-county-bank";
    private static final String COUNTY = "990321";
    private static final String UNIT = "990321/shuili";

    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private static Basin basin(ApplicationContext house, String region) {
        var basin = new Basin(house, region);
        basin.ledger()
                .assign(basin.office(), region, BANK, COUNTY, UNIT, Assignment.Role.COOPERATING);
        return basin;
    }

    private static Card card(Basin basin, Actor actor) {
        return basin.ledger().find(actor, basin.region(), BANK).orElseThrow();
    }

    @Test
    void whoeverWasNamedLastCountsAndEveryNamingIsInTheJournal() {
        var basin = basin(house, "basin-who");
        var naming = basin.door(Naming.class);
        var office = basin.office();
        var doors = new DrivenDoors();
        var first = doors.run("Naming.name", () -> naming.name(office, BANK, COUNTY, UNIT, " 甲 "));
        assertThat(first).isInstanceOf(Named.Done.class);
        assertThat(doors.wrote("Naming.name")).contains("ledger.responsible", "ledger.told");
        assertThat(naming.name(office, BANK, COUNTY, UNIT, "甲"))
                .isEqualTo(new Named.Refused(Named.Reason.ALREADY));
        assertThat(naming.name(office, BANK, COUNTY, UNIT, "乙")).isInstanceOf(Named.Done.class);
        var unit = basin.unit(UNIT);
        var seen = doors.run("Naming.of", () -> naming.of(unit, card(basin, unit)));
        assertThat(seen).extracting(Responsible::who).containsExactly("乙");
        doors.requireAll(List.of(Naming.class));
    }

    @Test
    void onlyTheOfficeNamesAndOnlyForAUnitWithAPart() {
        var basin = basin(house, "basin-who-2");
        var naming = basin.door(Naming.class);
        var office = basin.office();
        assertThat(naming.name(basin.unit(UNIT), BANK, COUNTY, UNIT, "甲"))
                .isEqualTo(new Named.Refused(Named.Reason.NOT_YOURS));
        assertThat(naming.name(office, BANK, COUNTY, "990200/huanjing", "甲"))
                .isEqualTo(new Named.Refused(Named.Reason.NO_PART));
        assertThat(naming.name(office, BANK, "990200", UNIT, "甲"))
                .isEqualTo(new Named.Refused(Named.Reason.NOT_FOUND));
        assertThat(naming.name(office, BANK, COUNTY, UNIT, " "))
                .isEqualTo(new Named.Refused(Named.Reason.TEXT));
    }

    @Test
    void anotherPartySeesNoNameAndNobodyWritesOneByPlainSql() {
        var basin = basin(house, "basin-who-3");
        var naming = basin.door(Naming.class);
        naming.name(basin.office(), BANK, COUNTY, UNIT, "甲");
        var other = basin.unit("990200/huanjing");
        assertThat(naming.of(other, card(basin, other))).isEmpty();
        assertThat(count(other)).isZero();
        assertThat(count(basin(house, "basin-who-4").office())).isZero();
        assertThat(count(basin.unit(UNIT))).isEqualTo(1);
        refused(other, UNIT);
        refused(basin.actor(UNIT, Power.values()), UNIT);
        refused(basin.office(), "990200/huanjing");
        assertThatThrownBy(
                        () ->
                                acting.as(
                                        basin.office(),
                                        () ->
                                                db.sql("update ledger.responsible set who = '丙'")
                                                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    private long count(Actor actor) {
        return acting.read(
                actor,
                () ->
                        db.sql(
                                        "select count(*) from ledger.responsible"
                                                + " where region = 'basin-who-3'")
                                .query(Long.class)
                                .single());
    }

    private void refused(Actor actor, String unit) {
        var sql =
                """
                insert into ledger.responsible
                    (id, region, commitment, party, unit, who, body, person, at)
                values (gen_random_uuid(), 'basin-who-3', 'y01-county-bank', '990321', '%s', '丁',
                    host.body(), host.person(), now())
                """
                        .formatted(unit);
        assertThatThrownBy(() -> acting.as(actor, () -> db.sql(sql).update()))
                .isInstanceOf(DataAccessException.class);
    }
}
