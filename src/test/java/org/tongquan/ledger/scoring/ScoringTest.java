package org.tongquan.ledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.document.PdfRenderer;
import org.tongquan.host.HouseClock;
import org.tongquan.host.TestHost;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Filing;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.NewReport;
import org.tongquan.ledger.scoring.Evaluating.Reason;

/// A half-year of the invented region: drawn up, published, objected to, corrected, counted again.
@HouseTest
class ScoringTest {
    private static final Span SECOND_HALF = Span.of("2025-H2").orElseThrow();
    private static final String BANK = "s:y01-county-bank@990321";

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;

    /// The tea mark finished 21 days early by Liuqiao and 10 days late by Yunchuan, the river bank
    /// never.
    private Basin basin(String region) {
        var basin = new Basin(house, region);
        var tea = basin.unit("990321/chaye");
        for (var done :
                List.of(
                        done(region, "990321", "2025-09-09"),
                        done(region, "990100", "2025-10-10"))) {
            // what is filed by the end of a day counts for it
            clock.moveTo(done.on().atTime(18, 0).atZone(Ledger.ZONE).toInstant());
            assertThat(basin.ledger().report(tea, done)).isInstanceOf(Filing.Filed.class);
        }
        clock.reset();
        return basin;
    }

    private static NewReport done(String region, String party, String on) {
        return new NewReport(
                region, "y02-brand", party, LocalDate.parse(on), 100, "done", List.of(), true);
    }

    private static UUID drawn(Basin basin) {
        var scoring = basin.door(Scoring.class);
        return id(scoring.drawUp(basin.office(), basin.region(), SECOND_HALF));
    }

    static UUID id(Evaluating evaluating) {
        assertThat(evaluating).isInstanceOf(Evaluating.Done.class);
        return ((Evaluating.Done) evaluating).id();
    }

    private static Score unit(Basin basin, UUID id, String unit) {
        return basin.door(Scoring.class)
                .find(basin.office(), id)
                .orElseThrow()
                .find(Score.Kind.UNIT, unit)
                .orElseThrow();
    }

    @Test
    void everyPointIsExplained() {
        var basin = basin("basin-scores");
        var id = drawn(basin);
        var scoring = basin.door(Scoring.class);
        // one office leads for both: early by 21 days in its own county, 2 + 0.5, and late by 10
        // days in the city, -5; who cooperates in both has 1 + 0.25 - 2.5
        assertThat(unit(basin, id, "990321/chaye").score()).isEqualByComparingTo("77.5");
        assertThat(unit(basin, id, "990100/shichang").score()).isEqualByComparingTo("78.75");
        assertThat(unit(basin, id, "990321/shuili").score()).isEqualByComparingTo("80");
        var lines = scoring.why(basin.office(), id, "990321/chaye").orElseThrow();
        assertThat(lines).extracting(Score.Line::days).containsExactly(21, 21, 10);
        assertThat(lines)
                .extracting(Score.Line::why)
                .containsExactly(
                        "standing.done-in-time", "standing.done-in-time", "standing.done-late");
        var result = scoring.find(basin.office(), id).orElseThrow();
        assertThat(result.of(Score.Kind.PARTY)).hasSize(3);
        assertThat(result.evaluation().simulated()).isTrue();
    }

    @Test
    void aSpanThatHasNotEndedAndABodyWithoutThePowerAreRefused() {
        var basin = basin("basin-scores-refused");
        var scoring = basin.door(Scoring.class);
        var now = Span.of(Integer.toString(basin.ledger().today().getYear())).orElseThrow();
        assertThat(scoring.drawUp(basin.office(), basin.region(), now))
                .isEqualTo(new Evaluating.Refused(Reason.SPAN));
        assertThat(scoring.drawUp(basin.unit("990321/shuili"), basin.region(), SECOND_HALF))
                .isEqualTo(new Evaluating.Refused(Reason.NOT_YOURS));
    }

    @Test
    void anObjectionThatIsUpheldLeadsToAnotherRunAndOneThatIsRejectedDoesNot() {
        var basin = basin("basin-objection");
        var scoring = basin.door(Scoring.class);
        var objecting = basin.door(Objecting.class);
        // the whole year: the bank, due on its last day, is not late in it; 2026-H1 has it overdue
        var span = Span.of("2026-H1").orElseThrow();
        var id = id(scoring.drawUp(basin.office(), basin.region(), span));
        assertThat(unit(basin, id, "990321/shuili").score()).isEqualByComparingTo("75");
        var own = basin.unit("990321/shuili");
        assertThat(object(basin, id, "too early")).isInstanceOf(Evaluating.Refused.class);
        id(scoring.publish(basin.office(), id));
        var stranger = basin.unit("990200/huanjing");
        assertThat(
                        objecting.object(
                                stranger, id, Score.Kind.UNIT, "990321/shuili", BANK, "not mine"))
                .isEqualTo(new Evaluating.Refused(Reason.NOT_YOURS));
        var first = id(object(basin, id, "the flood: the deadline was moved by letter"));
        var second = id(object(basin, id, "and we are tired"));
        id(objecting.decide(basin.office(), second, false, Objecting.Remedy.STRIKE, "no reason"));
        assertThat(unit(basin, id, "990321/shuili").score()).isEqualByComparingTo("75");
        id(
                objecting.decide(
                        basin.office(),
                        first,
                        true,
                        new Objecting.Remedy(Occasion.ON_TIME, 0),
                        "the letter is there"));
        assertThat(unit(basin, id, "990321/shuili").score()).isEqualByComparingTo("82");
        assertThat(objecting.decide(basin.office(), first, false, Objecting.Remedy.STRIKE, "x"))
                .isEqualTo(new Evaluating.Refused(Reason.CHANGED));
        assertThat(scoring.finish(basin.office(), id, 0))
                .as("the run was corrected since")
                .isEqualTo(new Evaluating.Refused(Reason.CHANGED));
        assertThat(scoring.finish(basin.office(), id, 1))
                .isEqualTo(new Evaluating.Refused(Reason.TERM_RUNS));
        assertThat(scoring.recount(own, id).orElseThrow().same()).isTrue();
        assertThat(scoring.why(stranger, id, "990321/shuili")).isEmpty();
        assertThat(scoring.why(own, id, "990321/shuili").orElseThrow())
                .extracting(Score.Line::why)
                .containsExactly("corrected");
    }

