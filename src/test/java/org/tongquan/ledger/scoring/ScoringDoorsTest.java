package org.tongquan.ledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;

/// Every public method of the doors of scoring: whoever leaves a row leaves a journal entry.
@HouseTest
class ScoringDoorsTest {
    private static final String REGION = "basin-score-doors";

    @Autowired private ApplicationContext house;

    private final DrivenDoors doors = new DrivenDoors();

    @Test
    void everyTransactionThatLeavesARowLeavesAnEntry() {
        var basin = new Basin(house, REGION);
        var office = basin.office();
        var unit = basin.unit("990321/shuili");
        var scoring = basin.door(Scoring.class);
        var marking = basin.door(Marking.class);
        var objecting = basin.door(Objecting.class);
        var span = Span.of("2026-H1").orElseThrow();
        var mark =
                new Marking.NewMark(
                        Occasion.CRITICISED,
                        unit.body(),
                        "",
                        LocalDate.parse("2026-02-01"),
                        "slow",
                        "notice");
        var marked =
                ScoringTest.id(
                        doors.run("Marking.record", () -> marking.record(office, REGION, mark)));
        doors.run("Marking.list", () -> marking.list(office, REGION));
        doors.run("Scoring.mayDrawUp", () -> scoring.mayDrawUp(office));
        var id =
                ScoringTest.id(
                        doors.run("Scoring.drawUp", () -> scoring.drawUp(office, REGION, span)));
        doors.run("Scoring.publish", () -> scoring.publish(office, id));
        doors.run("Scoring.list", () -> scoring.list(unit, REGION));
        var version = house.getBean(Compacts.class).inForce(REGION, span.to()).orElseThrow();
        doors.run("Scoring.tried", () -> scoring.tried(office, version, span));
        var result = doors.run("Scoring.find", () -> scoring.find(unit, id)).orElseThrow();
        var score = result.find(Score.Kind.UNIT, unit.body()).orElseThrow();
        doors.run("Scoring.why", () -> scoring.why(unit, id, unit.body()));
        doors.run("Scoring.held", () -> scoring.held(unit, id, Score.Kind.UNIT, unit.body()));
        doors.run(
                "Scoring.history",
                () -> scoring.history(unit, REGION, Score.Kind.UNIT, unit.body()));
        doors.run(
                "Objecting.mayObject", () -> objecting.mayObject(unit, result.evaluation(), score));
        var objection =
                ScoringTest.id(
                        doors.run(
                                "Objecting.object",
                                () ->
                                        objecting.object(
                                                unit,
                                                id,
                                                Score.Kind.UNIT,
                                                unit.body(),
                                                "m:" + marked,
                                                "we were not asked")));
        doors.run(
                "Objecting.decide",
                () -> objecting.decide(office, objection, true, Objecting.Remedy.STRIKE, "true"));
        doors.run("Scoring.recount", () -> scoring.recount(unit, id));
        doors.run("Scoring.bulletin", () -> scoring.bulletin(unit, id));
        doors.run("Scoring.finish", () -> scoring.finish(office, id, 1));
        doors.run("Marking.withdraw", () -> marking.withdraw(office, marked, "settled"));
        doors.run("Scoring.withdraw", () -> scoring.withdraw(office, id, "done again"));

        doors.requireAll(List.of(Scoring.class, Marking.class, Objecting.class));
        assertThat(doors.wrote("Scoring.drawUp"))
                .contains("ledger.evaluation", "ledger.evaluation_run", "ledger.score");
        assertThat(doors.wrote("Objecting.decide")).contains("ledger.evaluation_run");
        assertThat(doors.wrote("Scoring.finish")).isEmpty();
    }
}
