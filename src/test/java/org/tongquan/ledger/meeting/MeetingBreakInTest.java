package org.tongquan.ledger.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;

/// What a body that is not concerned, or that is only invited, tries on meetings and decisions, by
/// doors and by SQL with the application's own role.
@HouseTest
class MeetingBreakInTest {
    private static final List<String> TABLES =
            List.of(
                    "meeting",
                    "meeting_sheet",
                    "meeting_point",
                    "meeting_paper",
                    "meeting_presence",
                    "meeting_minute",
                    "meeting_issued",
                    "resolution",
                    "resolution_event");

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void whoIsNotConcernedSeesNothing() {
        var held = new MeetingTest.Held(new Basin(house, "basin-meet-break"));
        held.decided(clock, null);
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", Set.of(Power.SUPERVISE));
        var other = held.basin.actor("990200/huanjing", Power.values());
        for (var actor : List.of(other, stranger, Actor.PUBLIC)) {
            for (var table : TABLES) {
                assertThat(count(actor, table, held.basin.region()))
                        .as(actor.body() + " " + table)
                        .isZero();
            }
            assertThat(held.convening().find(actor, held.id)).isEmpty();
            assertThat(held.minuting().pdf(actor, held.id)).isEmpty();
        }
        for (var table : List.of("meeting", "meeting_issued", "resolution", "resolution_event")) {
            assertThat(count(held.unit, table, held.basin.region())).as(table).isPositive();
        }
    }

    @Test
    void aDepartmentCallsNoMeetingBySql() {
        var held = new MeetingTest.Held(new Basin(house, "basin-meet-break-call"));
        for (var power : List.of("supervise", "draft")) {
            refused(held.unit, meeting(held, held.unit, power));
        }
        refused(held.office, meeting(held, held.office, "approve"));
    }

    @Test
    void whoIsInvitedWritesNothingButItsOwnAnswerBySql() {
        var held = new MeetingTest.Held(new Basin(house, "basin-meet-break-invited"));
        held.begin(clock);
        refused(held.gov, presence(held, held.gov, "attendance", held.gov.body()));
        refused(held.gov, presence(held, held.gov, "answer", held.unit.body()));
        refused(held.gov, presence(held, held.gov, "answer", held.gov.body()));
        refused(held.gov, minute(held, held.gov));
        refused(held.gov, resolution(held, held.gov));
        for (var step : List.of("changed", "confirmed", "cancelled")) {
            refused(held.gov, sheet(held, held.gov, step));
        }
        var move = "update ledger.meeting set state = 'cancelled' where id = '%s'";
        var sql = move.formatted(held.id);
        assertThat(acting.<Integer>as(held.gov, () -> db.sql(sql).update())).isZero();
    }

    @Test
    void confirmedMinutesAreFrozenForEverybodyBySql() {
        var held = new MeetingTest.Held(new Basin(house, "basin-meet-break-frozen"));
        var decision = held.decided(clock, null);
        refused(held.office, minute(held, held.office));
        refused(held.office, resolution(held, held.office));
        refused(held.office, sheet(held, held.office, "changed"));
        refused(held.office, presence(held, held.office, "attendance", held.gov.body()));
        for (var sql :
                List.of(
                        "update ledger.meeting set state = 'held' where id = '" + held.id + "'",
                        "update ledger.resolution set text = 'x' where id = '" + decision + "'",
                        "delete from ledger.resolution where id = '" + decision + "'")) {
            assertThat(acting.<Integer>as(held.office, () -> db.sql(sql).update())).isZero();
        }
        for (var table : List.of("meeting_sheet", "meeting_minute", "meeting_issued")) {
            refused(held.office, "update ledger." + table + " set region = 'x'");
            refused(held.office, "delete from ledger." + table);
        }
    }

    @Test
    void whoCarriesADecisionOutDoesNotSettleItBySql() {
        var held = new MeetingTest.Held(new Basin(house, "basin-meet-break-settle"));
        var decision = held.decided(clock, null);
        refused(held.unit, event(held, decision, held.unit, "closed"));
        refused(held.unit, event(held, decision, held.unit, "issued"));
        refused(held.gov, event(held, decision, held.gov, "reported"));
        refused(held.office, event(held, decision, held.office, "reported"));
    }

    @Test
    void aDecisionOfAnotherMeetingIsNotReworded() {
        var basin = new Basin(house, "basin-meet-break-other");
        var first = new MeetingTest.Held(basin);
        first.begin(clock);
        var made =
                MeetingTest.done(
                        first.minuting().resolve(first.office, first.decision("原文", null)));
        var second = new MeetingTest.Held(basin);
        second.begin(clock);
        var wish = second.decision("改写", null);
        var forged =
                new Resolution(
                        made.id(),
                        second.id,
                        basin.region(),
                        wish.point(),
                        1,
                        1,
                        wish.text(),
                        wish.lead(),
                        wish.cooperating(),
                        wish.parties(),
                        null,
                        false);
        assertThat(second.minuting().resolve(second.office, forged))
                .isEqualTo(new MeetingAnswer.Stale(made.id(), 1));
        assertThat(first.file().resolutions().getFirst().resolution().text()).isEqualTo("原文");
    }