    private static Evaluating object(Basin basin, UUID id, String reason) {
        return basin.door(Objecting.class)
                .object(
                        basin.unit("990321/shuili"),
                        id,
                        Score.Kind.UNIT,
                        "990321/shuili",
                        BANK,
                        reason);
    }

    @Test
    void whatBecomesKnownLaterChangesNothingAndAChangedInputIsReported() {
        var basin = basin("basin-scores-recount");
        var scoring = basin.door(Scoring.class);
        var id = drawn(basin);
        assertThat(scoring.recount(basin.office(), id).orElseThrow().same()).isTrue();
        basin.ledger()
                .report(
                        basin.unit("990321/shuili"),
                        basin.report("y01-county-bank", "990321", 100));
        mark(basin, Occasion.CRITICISED, LocalDate.parse("2025-12-01"));
        assertThat(scoring.recount(basin.office(), id).orElseThrow().same()).isTrue();
        // a day changed behind the program's back, as only the administrator of the server can
        JdbcClient.create(TestHost.administrator().dataSource())
                .sql(
                        "update ledger.progress set on_day = '2025-11-11' where region = :region"
                                + " and party = '990321' and on_day = '2025-09-09'")
                .param("region", basin.region())
                .update();
        var recount = scoring.recount(basin.office(), id).orElseThrow();
        assertThat(recount.sameOutcome()).isTrue();
        assertThat(recount.changed()).containsExactly("s:y02-brand@990321");
    }

    private static UUID mark(Basin basin, Occasion occasion, LocalDate on) {
        var mark =
                new Marking.NewMark(
                        occasion, "990321/shuili", "", on, "slow", "notice 7 of the assembly");
        return id(basin.door(Marking.class).record(basin.office(), basin.region(), mark));
    }

    @Test
    void marksCountInTheSpanOfTheirDayUntilTheyAreWithdrawn() {
        var basin = basin("basin-marks");
        var praised = mark(basin, Occasion.COMMENDED, LocalDate.parse("2025-08-01"));
        mark(basin, Occasion.FALSIFIED, LocalDate.parse("2025-08-02"));
        mark(basin, Occasion.CRITICISED, LocalDate.parse("2026-01-01"));
        assertThat(unit(basin, drawn(basin), "990321/shuili").score()).isEqualByComparingTo("71");
        var marking = basin.door(Marking.class);
        id(marking.withdraw(basin.office(), praised, "the wrong unit"));
        assertThat(marking.withdraw(basin.office(), praised, "again"))
                .isEqualTo(new Evaluating.Refused(Reason.CHANGED));
        assertThat(unit(basin, drawn(basin), "990321/shuili").score()).isEqualByComparingTo("70");
    }

    @Test
    void onlyOneEvaluationOfASpanIsPublishedUntilItIsWithdrawn() {
        var basin = basin("basin-scores-twice");
        var scoring = basin.door(Scoring.class);
        var first = drawn(basin);
        var second = drawn(basin);
        id(scoring.publish(basin.office(), first));
        assertThat(scoring.publish(basin.office(), second))
                .isEqualTo(new Evaluating.Refused(Reason.ALREADY));
        id(scoring.withdraw(basin.office(), first, "a party was left out"));
        id(scoring.publish(basin.office(), second));
        var reader = basin.unit("990200/huanjing");
        assertThat(scoring.history(reader, basin.region(), Score.Kind.PARTY, "990200")).hasSize(1);
    }

    @Test
    void anotherRegionsRuleIsDataAlone() {
        var basin = basin("basin-scores-rule");
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"",
                        "version: own-rule",
                        "units:\n",
                        """
                        scoring:
                          - id: own-scores
                            valid-from: 2025-01-01
                            base: 60
                            cap: 70
                            floor: 50
                            points:
                              - {occasion: on-time, from-days: 0, lead: 12, cooperating: 6}
                            object-within: 3
                            basis: {source: resolution-2025}
                        units:
                        """));
        var id = drawn(basin);
        assertThat(unit(basin, id, "990321/chaye").score()).isEqualByComparingTo("70");
        assertThat(unit(basin, id, "990321/chaye").raw()).isEqualByComparingTo("72");
    }

    @Test
    void theBulletinHoldsTheRankingAndTheRule() throws Exception {
        var basin = basin("basin-bulletin");
        var id = drawn(basin);
        var document = basin.door(Scoring.class).bulletin(basin.office(), id).orElseThrow();
        var pdf = new PdfRenderer().render(document);
        assertThat(new PdfRenderer().render(document)).isEqualTo(pdf);
        try (var read = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(read).replaceAll("\\s", "");
            assertThat(text).contains("2025年下半年").contains("柳桥县").contains("77.5");
            assertThat(text).contains("scoring-2020");
        }
    }
}
