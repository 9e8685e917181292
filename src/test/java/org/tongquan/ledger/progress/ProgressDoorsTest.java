package org.tongquan.ledger.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.Filing;

/// Every door of progress leaves an entry in the journal wherever it leaves a row.
@HouseTest
class ProgressDoorsTest {
    private static final String REGION = "basin-progress-doors";
    private static final String BANK = "y01-county-bank";
    private static final String COUNTY = "990321";

    @Autowired private ApplicationContext house;
    @Autowired private Progress progress;
    @Autowired private Confirming confirming;
    @Autowired private ReportDay day;

    private final DrivenDoors doors = new DrivenDoors();

    @Test
    void everyChangeIsInTheJournal() {
        var basin = new Basin(house, REGION);
        var office = basin.office();
        driveConfirming(basin);
        doors.run(
                "ReportDay.begin",
                () -> {
                    day.begin(REGION, basin.ledger().today());
                    return 1;
                });
        assertThat(doors.wrote("ReportDay.begin")).contains("ledger.report_alarm", "ledger.told");
        var wanted = new Progress.Wanted("", null, "");
        var due = doors.run("Progress.due", () -> progress.due(office, REGION, wanted));
        var item = due.rows().getFirst().row().commitment();
        doors.run("Progress.of", () -> progress.of(office, REGION, item));
        var alarms = doors.run("Progress.alarms", () -> progress.alarms(office, REGION, item));
        doors.run("Progress.isSame", () -> progress.isSame(alarms.getFirst()));
        var wrong = doors.run("Progress.mismatches", () -> progress.mismatches(office, REGION));
        assertThat(wrong).isEmpty();
        doors.requireAll(List.of(Progress.class, Confirming.class, ReportDay.class));
    }

    private void driveConfirming(Basin basin) {
        var unit = basin.unit("990321/nongye");
        basin.ledger()
                .assign(
                        basin.office(),
                        REGION,
                        BANK,
                        COUNTY,
                        unit.body(),
                        Assignment.Role.COOPERATING);
        var filing =
                doors.run(
                        "Confirming.filed",
                        () ->
                                basin.ledger()
                                        .report(
                                                basin.unit("990321/shuili"),
                                                basin.report(BANK, COUNTY, 5)));
        assertThat(doors.wrote("Confirming.filed")).contains("ledger.progress", "ledger.told");
        var id = ((Filing.Filed) filing).id();
        var card = basin.ledger().find(unit, REGION, BANK).orElseThrow();
        doors.run("Confirming.mayConfirm", () -> confirming.mayConfirm(unit, card, COUNTY));
        doors.run("Confirming.confirm", () -> confirming.confirm(unit, card, id, false, "why", 0));
        doors.run("Confirming.contradicted", () -> confirming.contradicted(unit, REGION));
        assertThat(doors.wrote("Confirming.confirm"))
                .contains("ledger.confirmation", "ledger.told");
        var said = doors.run("Confirming.list", () -> confirming.list(unit, REGION, BANK));
        doors.run(
                "Confirming.places",
                () -> confirming.places(card, card.reports().getFirst(), said));
    }
}
