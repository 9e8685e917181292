package org.tongquan.ledger.simulating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Simulation;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.recounting.ChangedInputs;
import org.tongquan.ledger.recounting.Recounting;
import org.tongquan.ledger.reporting.Reporting;

/// A year of the invented region, played through the doors.
@HouseTest
class SimulatingTest {
    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    @Test
    void everyPathIsTravelledAndNoDoorRefusesAnything() {
        var basin = new Basin(house, "basin-played");
        // in force for more than the year that is played
        basin.adopt(Map.of("version: \"2025.1\"", "version: \"0\"", "2025-04-01", "2020-04-01"));
        var days = new ArrayList<Integer>();
        var played = basin.door(Simulating.class).play("basin-played", 7, days::add);
        assertThat(played).isInstanceOf(Played.Year.class);
        var year = (Played.Year) played;
        assertThat(year.refusals()).isEmpty();
        assertThat(year.paths()).containsOnlyKeys(Path.values());
        assertThat(year.isWhole()).isTrue();
        assertThat(days).hasSize(365).isSorted();
        afterwards(basin);
        assertThat(basin.door(Simulating.class).play("basin-played", 8, days::add))
                .isEqualTo(new Played.Refused(Played.Reason.PLAYED_BEFORE));
    }

    /// What was played stands in the ledger, marked, and the clock shows today again.
    private void afterwards(Basin basin) {
        var clock = house.getBean(Clock.class);
        assertThat(LocalDate.ofInstant(clock.instant(), Ledger.ZONE))
                .isEqualTo(LocalDate.ofInstant(Clock.systemUTC().instant(), Ledger.ZONE));
        var simulation = basin.door(Simulation.class);
        assertThat(simulation.isPresent(Actor.PUBLIC, "basin-played")).isTrue();
        var office = basin.office();
        var issued = basin.door(Reporting.class).list(office, "basin-played");
        assertThat(issued).hasSize(2).allMatch(i -> i.simulated());
        assertThat(issued)
                .allSatisfy(
                        i ->
                                assertThat(basin.door(Reporting.class).recount(office, i.id()))
                                        .contains(true));
        assertThat(basin.door(Chasing.class).mismatches(office, "basin-played")).isEmpty();
        assertThat(basin.door(Recounting.class).recount(office).orElseThrow().parts())
                .allSatisfy(p -> assertThat(p.mismatches()).as(p.what()).isEmpty())
                .anySatisfy(p -> assertThat(p.count()).as(p.what()).isGreaterThan(100));
        new ChangedInputs(basin.door(Recounting.class), office).areFoundAndNamed();
        assertThat(
                        acting.<List<String>>read(
                                Actor.job("ledger"),
                                () ->
                                        db.sql(
                                                        "select distinct body from ledger.progress"
                                                                + " where region = 'basin-played'")
                                                .query(String.class)
                                                .list()))
                .as("who reported is a body of a party, never a job")
                .isNotEmpty()
                .noneMatch(b -> b.startsWith("job:"));
    }

    @Test
    void dataOnWhichPeopleWorkedIsLeftAlone() {
        var basin = new Basin(house, "basin-real");
        basin.ledger()
                .report(basin.unit("990321/shuili"), basin.report("y01-county-bank", "990321", 10));
        assertThat(basin.door(Simulating.class).play("basin-real", 1, d -> {}))
                .isEqualTo(new Played.Refused(Played.Reason.IN_USE));
        assertThat(basin.door(Simulating.class).play("no-such-region", 1, d -> {}))
                .isEqualTo(new Played.Refused(Played.Reason.NO_REGION));
    }
}
