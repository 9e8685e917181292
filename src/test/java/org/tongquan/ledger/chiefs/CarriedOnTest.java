package org.tongquan.ledger.chiefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.chiefs.ChiefAnswer.Done;
import org.tongquan.ledger.chiefs.ChiefAnswer.Reason;
import org.tongquan.ledger.chiefs.ChiefAnswer.Refused;
import org.tongquan.ledger.handover.Handed;
import org.tongquan.ledger.handover.HandingOver;

/// What a chief found stays in good hands when a unit hands its duties over.
@HouseTest
class CarriedOnTest {
    @Autowired private ApplicationContext house;
    @Autowired private Chiefs chiefs;
    @Autowired private Patrolling patrolling;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private Actor office;
    private Actor keeper;
    private Actor unit;

    private Basin region(String id) {
        var basin = new Basin(house, id);
        office = basin.office();
        keeper = basin.unit("990321/shuili");
        unit = basin.unit("990321/huanjing");
        return basin;
    }

    private UUID problem(Basin basin) {
        var today = basin.ledger().today();
        var from = today.minusMonths(3).withDayOfMonth(1);
        var filed = PatrollingTest.bay(from, Period.ofMonths(1), unit.body());
        var charge = ((Done) chiefs.register(office, filed)).subject();
        chiefs.appoint(
                office, charge, 1, new NewCharge.NewHolding(from, "甲", "乙", keeper.body(), "任前公示"));
        var visit =
                new NewVisit(
                        patrolling.open(),
                        charge,
                        today,
                        "东岸码头",
                        Visit.By.CHIEF,
                        "甲等三人",
                        "岸线清洁",
                        List.of("巡查岸线"),
                        false,
                        List.of(new NewVisit.Problem("排口有污水", unit.body())),
                        List.of());
        assertThat(patrolling.record(keeper, visit)).isEqualTo(new Done(visit.id(), 1));
        return chiefs.find(keeper, charge).orElseThrow().found().getLast().matter().id();
    }

    private ChiefAnswer act(Actor actor, UUID matter, Matter.Step step, int shown) {
        return patrolling.act(
                actor, new Patrolling.Wish(matter, step, shown, "text", "", List.of()));
    }

    @Test
    void theSuccessorOfAUnitSeesItsProblemAndCarriesItOn() {
        var basin = region("basin-chiefs-handed");
        var matter = problem(basin);
        var next = basin.unit("990321/nongye");
        assertThat(act(unit, matter, Matter.Step.RECEIVED, 1)).isEqualTo(new Done(matter, 2));
        var handing = basin.door(HandingOver.class);
        assertThat(handing.handOver(office, unit.body(), next.body(), "merged"))
                .isInstanceOf(Handed.Done.class);
        assertThat(patrolling.handed(next))
                .extracting(c -> c.found().matter().id())
                .containsExactly(matter);
        var seen = patrolling.find(next, matter).orElseThrow();
        assertThat(patrolling.next(next, seen)).containsExactly(Matter.Step.ANSWERED);
        assertThat(act(unit, matter, Matter.Step.ANSWERED, 2))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(act(next, matter, Matter.Step.ANSWERED, 2)).isEqualTo(new Done(matter, 3));
        assertThat(patrolling.find(basin.unit("990200/huanjing"), matter)).isEmpty();

        var after = basin.unit("990321/caizheng");
        assertThat(handing.handOver(office, keeper.body(), after.body(), "merged"))
                .isInstanceOf(Handed.Done.class);
        assertThat(act(keeper, matter, Matter.Step.CLOSED, 3))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(act(after, matter, Matter.Step.CLOSED, 3)).isEqualTo(new Done(matter, 4));
        assertThat(patrolling.find(office, matter).orElseThrow().found().course().isOpen())
                .isFalse();
    }

    @Test
    void whoHandedOverDoesNotTakeAStepBySql() {
        var basin = region("basin-chiefs-handed-sql");
        var matter = problem(basin);
        basin.door(HandingOver.class).handOver(office, unit.body(), "990321/nongye", "merged");
        var insert =
                """
                insert into ledger.chief_event
                    (id, matter, region, seq, step, text, unit, within, rule, provisional, body,
                     person, on_day, at)
                values (gen_random_uuid(), '%s', '%s', 2, 'received', '', '%s', 5, 'r', false,
                    '%s', '%s', host.today(), '2026-01-01')
                """
                        .formatted(matter, basin.region(), unit.body(), unit.body(), unit.person());
        assertThatThrownBy(() -> acting.run(unit, () -> db.sql(insert).update()))
                .hasStackTraceContaining("row-level security");
    }
}
