package org.tongquan.ledger.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.Filing;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.chasing.Step;
import org.tongquan.ledger.handover.Handed.Reason;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.Planning;

/// The duties of a unit go to another: nothing is lost, nobody else gets in.
@HouseTest
class HandoverTest {
    private static final String BANK = "y01-county-bank";
    private static final String OLD = "990321/shuili";
    private static final String NEW = "990321/nongye";

    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    @Test
    void theSuccessorReportsAndThePredecessorNoLonger() {
        var basin = new Basin(house, "basin-hand");
        var before = basin.ledger().report(basin.unit(OLD), basin.report(BANK, "990321", 30));
        assertThat(before).isInstanceOf(Filing.Filed.class);
        assertThat(handOver(basin)).isInstanceOf(Handed.Done.class);
        var card = basin.ledger().find(basin.office(), "basin-hand", BANK).orElseThrow();
        assertThat(card.leads("990321")).containsExactly(NEW);
        assertThat(basin.ledger().report(basin.unit(NEW), basin.report(BANK, "990321", 60)))
                .isInstanceOf(Filing.Filed.class);
        assertThat(basin.ledger().report(basin.unit(OLD), basin.report(BANK, "990321", 90)))
                .isEqualTo(new Filing.Refused(Filing.Reason.NOT_YOURS));
        assertThat(basin.obligation(BANK, "990321").standing().percent()).isEqualTo(60);
        basin.ledger().refresh("basin-hand");
        assertThat(basin.ledger().find(basin.office(), "basin-hand", BANK).orElseThrow())
                .as("the projection does not give it back")
                .extracting(c -> c.leads("990321"))
                .isEqualTo(List.of(NEW));
    }

    @Test
    void partsGivenByHandMoveToo() {
        var basin = new Basin(house, "basin-hand-parts");
        var ledger = basin.ledger();
        ledger.assign(
                basin.office(),
                basin.region(),
                BANK,
                "990321",
                "990321/huanjing",
                Assignment.Role.COOPERATING);
        var door = basin.door(HandingOver.class);
        door.handOver(basin.office(), "990321/huanjing", NEW, "merged");
        assertThat(ledger.find(basin.office(), basin.region(), BANK).orElseThrow().assignments())
                .filteredOn(a -> a.role() == Assignment.Role.COOPERATING)
                .extracting(Assignment::unit)
                .containsExactly(NEW);
        assertThat(door.holders(basin.office()))
                .extracting(HandingOver.Holder::unit)
                .contains(OLD, NEW)
                .doesNotContain("990321/huanjing");
    }

