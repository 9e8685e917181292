package org.tongquan.ledger.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.host.Acting;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.inbox.Inbox;

/// Major matters: the rule, the doors, and what another city tries.
@HouseTest
class MatterTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 7, 1);
    private static final WorkCalendar CALENDAR =
            new WorkCalendar(Map.of(), Set.of(), WorkCalendar.Weekends.STAY);
    private static final Matter.Terms TERMS = new Matter.Terms("meetings-2020", 2, 15);
    private static final long DAY = 86_400;

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private static Alerting.Report report(boolean urgent) {
        var file = new ProgressReport.Attachment("现场.txt", "text/plain", new byte[] {65});
        return new Alerting.Report(
                UUID.randomUUID(), "堤段渗漏", "三号堤段发现渗漏。", "请协调抢险物资。", urgent, List.of(file));
    }

    private static MatterAnswer.Done done(MatterAnswer answer) {
        assertThat(answer).isInstanceOf(MatterAnswer.Done.class);
        return (MatterAnswer.Done) answer;
    }

    private static MatterAnswer refused(MatterAnswer.Fault fault) {
        return new MatterAnswer.Refused(fault);
    }

    @Test
    void theTermRunsInWorkdaysFromTheReportAndAnewFromTheReceipt() {
        var reported = List.of(event(1, Matter.Step.REPORTED, WEDNESDAY));
        var waiting = Course.of(TERMS, reported, CALENDAR, WEDNESDAY.plusDays(5));
        assertThat(waiting.due()).isEqualTo(LocalDate.of(2026, 7, 3));
        assertThat(waiting.daysOver()).isEqualTo(3);
        var taken =
                List.of(
                        event(1, Matter.Step.REPORTED, WEDNESDAY),
                        event(2, Matter.Step.ACKNOWLEDGED, WEDNESDAY.plusDays(1)),
                        event(3, Matter.Step.FORWARDED, WEDNESDAY.plusDays(5)));
        var inHand = Course.of(TERMS, taken, CALENDAR, WEDNESDAY.plusDays(5));
        assertThat(inHand.state()).isEqualTo(Matter.State.IN_HAND);
        assertThat(inHand.due()).isEqualTo(LocalDate.of(2026, 7, 23));
        assertThat(inHand.isOverdue()).isFalse();
    }

    @Test
    void aMatterStandsTheSameWhateverTheOrderOfItsEvents() {
        var random = new Random(15);
        for (int i = 0; i < 200; i++) {
            var events = new ArrayList<Matter.Event>();
            events.add(event(1, Matter.Step.REPORTED, WEDNESDAY));
            for (int seq = 2; seq <= 7; seq++) {
                var steps = Matter.Step.values();
                var step = steps[random.nextInt(steps.length)];
                events.add(event(seq, step, WEDNESDAY.plusDays(seq)));
            }
            var wanted = Course.of(TERMS, events, CALENDAR, WEDNESDAY.plusDays(40));
            Collections.shuffle(events, random);
            assertThat(Course.of(TERMS, events, CALENDAR, WEDNESDAY.plusDays(40)))
                    .isEqualTo(wanted);
        }
    }

    private static Matter.Event event(int seq, Matter.Step step, LocalDate on) {
        return new Matter.Event(
                new UUID(1, seq),
                new UUID(0, 1),
                seq,
                step,
                "",
                List.of(),
                null,
                false,
                "basin:secretariat",
                on,
                Instant.EPOCH);
    }

    @Test
    void theSameReportSentTwiceIsReportedOnce() {
        var basin = new Basin(house, "basin-matter-twice");
        var alerting = basin.door(Alerting.class);
        var unit = basin.unit("990321/shuili");
        var report = report(false);
        assertThat(done(alerting.report(unit, report)))
                .isEqualTo(done(alerting.report(unit, report)));
        assertThat(alerting.list(unit, false)).hasSize(1);
        assertThat(alerting.report(basin.office(), report))
                .isEqualTo(refused(MatterAnswer.Fault.NOT_FOUND));
    }

    @Test
    void aReportIsReceivedForwardedAnsweredAndClosed() {
        var basin = new Basin(house, "basin-matter");
        var alerting = basin.door(Alerting.class);
        var inbox = basin.door(Inbox.class);
        var unit = basin.unit("990321/shuili");
        var office = basin.office();
        var id = done(alerting.report(unit, report(true))).id();
        assertThat(inbox.list(office, true))
                .extracting(t -> t.message())
                .contains("matter.told.reported");
        assertThat(alerting.act(unit, id, Matter.Step.ACKNOWLEDGED, 1, "", List.of()))
                .isEqualTo(refused(MatterAnswer.Fault.OWN_CASE));
        assertThat(alerting.act(office, id, Matter.Step.CLOSED, 1, "已处理", List.of()))
                .isEqualTo(refused(MatterAnswer.Fault.NOT_NOW));
        done(alerting.act(office, id, Matter.Step.ACKNOWLEDGED, 1, "收到", List.of()));
        assertThat(alerting.act(office, id, Matter.Step.FORWARDED, 2, "", List.of()))
                .isEqualTo(refused(MatterAnswer.Fault.BODIES));
        var helper = basin.unit("990200/huanjing");
        assertThat(alerting.find(helper, id)).isEmpty();
        var to = List.of(helper.body(), basin.region() + ":assembly");
        done(alerting.act(office, id, Matter.Step.FORWARDED, 2, "请支援", to));
        assertThat(alerting.find(helper, id).orElseThrow().attached()).hasSize(1);
        done(alerting.act(helper, id, Matter.Step.ANSWERED, 3, "物资已发出", List.of()));
        assertThat(alerting.act(office, id, Matter.Step.CLOSED, 3, "险情解除", List.of()))
                .isEqualTo(new MatterAnswer.Stale(id, 4));
        done(alerting.act(office, id, Matter.Step.CLOSED, 4, "险情解除", List.of()));
        assertThat(inbox.list(unit, false))
                .extracting(t -> t.message())
                .contains("matter.told.acknowledged", "matter.told.closed");
        assertThat(alerting.list(office, true)).isEmpty();
    }

    @Test
    void whatNobodyAcknowledgesClimbsTheLadderOnce() {
        var basin = new Basin(house, "basin-matter-late");
        var unit = basin.unit("990321/shuili");
        var id = done(basin.door(Alerting.class).report(unit, report(true))).id();
        var desk = basin.actor("basin-matter-late:basin-desk", Power.SUPERVISE);
        var inbox = basin.door(Inbox.class);
        var day = house.getBean(MatterDay.class);
        day.begin(basin.region(), basin.ledger().today());
        assertThat(inbox.list(desk, false)).isEmpty();
        clock.moveTo(clock.instant().plusSeconds(15 * DAY));
        day.begin(basin.region(), basin.ledger().today());
        day.begin(basin.region(), basin.ledger().today());
        assertThat(inbox.list(desk, false))
                .filteredOn(t -> t.href().equals("/matters/" + id))
                .extracting(t -> t.message())
                .containsExactly("matter.told.late-waiting");
        assertThat(basin.door(Alerting.class).find(unit, id).orElseThrow().course().isOverdue())
                .isTrue();
    }

    @Test
    void anotherCitySeesAndDoesNothing() {
        var basin = new Basin(house, "basin-matter-break");
        var alerting = basin.door(Alerting.class);
        var unit = basin.unit("990321/shuili");
        var id = done(alerting.report(unit, report(false))).id();
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", Set.of(Power.SUPERVISE));
        for (var other :
                List.of(basin.actor("990200/huanjing", Power.values()), stranger, Actor.PUBLIC)) {
            assertThat(alerting.find(other, id)).as(other.body()).isEmpty();
            for (var table : List.of("matter", "matter_file", "matter_event")) {
                assertThat(count(other, table)).as(other.body() + " " + table).isZero();
            }
        }
        var other = basin.actor("990200/huanjing", Power.values());
        refused(other, row(other, "990321"));
        refused(other, step(id, basin.region(), "acknowledged", other));
        refused(unit, step(id, basin.region(), "closed", unit));
        refused(unit, step(id, basin.region(), "answered", unit));
        refused(basin.office(), step(id, basin.region(), "added", basin.office()));
        refused(basin.office(), "update ledger.matter set title = 'x'");
        refused(basin.office(), "delete from ledger.matter_event");
        var open = "update ledger.matter set bodies = array['990200/huanjing']";
        assertThat(acting.<Integer>as(unit, () -> db.sql(open).update())).isZero();
        assertThat(acting.<Integer>as(other, () -> db.sql(open).update())).isZero();
    }

    private static String row(Actor by, String party) {
        return """
        insert into ledger.matter (id, region, party, title, happened, needed, urgent, rule,
            acknowledge_within, settle_within, body, person, on_day, at, simulated)
        values (gen_random_uuid(), '%s', '%s', 't', 'h', '', false, 'r', 1, 1, '%s', '%s', now(),
            now(), false)
        """
                .formatted(by.region(), party, by.body(), by.person());
    }

    private static String step(UUID id, String region, String step, Actor by) {
        return """
        insert into ledger.matter_event (id, matter, region, seq, step, text, bodies, provisional,
            body, person, on_day, at)
        values (gen_random_uuid(), '%s', '%s', 2, '%s', 'x', '{}', false, '%s', '%s', now(), now())
        """
                .formatted(id, region, step, by.body(), by.person());
    }

    private void refused(Actor actor, String sql) {
        assertThatThrownBy(() -> acting.run(actor, () -> db.sql(sql).update()))
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf("row-level security", "permission denied");
    }

    private long count(Actor actor, String table) {
        return acting.<Long>as(
                actor,
                () ->
                        db.sql("select count(*) from ledger." + table + " where region = :region")
                                .param("region", "basin-matter-break")
                                .query(Long.class)
                                .single());
    }

    @Test
    void everyDoorOfAMatterLeavesItsEntry() {
        var basin = new Basin(house, "basin-matter-doors");
        var doors = new DrivenDoors();
        var alerting = basin.door(Alerting.class);
        var unit = basin.unit("990321/shuili");
        var office = basin.office();
        doors.run("Alerting.open", alerting::open);
        doors.run("Alerting.mayReport", () -> alerting.mayReport(unit));
        doors.run("Alerting.receives", () -> alerting.receives(office));
        doors.run("Alerting.recipients", () -> alerting.recipients(office));
        doors.run("Alerting.named", () -> alerting.named(office));
        var id =
                done(doors.run("Alerting.report", () -> alerting.report(unit, report(false)))).id();
        doors.run("Alerting.list", () -> alerting.list(office, true));
        var file = doors.run("Alerting.find", () -> alerting.find(office, id)).orElseThrow();
        var attached = file.attached().getFirst().id();
        doors.run("Alerting.file", () -> alerting.file(office, attached));
        doors.run("Alerting.next", () -> alerting.next(office, file));
        var step = Matter.Step.ACKNOWLEDGED;
        done(doors.run("Alerting.act", () -> alerting.act(office, id, step, 1, "", List.of())));
        done(alerting.report(unit, report(true)));
        clock.moveTo(clock.instant().plusSeconds(15 * DAY));
        var day = house.getBean(MatterDay.class);
        doors.run(
                "MatterDay.begin",
                () -> {
                    day.begin(basin.region(), basin.ledger().today());
                    return day;
                });
        doors.run("MatterDay.moved", () -> day.moved(basin.region(), basin.ledger().today()));
        doors.requireAllWriting(List.of(Alerting.class, MatterDay.class));
        assertThat(doors.wrote("Alerting.report"))
                .contains("ledger.matter", "ledger.matter_file", "ledger.matter_event");
    }
}