    @Test
    void whoOnlyCalledTheMeetingIssuesNoDecisionBySql() {
        var held = new MeetingTest.Held(new Basin(house, "basin-meet-break-issue"));
        held.begin(clock);
        var id = UUID.randomUUID();
        // confirmed by a power that the office does not have
        var called =
                meeting(held, held.office, "supervise")
                        .replace("gen_random_uuid()", "'" + id + "'")
                        .replace("'supervise', 1,", "'approve', 1,");
        var noted = resolution(held, held.office).replace(held.id.toString(), id.toString());
        var hold = "update ledger.meeting set state = 'held' where id = '" + id + "'";
        for (var sql : List.of(called, hold, noted)) {
            assertThat(acting.<Integer>as(held.office, () -> db.sql(sql).update())).isOne();
        }
        var where = " where meeting = '" + id + "'";
        var word = "update ledger.resolution set text = 'y'" + where;
        assertThat(acting.<Integer>as(held.office, () -> db.sql(word).update())).isOne();
        refused(held.office, "update ledger.resolution set issued = true" + where);
    }

    private static String meeting(MeetingTest.Held held, Actor by, String power) {
        return """
        insert into ledger.meeting (id, region, year, serial, sitting, sitting_zh, sitting_en,
            meets, rule, calls, confirms, answer_within, minutes_within, body, person, on_day, at,
            simulated, day, invited)
        values (gen_random_uuid(), '%s', 2026, 999, 'joint', '', '', '', 'r', '%s', 'supervise', 1,
            1, '%s', '%s', now(), now(), false, now(), '{}')
        """
                .formatted(held.basin.region(), power, by.body(), by.person());
    }

    private static String sheet(MeetingTest.Held held, Actor by, String step) {
        return """
        insert into ledger.meeting_sheet (id, meeting, region, seq, step, title, day, starts, place,
            chair, invited, agenda, text, provisional, body, person, on_day, at)
        values (gen_random_uuid(), '%s', '%s', %d, '%s', 't', now(), '09:00', '', '', '{}', 0, '',
            false, '%s', '%s', now(), now())
        """
                .formatted(
                        held.id, held.basin.region(), held.seq() + 1, step, by.body(), by.person());
    }

    private static String presence(MeetingTest.Held held, Actor by, String stage, String subject) {
        return """
        insert into ledger.meeting_presence (id, meeting, region, stage, subject, version, presence,
            who, body, person, at)
        values (gen_random_uuid(), '%s', '%s', '%s', '%s', 9, 'attending', '', '%s', '%s', now())
        """
                .formatted(held.id, held.basin.region(), stage, subject, by.body(), by.person());
    }

    private static String minute(MeetingTest.Held held, Actor by) {
        return """
        insert into ledger.meeting_minute (id, meeting, region, point, version, text, body, person,
            at)
        values (gen_random_uuid(), '%s', '%s', '%s', 9, 'x', '%s', '%s', now())
        """
                .formatted(
                        held.id,
                        held.basin.region(),
                        held.file().points().getFirst().id(),
                        by.body(),
                        by.person());
    }

    private static String resolution(MeetingTest.Held held, Actor by) {
        return """
        insert into ledger.resolution (id, meeting, region, point, place, revision, text, lead,
            cooperating, parties, body, person, at)
        values (gen_random_uuid(), '%s', '%s', gen_random_uuid(), 9, 1, 'x', '{}', '{}', '{}',
            '%s', '%s', now())
        """
                .formatted(held.id, held.basin.region(), by.body(), by.person());
    }

    private static String event(MeetingTest.Held held, UUID decision, Actor by, String step) {
        return """
        insert into ledger.resolution_event (id, resolution, region, seq, step, text, body, person,
            on_day, at)
        values (gen_random_uuid(), '%s', '%s', 2, '%s', 'x', '%s', '%s', now(), now())
        """
                .formatted(decision, held.basin.region(), step, by.body(), by.person());
    }

    private void refused(Actor actor, String sql) {
        assertThatThrownBy(() -> acting.run(actor, () -> db.sql(sql).update()))
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf("row-level security", "permission denied");
    }

    private long count(Actor actor, String table, String region) {
        return acting.<Long>as(
                actor,
                () ->
                        db.sql("select count(*) from ledger." + table + " where region = :region")
                                .param("region", region)
                                .query(Long.class)
                                .single());
    }
}
