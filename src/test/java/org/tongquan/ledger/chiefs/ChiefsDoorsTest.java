package org.tongquan.ledger.chiefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.chiefs.ChiefAnswer.Done;

/// Every door of chiefs leaves an entry in the journal wherever it leaves a row.
@HouseTest
class ChiefsDoorsTest {
    private static final String REGION = "basin-chief-doors";

    @Autowired private ApplicationContext house;
    @Autowired private Chiefs chiefs;
    @Autowired private Patrolling patrolling;
    @Autowired private Accounting accounting;
    @Autowired private ChiefDay day;

    private final DrivenDoors doors = new DrivenDoors();

    @Test
    void everyChangeIsInTheJournal() {
        var basin = new Basin(house, REGION);
        var office = basin.office();
        var keeper = basin.unit("990321/shuili");
        var unit = basin.unit("990321/huanjing");
        var today = basin.ledger().today();
        var from = today.minusMonths(2);
        doors.run("Chiefs.mayName", () -> chiefs.mayName(office));
        var bay = PatrollingTest.bay(from, Period.ofMonths(1), unit.body());
        var made = doors.run("Chiefs.register", () -> chiefs.register(office, bay));
        var charge = ((Done) made).subject();
        assertThat(doors.wrote("Chiefs.register"))
                .contains("ledger.chief_charge", "ledger.chief_terms");
        var named = new NewCharge.NewHolding(from, "甲", "", keeper.body(), "");
        doors.run("Chiefs.appoint", () -> chiefs.appoint(office, charge, 1, named));
        assertThat(doors.wrote("Chiefs.appoint")).contains("ledger.chief_holding", "ledger.told");
        var file = doors.run("Chiefs.find", () -> chiefs.find(keeper, charge)).orElseThrow();
        doors.run("Chiefs.list", () -> chiefs.list(keeper));
        doors.run("Chiefs.units", () -> chiefs.units(file));
        doors.run("Chiefs.whatIf", () -> chiefs.whatIf(keeper, charge, Period.ofMonths(3)));
        doors.run("Chiefs.signs", () -> chiefs.signs(REGION));
        drivePatrols(basin, file);
        doors.run(
                "ChiefDay.begin",
                () -> {
                    day.begin(REGION, today.plusMonths(3));
                    return 1;
                });
        assertThat(doors.wrote("ChiefDay.begin")).contains("ledger.told");
        doors.run("ChiefDay.moved", () -> day.moved(REGION, today.plusMonths(3)));
        driveAccounts(basin);
        var terms = bay.terms();
        var end =
                new NewCharge.NewTerms(
                        today, true, terms.post(), terms.duties(), null, terms.units(), "");
        var last = chiefs.find(office, charge).orElseThrow().version();
        doors.run("Chiefs.revise", () -> chiefs.revise(office, charge, last, end));
        doors.requireAll(List.of(Chiefs.class, Patrolling.class, Accounting.class, ChiefDay.class));
    }

    private void drivePatrols(Basin basin, ChargeFile file) {
        var keeper = basin.unit("990321/shuili");
        var unit = basin.unit("990321/huanjing");
        doors.run("Patrolling.keeps", () -> patrolling.keeps(keeper, file));
        var id = doors.run("Patrolling.open", patrolling::open);
        var photo = new Attachment("a.jpg", "image/jpeg", "x".getBytes(StandardCharsets.UTF_8));
        var problem = new NewVisit.Problem("污水", unit.body());
        var visit =
                new NewVisit(
                        id,
                        file.charge().id(),
                        file.day(),
                        "东岸",
                        Visit.By.CHIEF,
                        "",
                        "",
                        List.of(),
                        false,
                        List.of(problem),
                        List.of(photo));
        doors.run("Patrolling.record", () -> patrolling.record(keeper, visit));
        assertThat(doors.wrote("Patrolling.record"))
                .contains(
                        "ledger.chief_visit",
                        "ledger.chief_file",
                        "ledger.chief_matter",
                        "ledger.chief_event");
        var found =
                doors.run(
                        "Patrolling.found",
                        () -> patrolling.found(keeper, id, patrolling.open(), problem));
        var matter = ((Done) found).subject();
        doors.run("Patrolling.handed", () -> patrolling.handed(unit));
        var one = doors.run("Patrolling.find", () -> patrolling.find(unit, matter)).orElseThrow();
        doors.run("Patrolling.next", () -> patrolling.next(unit, one));
        var wish = new Patrolling.Wish(matter, Matter.Step.ANSWERED, 1, "done", "", List.of(photo));
        doors.run("Patrolling.act", () -> patrolling.act(unit, wish));
        assertThat(doors.wrote("Patrolling.act"))
                .contains("ledger.chief_event", "ledger.chief_file");
        var kept = one.visit().files().isEmpty() ? id : one.visit().files().getFirst().id();
        assertThat(doors.run("Patrolling.file", () -> patrolling.file(unit, kept))).isPresent();
    }

    private void driveAccounts(Basin basin) {
        var office = basin.office();
        int year = basin.ledger().today().getYear();
        doors.run("Accounting.day", () -> accounting.day(year));
        doors.run("Accounting.list", () -> accounting.list(office, year));
        var issued = doors.run("Accounting.issue", () -> accounting.issue(office, year, "t", ""));
        var id = ((Done) issued).subject();
        assertThat(doors.wrote("Accounting.issue")).contains("ledger.chief_account");
        doors.run("Accounting.issued", () -> accounting.issued(office));
        doors.run("Accounting.recount", () -> accounting.recount(office, id));
        doors.run("Accounting.docx", () -> accounting.docx(office, id));
        doors.run("Accounting.pdf", () -> accounting.pdf(office, id));
        doors.run("Accounting.ofd", () -> accounting.ofd(office, id));
    }
}
