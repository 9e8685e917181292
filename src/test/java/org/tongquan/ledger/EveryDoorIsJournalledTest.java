package org.tongquan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.Compacts;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.drafting.Adopting;
import org.tongquan.ledger.drafting.Draft;
import org.tongquan.ledger.drafting.DraftRow;
import org.tongquan.ledger.drafting.Drafting;
import org.tongquan.ledger.drafting.Editing;
import org.tongquan.ledger.drafting.Starting;
import org.tongquan.ledger.reporting.Issuing;
import org.tongquan.ledger.reporting.Reporting;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.template.TemplateKind;
import org.tongquan.ledger.template.Wording;

/// Goes through every public method of the doors of the ledger and the compact: each transaction
/// that leaves a row behind leaves an entry in the journal too. A new method that is not driven
/// here fails the test.
@HouseTest
class EveryDoorIsJournalledTest {
    private static final List<Class<?>> DOORS =
            List.of(
                    Ledger.class,
                    Simulation.class,
                    Drafting.class,
                    Adopting.class,
                    Reporting.class,
                    Compacts.class);
    private static final Path POLICY = Path.of("src/test/resources/compacts/yunhe-policy.txt");
    private static final String REGION = "basin-journal";
    private static final String BANK = "y01-county-bank";

    @Autowired private ApplicationContext house;

    private final DrivenDoors doors = new DrivenDoors();

    @Test
    void everyTransactionThatLeavesARowLeavesAnEntry() throws IOException {
        var basin = new Basin(house, REGION);
        driveCompacts(basin);
        driveLedger(basin);
        driveDrafting(basin);
        driveReporting(basin);

        doors.requireAll(DOORS);
        assertThat(doors.wrote())
                .containsEntry("Ledger.report", Set.of("ledger.light_change", "ledger.progress"))
                .containsEntry("Ledger.giveBack", Set.of("ledger.light_change", "ledger.returned"))
                .containsEntry("Ledger.assign", Set.of("ledger.assignment"))
                .containsEntry("Ledger.list", Set.of())
                .containsEntry("Drafting.merge", Set.of("ledger.draft_edit", "ledger.draft_row"))
                .containsEntry("Reporting.issue", Set.of("ledger.issued"));
        assertThat(doors.wrote("Adopting.adopt")).contains("compact.version", "ledger.draft");
        assertThat(doors.wrote("Compacts.adoptWithBases")).contains("compact.version");
    }

    private void driveCompacts(Basin basin) {
        var compacts = basin.door(Compacts.class);
        var today = basin.ledger().today();
        run("Compacts.list", compacts::list);
        run("Compacts.regions", compacts::regions);
        run("Compacts.inForce", () -> compacts.inForce(REGION, today, Instant.now()));
        run("Compacts.timeline", () -> compacts.timeline(REGION));
        run("Compacts.find", () -> compacts.find(REGION, "2025.1"));
        run("Compacts.findVersion", () -> compacts.findVersion(REGION, "2025.1"));
        var version = compacts.findInForce(REGION, today).orElseThrow();
        run("Compacts.findInForce", () -> compacts.findInForce(REGION, today));
        run("Compacts.bytes", () -> compacts.bytes(version));
        run("Compacts.signatures", () -> compacts.signatures(version));
        run("Compacts.calendar", () -> compacts.calendar(REGION, today));
        run("Compacts.counting", () -> compacts.counting(REGION, today, Instant.now()));
        run("Compacts.bodies", () -> compacts.bodies(REGION));
        run("Compacts.findBody", () -> compacts.findBody(REGION + ":secretariat"));
        run(
                "Compacts.adoptWithBases",
                () -> {
                    basin.adopt(Map.of("version: \"2025.1\"", "version: \"2025.2\""));
                    return "";
                });
        var resolved = compacts.inForce(REGION, today).orElseThrow();
        run("Compacts.adopt", () -> compacts.adopt(Actor.job("ledger"), resolved.compact()));
    }

