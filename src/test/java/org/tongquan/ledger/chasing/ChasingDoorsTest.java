package org.tongquan.ledger.chasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;

/// Every door of chasing leaves an entry in the journal wherever it leaves a row.
@HouseTest
class ChasingDoorsTest {
    private static final String REGION = "basin-chase-doors";
    private static final String BANK = "y01-county-bank";
    private static final String COUNTY = "990321";

    @Autowired private ApplicationContext house;
    @Autowired private Chasing chasing;
    @Autowired private Inspecting inspecting;
    @Autowired private ChaseDay day;

    private final DrivenDoors doors = new DrivenDoors();

    @Test
    void everyChangeIsInTheJournal() {
        var basin = new Basin(house, REGION);
        driveNotices(basin);
        driveInspections(basin);
        doors.run(
                "ChaseDay.begin",
                () -> {
                    day.begin(REGION, basin.ledger().today());
                    return 1;
                });
        assertThat(doors.wrote("ChaseDay.begin"))
                .contains("ledger.chase_step", "ledger.notice", "ledger.told");
        doors.requireAll(List.of(Chasing.class, Inspecting.class, ChaseDay.class));
    }

    private void driveNotices(Basin basin) {
        var office = basin.office();
        var unit = basin.unit("990321/shuili");
        var target = List.of(new Chasing.Target(BANK, COUNTY));
        doors.run("Chasing.mayIssue", () -> chasing.mayIssue(office, COUNTY));
        doors.run("Chasing.remind", () -> chasing.remind(office, target, "请抓紧办理"));
        assertThat(doors.wrote("Chasing.remind")).contains("ledger.told");
        var answers = doors.run("Chasing.issue", () -> chasing.issue(office, target, "why"));
        var id = ((Handling.Done) answers.getFirst()).subject();
        assertThat(doors.wrote("Chasing.issue"))
                .contains("ledger.notice", "ledger.notice_event", "ledger.told");
        doors.run("Chasing.act", () -> chasing.act(unit, id, Step.SIGNED, 1, ""));
        assertThat(doors.wrote("Chasing.act")).contains("ledger.notice_event");
        var file = doors.run("Chasing.find", () -> chasing.find(unit, id)).orElseThrow();
        doors.run("Chasing.next", () -> chasing.next(unit, file));
        doors.run("Chasing.list", () -> chasing.list(unit, NoticeFilter.all(REGION)));
        doors.run("Chasing.about", () -> chasing.about(unit, REGION, BANK, COUNTY));
        doors.run("Chasing.history", () -> chasing.history(unit, REGION, BANK, COUNTY));
        doors.run("Chasing.mismatches", () -> chasing.mismatches(unit, REGION));
        doors.run("Chasing.taken", () -> chasing.taken(unit, REGION));
        doors.run("Chasing.openItems", () -> chasing.openItems(unit));
        doors.run("Chasing.document", () -> chasing.document(unit, id));
    }

    private void driveInspections(Basin basin) {
        var desk = basin.actor(REGION + ":basin-desk", Power.SUPERVISE);
        var unit = basin.unit("990321/shuili");
        var plan = new Inspecting.Plan("t", "s", List.of(COUNTY), List.of(BANK));
        doors.run("Inspecting.mayOpen", () -> inspecting.mayOpen(desk));
        var opened = doors.run("Inspecting.open", () -> inspecting.open(desk, plan));
        var id = ((Handling.Done) opened).subject();
        var found =
                doors.run("Inspecting.find", () -> inspecting.find(desk, id, COUNTY, BANK, "f"));
        var finding = ((Handling.Done) found).subject();
        doors.run(
                "Inspecting.act",
                () -> inspecting.act(unit, finding, Finding.Step.RECTIFIED, 1, "x"));
        var file = inspecting.find(desk, id).orElseThrow();
        doors.run("Inspecting.next", () -> inspecting.next(desk, file, file.findings().getFirst()));
        inspecting.act(desk, finding, Finding.Step.PASSED, 2, "");
        doors.run("Inspecting.list", () -> inspecting.list(desk, true));
        doors.run("Inspecting.close", () -> inspecting.close(desk, id, "end"));
        assertThat(doors.wrote("Inspecting.close")).contains("ledger.inspection_closed");
    }
}
