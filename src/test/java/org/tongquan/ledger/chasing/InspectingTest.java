package org.tongquan.ledger.chasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chasing.Handling.Done;
import org.tongquan.ledger.chasing.Handling.Reason;
import org.tongquan.ledger.chasing.Handling.Refused;
import org.tongquan.ledger.chasing.Handling.Stale;
import org.tongquan.ledger.inbox.Inbox;

/// Special inspections in the invented region: found, put right, checked again, closed.
@HouseTest
class InspectingTest {
    private static final String REGION = "basin-inspect";
    private static final String BANK = "y01-county-bank";
    private static final String COUNTY = "990321";

    @Autowired private ApplicationContext house;
    @Autowired private Inspecting inspecting;
    @Autowired private Inbox inbox;
    @Autowired private ChaseDay day;
    @Autowired private Ledger ledger;

    private Basin basin;
    private Actor desk;
    private Actor unit;

    @BeforeEach
    void region() {
        basin = new Basin(house, REGION);
        desk = basin.actor(REGION + ":basin-desk", Power.EXAMINE, Power.SUPERVISE);
        unit = basin.unit("990321/shuili");
    }

    private UUID opened() {
        var plan = new Inspecting.Plan("河岸督导", "看现场", List.of(COUNTY), List.of(BANK));
        return ((Done) inspecting.open(desk, plan)).subject();
    }

    private UUID found(UUID inspection) {
        return ((Done) inspecting.find(desk, inspection, COUNTY, BANK, "堤段未完工")).subject();
    }

    private void done(Actor actor, UUID finding, Finding.Step step, int shown) {
        assertThat(inspecting.act(actor, finding, step, shown, "text"))
                .isEqualTo(new Done(finding, shown + 1));
    }

    @Test
    void whatWasFoundIsPutRightCheckedAgainAndClosed() {
        var id = opened();
        var finding = found(id);
        assertThat(inspecting.close(desk, id, "done")).isEqualTo(new Refused(Reason.OPEN_FINDINGS));
        done(unit, finding, Finding.Step.RECTIFIED, 1);
        done(desk, finding, Finding.Step.AGAIN, 2);
        done(unit, finding, Finding.Step.RECTIFIED, 3);
        done(desk, finding, Finding.Step.PASSED, 4);
        assertThat(inspecting.close(desk, id, "all settled")).isEqualTo(new Done(id, 2));
        var file = inspecting.find(unit, id).orElseThrow();
        assertThat(file.inspection().isOpen()).isFalse();
        assertThat(file.isSettled()).isTrue();
        assertThat(file.findings().getFirst().course().again()).isEqualTo(1);
        assertThat(inspecting.find(desk, id, COUNTY, BANK, "too late"))
                .isEqualTo(new Refused(Reason.WRONG_STEP));
    }

    @Test
    void theUnitChecksNothingItselfAndAnotherBodyNeither() {
        var id = opened();
        var finding = found(id);
        done(unit, finding, Finding.Step.RECTIFIED, 1);
        var mighty = basin.actor("990321/shuili", Power.values());
        assertThat(inspecting.act(mighty, finding, Finding.Step.PASSED, 2, ""))
                .isEqualTo(new Refused(Reason.OWN_CASE));
        assertThat(inspecting.act(basin.office(), finding, Finding.Step.PASSED, 2, ""))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(inspecting.act(desk, finding, Finding.Step.PASSED, 1, ""))
                .isEqualTo(new Stale(finding, 2));
        assertThat(
                        inspecting.open(
                                mighty, new Inspecting.Plan("x", "", List.of(COUNTY), List.of())))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(inspecting.find(desk, id, "990100", "", "not in its scope"))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void aPartyOutsideTheScopeSeesNothingOfIt() {
        var id = opened();
        found(id);
        assertThat(inspecting.find(basin.unit("990200/huanjing"), id)).isEmpty();
        assertThat(inspecting.list(unit, true)).extracting(f -> f.inspection().id()).contains(id);
    }

    @Test
    void aFindingLeftAloneGoesUpTheLadderOnce() {
        var id = opened();
        found(id);
        var assembly = basin.actor(REGION + ":assembly");
        var late = ledger.today().plusDays(120);
        day.begin(REGION, late);
        assertThat(told(assembly, id)).isEqualTo(1);
        assertThat(told(unit, id)).isEqualTo(1);
        day.begin(REGION, late);
        assertThat(told(assembly, id)).isEqualTo(1);
    }

    private long told(Actor body, UUID inspection) {
        return inbox.list(body, false).stream()
                .filter(t -> t.message().equals("chasing.told.late.finding"))
                .filter(t -> t.href().endsWith(inspection.toString()))
                .count();
    }

    /// Fifteen workdays from Wednesday 2026-07-01: three whole weeks.
    @Test
    void theTermIsCountedInWorkdaysAndTheFoldDoesNotCareAboutOrder() {
        var calendar = new WorkCalendar(Map.of(), Set.of(2026), WorkCalendar.Weekends.STAY);
        var start = LocalDate.of(2026, 7, 1);
        var random = new Random(11);
        for (int trial = 0; trial < 500; trial++) {
            var events = new ArrayList<Finding.Event>();
            events.add(event(1, Finding.Step.FOUND, start));
            for (int i = 2; i < random.nextInt(9) + 2; i++) {
                var step = Finding.Step.values()[random.nextInt(4)];
                events.add(event(i, step, start.plusDays(i)));
            }
            var straight = FindingCourse.of(15, events, calendar, start.plusDays(40));
            Collections.shuffle(events, random);
            assertThat(FindingCourse.of(15, events, calendar, start.plusDays(40)))
                    .isEqualTo(straight);
        }
        var first = List.of(event(1, Finding.Step.FOUND, start));
        assertThat(FindingCourse.of(15, first, calendar, start).due())
                .isEqualTo(LocalDate.of(2026, 7, 22));
    }

    private static Finding.Event event(int seq, Finding.Step step, LocalDate on) {
        return new Finding.Event(
                new UUID(3, seq),
                new UUID(3, 0),
                seq,
                step,
                "",
                null,
                false,
                "b",
                on,
                Instant.EPOCH);
    }
}