    private void driveLedger(Basin basin) {
        var ledger = basin.ledger();
        var office = basin.office();
        var unit = basin.unit("990321/shuili");
        run("Ledger.list", () -> ledger.list(office, Filter.all(REGION), Obligation.Cursor.START));
        var card = run("Ledger.find", () -> ledger.find(office, REGION, BANK)).orElseThrow();
        run("Ledger.chapters", () -> ledger.chapters(office, REGION));
        run("Ledger.figures", () -> ledger.figures(office, REGION));
        run("Ledger.urgent", () -> ledger.urgent(office, REGION, Light.RED, 3));
        run("Ledger.work", () -> ledger.work(unit));
        run("Ledger.mayReport", () -> ledger.mayReport(unit, card, "990321"));
        var filed =
                run("Ledger.report", () -> ledger.report(unit, basin.report(BANK, "990321", 9)));
        var id = ((Filing.Filed) filed).id();
        run("Ledger.giveBack", () -> ledger.giveBack(office, id, "figures are missing"));
        run(
                "Ledger.assign",
                () ->
                        ledger.assign(
                                office,
                                REGION,
                                BANK,
                                "990321",
                                "990321/nongye",
                                Assignment.Role.COOPERATING));
        run("Ledger.evidence", () -> ledger.evidence(office, UUID.randomUUID()));
        run("Ledger.asOf", () -> ledger.asOf(office, REGION, ledger.today(), Instant.now()));
        run("Ledger.refresh", () -> ledger.refresh(REGION));
        var version = basin.door(Compacts.class).inForce(REGION, ledger.today()).orElseThrow();
        run(
                "Ledger.leaves",
                () -> {
                    ledger.leaves(office, version, ledger.today(), Instant.now(), j -> {});
                    return true;
                });
        run("Ledger.course", () -> ledger.course(card, "990321"));
        run("Ledger.measured", () -> ledger.measured(office, card, "990321"));
        run(
                "Ledger.judge",
                () -> {
                    ledger.judge(REGION, BANK, "990321");
                    return 1;
                });
        run("Ledger.settled", () -> ledger.settled(REGION));
        var simulation = basin.door(Simulation.class);
        run("Simulation.isPresent", () -> simulation.isPresent(office, REGION));
        run("Ledger.today", ledger::today);
        run("Simulation.isInUse", () -> simulation.isInUse(Actor.job("ledger"), REGION));
    }

    private void driveDrafting(Basin basin) throws IOException {
        var drafting = basin.door(Drafting.class);
        var adopting = basin.door(Adopting.class);
        var office = basin.office();
        var bytes = Files.readAllBytes(POLICY);
        var started = run("Drafting.start", () -> drafting.start(office, REGION, "p.txt", bytes));
        var id = ((Starting.Started) started).draft();
        var draft = run("Drafting.find", () -> drafting.find(office, id)).orElseThrow();
        run("Drafting.list", () -> drafting.list(office));
        run("Drafting.units", () -> drafting.units(REGION, List.of("航道中心"), List.of("990100")));
        var first = draft.rows().getFirst();
        var one = Set.of(first.id());
        changes("Drafting.accept", () -> drafting.accept(office, id, one));
        changes("Drafting.reopen", () -> drafting.reopen(office, id, one));
        changes("Drafting.drop", () -> drafting.drop(office, id, one));
        changes("Drafting.undo", () -> drafting.undo(office, id));
        changes(
                "Drafting.correct",
                () -> drafting.correct(office, id, first.id(), first.fields(), first.mark()));
        changes(
                "Drafting.keep",
                () -> drafting.keep(office, id, first.id(), first.fields(), first.mark()));
        changes("Drafting.undo", () -> drafting.undo(office, id));
        var comma = draft.text().indexOf('，', first.start()) + 1;
        changes("Drafting.split", () -> drafting.split(office, id, first.id(), comma));
        changes("Drafting.merge", () -> drafting.merge(office, id, first.id()));
        var skipped = passedOver(draft);
        changes(
                "Drafting.promote",
                () -> drafting.promote(office, id, skipped.start(), skipped.end()));
        changes("Drafting.acceptAbove", () -> drafting.acceptAbove(office, id, 0.5));
        var label = run("Adopting.freeLabel", () -> adopting.freeLabel(REGION));
        var adopted =
                run(
                        "Adopting.adopt",
                        () -> adopting.adopt(office, id, label, basin.ledger().today()));
        assertThat(adopted).isInstanceOf(Adopting.Outcome.Adopted.class);
    }

    private static Draft.Skipped passedOver(Draft draft) {
        return draft.outline().skipped().stream()
                .filter(s -> draft.rows().stream().noneMatch(r -> overlap(r, s)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean overlap(DraftRow row, Draft.Skipped skipped) {
        return row.start() < skipped.end() && skipped.start() < row.end();
    }

    private void driveReporting(Basin basin) {
        var reporting = basin.door(Reporting.class);
        var office = basin.office();
        var wish = new Reporting.Wish(basin.ledger().today(), "report", "", "");
        run("Reporting.compose", () -> reporting.compose(office, REGION, wish, Instant.now()));
        var issued = run("Reporting.issue", () -> reporting.issue(office, REGION, wish));
        var id = ((Issuing.Done) issued).id();
        run("Reporting.list", () -> reporting.list(office, REGION));
        run("Reporting.docx", () -> reporting.docx(office, id));
        run("Reporting.pdf", () -> reporting.pdf(office, id));
        run(
                "Reporting.preview",
                () -> reporting.preview(office, Wording.of(TemplateKind.ANNUAL, "{{任务数}}")));
        run("Reporting.ofd", () -> reporting.ofd(office, id));
        run("Reporting.recount", () -> reporting.recount(office, id));
    }

    /// An edit of a draft that must have changed something.
    private void changes(String method, Supplier<Editing> work) {
        assertThat(run(method, work)).as(method).isInstanceOf(Editing.Changed.class);
        assertThat(doors.wrote(method)).as(method).contains("ledger.draft_edit");
    }

    private <T> T run(String method, Supplier<T> work) {
        return doors.run(method, work);
    }
}