    @Test
    void anOpenNoticeIsSignedByTheSuccessor() {
        var basin = new Basin(house, "basin-hand-notice");
        var chasing = basin.door(Chasing.class);
        var issued =
                chasing.issue(
                        basin.office(), List.of(new Chasing.Target(BANK, "990321")), "please");
        var id = ((Handling.Done) issued.getFirst()).subject();
        assertThat(chasing.act(basin.unit(NEW), id, Step.SIGNED, 1, ""))
                .isEqualTo(new Handling.Refused(Handling.Reason.NOT_YOURS));
        handOver(basin);
        var old = basin.unit(OLD);
        var seen = chasing.find(old, id).orElseThrow();
        assertThat(chasing.next(old, seen)).as("what it was sees, not acts").isEmpty();
        assertThat(chasing.act(old, id, Step.SIGNED, 1, ""))
                .isEqualTo(new Handling.Refused(Handling.Reason.NOT_YOURS));
        var sign =
                """
                insert into ledger.notice_event
                    (id, notice, region, seq, step, text, provisional, body, person, on_day, at)
                values (gen_random_uuid(), '%s', '%s', 2, 'signed', '', false, '%s', '%s',
                    host.today(), '2026-01-01')
                """
                        .formatted(id, basin.region(), OLD, old.person());
        assertThatThrownBy(() -> acting.run(old, () -> db.sql(sign).update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
        var notice = chasing.find(basin.unit(NEW), id).orElseThrow();
        assertThat(chasing.next(basin.unit(NEW), notice)).contains(Step.SIGNED);
        assertThat(chasing.act(basin.unit(NEW), id, Step.SIGNED, 1, ""))
                .isInstanceOf(Handling.Done.class);
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsReason() {
        var basin = new Basin(house, "basin-hand-wrong");
        var door = basin.door(HandingOver.class);
        var office = basin.office();
        assertThat(door.handOver(basin.unit(OLD), OLD, NEW, "r")).isEqualTo(no(Reason.NOT_YOURS));
        assertThat(door.handOver(office, OLD, NEW, " ")).isEqualTo(no(Reason.TEXT));
        assertThat(door.handOver(office, OLD, "990321/none", "r"))
                .isEqualTo(no(Reason.UNKNOWN_UNIT));
        assertThat(door.handOver(office, OLD, "990200/huanjing", "r"))
                .isEqualTo(no(Reason.OTHER_PARTY));
        assertThat(door.handOver(office, OLD, OLD, "r")).isEqualTo(no(Reason.CIRCLE));
        assertThat(door.handOver(office, "990321/caizheng", NEW, "r"))
                .isEqualTo(no(Reason.NOTHING));
        assertThat(handOver(basin)).isInstanceOf(Handed.Done.class);
        assertThat(handOver(basin)).isEqualTo(no(Reason.NOTHING));
        assertThat(door.handOver(office, NEW, OLD, "r")).isEqualTo(no(Reason.CIRCLE));
    }

    @Test
    void aUnitThatTheTextNoLongerKnowsIsToldOnceAndListedFirst() {
        var basin = new Basin(house, "basin-hand-gone");
        var door = basin.door(HandingOver.class);
        var job = Actor.job("ledger");
        var today = basin.ledger().today();
        assertThat(door.holders(basin.office()))
                .extracting(HandingOver.Holder::gone)
                .containsOnly(false);
        // the next version ends the invented kind of unit
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"",
                        "version: \"2\"",
                        "  - id: hangdao\n",
                        "  - id: hangdao\n    valid-to: \"" + today.minusDays(1) + "\"\n"));
        assertThat(door.holders(basin.office()))
                .filteredOn(HandingOver.Holder::gone)
                .extracting(HandingOver.Holder::unit)
                .containsExactly("990100/hangdao", "990200/hangdao", "990321/hangdao");
        assertThat(door.holders(basin.office()).getFirst().gone()).isTrue();
        door.tellOfGone(job, basin.region(), today);
        door.tellOfGone(job, basin.region(), today.plusDays(1));
        assertThat(basin.door(Inbox.class).list(basin.office(), false))
                .filteredOn(t -> t.message().equals("handover.gone.told"))
                .filteredOn(t -> t.values().toString().contains("990321/hangdao"))
                .hasSize(1);
    }

    @Test
    void noticesAndItemsOfAPlanAreDutiesToo() {
        var basin = new Basin(house, "basin-hand-cases");
        var office = basin.office();
        var door = basin.door(HandingOver.class);
        basin.door(Chasing.class)
                .issue(office, List.of(new Chasing.Target(BANK, "990321")), "please");
        assertThat(holder(door, basin, OLD).cases()).as("one open notice").isEqualTo(1);
        var planning = basin.door(Planning.class);
        int year = basin.ledger().today().getYear() + 1;
        var plan = ((PlanAnswer.Done) planning.draw(office, year, "计划")).id();
        var items = planning.find(office, plan).orElseThrow().items();
        long named =
                items.stream()
                        .filter(i -> i.lead().contains(OLD) || i.cooperating().contains(OLD))
                        .count();
        assertThat(named).isPositive();
        assertThat(holder(door, basin, OLD).cases()).isEqualTo((int) named + 1);
        assertThat(handOver(basin)).isInstanceOf(Handed.Done.class);
        assertThat(door.holders(office))
                .as("all of it waits for the successor")
                .extracting(HandingOver.Holder::unit)
                .contains(NEW)
                .doesNotContain(OLD);
    }

    private static HandingOver.Holder holder(HandingOver door, Basin basin, String unit) {
        return door.holders(basin.office()).stream()
                .filter(h -> h.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodyElseHandsOverBySql() {
        var basin = new Basin(house, "basin-hand-sql");
        var insert =
                """
                insert into ledger.succession
                    (id, region, from_unit, to_unit, on_day, reason, body, person, at)
                values (gen_random_uuid(), 'basin-hand-sql', '%s', '%s', '2026-01-01', 'x',
                        host.body(), host.person(), '2026-01-01T00:00:00Z')
                """
                        .formatted(OLD, NEW);
        assertThatThrownBy(() -> acting.as(basin.unit(NEW), () -> db.sql(insert).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", java.util.Set.of());
        handOver(basin);
        assertThat(
                        acting.<Integer>read(
                                stranger,
                                () ->
                                        db.sql("select count(*)::int from ledger.succession")
                                                .query(Integer.class)
                                                .single()))
                .isZero();
        var end = "update ledger.assignment set valid_to = '2020-01-01' where unit = '" + NEW + "'";
        assertThat(acting.<Integer>as(basin.unit(OLD), () -> db.sql(end).update())).isZero();
    }

    @Test
    void twoHandOversAtOnceMakeNoCircle() throws Exception {
        var basin = new Basin(house, "basin-hand-race");
        basin.ledger()
                .assign(
                        basin.office(),
                        basin.region(),
                        BANK,
                        "990321",
                        NEW,
                        Assignment.Role.COOPERATING);
        var door = basin.door(HandingOver.class);
        var start = new CountDownLatch(1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var there =
                    both.submit(
                            () -> {
                                start.await();
                                return door.handOver(basin.office(), OLD, NEW, "one way");
                            });
            var back =
                    both.submit(
                            () -> {
                                start.await();
                                return door.handOver(basin.office(), NEW, OLD, "the other way");
                            });
            start.countDown();
            assertThat(List.of(there.get(), back.get()))
                    .filteredOn(h -> h instanceof Handed.Done)
                    .hasSize(1);
        }
    }

    @Test
    void whoWasResponsibleInThePastIsNotRewrittenBySql() {
        var basin = new Basin(house, "basin-hand-past");
        basin.ledger()
                .assign(
                        basin.office(),
                        basin.region(),
                        BANK,
                        "990321",
                        "990321/caizheng",
                        Assignment.Role.COOPERATING);
        basin.door(HandingOver.class)
                .handOver(basin.office(), "990321/caizheng", NEW, "merged into one");
        var again =
                "update ledger.assignment set valid_to = null where unit = '990321/caizheng'"
                        + " and region = 'basin-hand-past'";
        assertThat(acting.<Integer>as(basin.office(), () -> db.sql(again).update())).isZero();
        var earlier =
                "update ledger.assignment set valid_to = '2020-01-01' where unit = '"
                        + NEW
                        + "' and by_body <> 'clause' and region = 'basin-hand-past'";
        assertThatThrownBy(() -> acting.as(basin.office(), () -> db.sql(earlier).update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void everyTransactionThatLeavesARowLeavesAnEntry() {
        var basin = new Basin(house, "basin-hand-doors");
        var door = basin.door(HandingOver.class);
        var doors = new DrivenDoors();
        doors.run("HandingOver.holders", () -> door.holders(basin.office()));
        doors.run("HandingOver.handOver", () -> handOver(basin));
        doors.run("HandingOver.list", () -> door.list(basin.office()));
        doors.requireAll(List.of(HandingOver.class));
        assertThat(doors.wrote("HandingOver.handOver")).contains("ledger.succession");
    }

    private static Handed handOver(Basin basin) {
        return basin.door(HandingOver.class).handOver(basin.office(), OLD, NEW, "merged into one");
    }

    private static Handed no(Reason reason) {
        return new Handed.Refused(reason);
    }
}
