package org.tongquan.ledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tongquan.ledger.Assignment.Role.COOPERATING;
import static org.tongquan.ledger.Assignment.Role.LEAD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.conduct.ScoreRule;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.ledger.Assignment.Role;

class ScoresTest {
    static final Span SPAN = Span.of("2026-H1").orElseThrow();
    private static final LocalDate DAY = LocalDate.parse("2026-04-01");

    /// The default rule: base 80, cap 100, floor 0.
    static final ScoreRule RULE =
            new ScoreRule(
                    "scores-test",
                    LocalDate.parse("2020-01-01"),
                    null,
                    new BigDecimal("80"),
                    new BigDecimal("100"),
                    new BigDecimal("0"),
                    List.of(
                            points(Occasion.ON_TIME, 0, "2", "1"),
                            points(Occasion.EARLY, 1, "0.5", "0.25"),
                            points(Occasion.EARLY, 30, "1", "0.5"),
                            points(Occasion.LATE, 1, "-5", "-2.5"),
                            points(Occasion.COMMENDED, 0, "1", "0.5"),
                            points(Occasion.CRITICISED, 0, "-1", "-0.5"),
                            points(Occasion.RETURNED, 0, "-2", "-1"),
                            points(Occasion.FALSIFIED, 0, "-10", "-5")),
                    5,
                    null,
                    null,
                    false);

    private static ScoreRule.Points points(Occasion of, int from, String lead, String cooperating) {
        return new ScoreRule.Points(of, from, new BigDecimal(lead), new BigDecimal(cooperating));
    }

    static Fact.Part lead(String unit) {
        return new Fact.Part(unit, LEAD);
    }

    static Fact.Part helps(String unit) {
        return new Fact.Part(unit, COOPERATING);
    }

    static Fact fact(String id, Occasion occasion, int days, Fact.Part... parts) {
        return new Fact(
                id, occasion, id, "990100", DAY, days, "standing.done", List.of(), List.of(parts));
    }

    private static Inputs inputs(List<Inputs.Holding> holdings, Fact... facts) {
        return new Inputs(
                RULE, SPAN, List.of("990100", "990200"), holdings, List.of(facts), List.of());
    }

    private static Score unit(List<Score> scores, String subject) {
        return find(scores, Score.Kind.UNIT, subject);
    }

    private static Score party(List<Score> scores, String subject) {
        return find(scores, Score.Kind.PARTY, subject);
    }

    private static Score find(List<Score> scores, Score.Kind kind, String subject) {
        return scores.stream()
                .filter(s -> s.kind() == kind && s.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLeadGetsTwoPointsOnTimeAndTheCooperatingUnitHalf() {
        var scores =
                Scores.of(
                        inputs(
                                List.of(),
                                fact(
                                        "a",
                                        Occasion.ON_TIME,
                                        0,
                                        lead("990100/x"),
                                        helps("990100/y"))));
        assertThat(unit(scores, "990100/x").score()).isEqualByComparingTo("82");
        assertThat(unit(scores, "990100/y").score()).isEqualByComparingTo("81");
    }

    @Test
    void earlyEarnsTheHighestStepReachedOnTopOfOnTime() {
        var scores =
                Scores.of(
                        inputs(
                                List.of(),
                                fact("a", Occasion.ON_TIME, 29, lead("990100/x")),
                                fact("b", Occasion.ON_TIME, 30, helps("990100/y"))));
        assertThat(unit(scores, "990100/x").score()).isEqualByComparingTo("82.5");
        assertThat(unit(scores, "990100/y").score()).isEqualByComparingTo("81.5");
        assertThat(unit(scores, "990100/x").lines())
                .extracting(Score.Line::occasion, Score.Line::fromDays)
                .containsExactly(tuple(Occasion.ON_TIME, 0), tuple(Occasion.EARLY, 1));
    }

    @Test
    void everyPointIsALineAndTheLinesAddUpToTheScore() {
        var scores =
                Scores.of(
                        inputs(
                                List.of(),
                                fact("a", Occasion.LATE, 3, lead("990100/x")),
                                fact("b", Occasion.COMMENDED, 0, lead("990100/x")),
                                fact("c", Occasion.RETURNED, 0, lead("990100/x"))));
        var score = unit(scores, "990100/x");
        var sum =
                score.lines().stream().map(Score.Line::points).reduce(RULE.base(), BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("74").isEqualByComparingTo(score.score());
    }

    @Test
    void noScoreIsAboveTheCapOrBelowTheFloorAndTheRawSumStays() {
        var many =
                IntStream.range(0, 20)
                        .mapToObj(i -> fact("a" + i, Occasion.ON_TIME, 0, lead("990100/x")))
                        .toArray(Fact[]::new);
        var best = unit(Scores.of(inputs(List.of(), many)), "990100/x");
        assertThat(best.score()).isEqualByComparingTo("100");
        assertThat(best.raw()).isEqualByComparingTo("120");
        var false9 =
                IntStream.range(0, 9)
                        .mapToObj(i -> fact("f" + i, Occasion.FALSIFIED, 0, lead("990100/x")))
                        .toArray(Fact[]::new);
        var worst = unit(Scores.of(inputs(List.of(), false9)), "990100/x");
        assertThat(worst.score()).isEqualByComparingTo("0");
        assertThat(worst.raw()).isEqualByComparingTo("-10");
    }

    @Test
    void aUnitWithBothRolesInOneFactCountsAsLeadAlone() {
        var scores =
                Scores.of(
                        inputs(
                                List.of(),
                                fact("a", Occasion.LATE, 1, lead("990100/x"), helps("990100/x"))));
        assertThat(unit(scores, "990100/x").score()).isEqualByComparingTo("75");
        assertThat(unit(scores, "990100/x").lines()).hasSize(1);
    }

    @Test
    void aPartyIsTheMeanOfItsUnitsWeightedByTheirObligations() {
        // (82 x 3 + 75 x 1) / 4 = 80.25; the province's unit is in no party's mean
        var holdings =
                List.of(
                        new Inputs.Holding("990100/x", 2, 1),
                        new Inputs.Holding("990100/y", 1, 0),
                        new Inputs.Holding("990000/z", 5, 0));
        var scores =
                Scores.of(
                        inputs(
                                holdings,
                                fact("a", Occasion.ON_TIME, 0, lead("990100/x")),
                                fact("b", Occasion.LATE, 9, lead("990100/y"), lead("990000/z"))));
        assertThat(party(scores, "990100").score()).isEqualByComparingTo("80.25");
        assertThat(party(scores, "990100").led()).isEqualTo(3);
        assertThat(unit(scores, "990000/z").party()).isEmpty();
        assertThat(party(scores, "990200").score()).as("nothing due").isEqualByComparingTo("80");
    }

    @Test
    void aMeanIsRoundedHalfUpToTwoDecimals() {
        // (82 + 80 + 80) / 3 = 80.666...
        var holdings =
                List.of(
                        new Inputs.Holding("990100/x", 1, 0),
                        new Inputs.Holding("990100/y", 1, 0),
                        new Inputs.Holding("990100/z", 1, 0));
        var scores = Scores.of(inputs(holdings, fact("a", Occasion.ON_TIME, 0, lead("990100/x"))));
        assertThat(party(scores, "990100").score()).isEqualTo(new BigDecimal("80.67"));
    }

    @Test
    void equalScoresShareARankAndTheNextOnesAreSkipped() {
        var scores =
                Scores.of(
                        inputs(
                                List.of(new Inputs.Holding("990200/w", 0, 1)),
                                fact("a", Occasion.ON_TIME, 0, lead("990100/x")),
                                fact("b", Occasion.COMMENDED, 0, lead("990100/y")),
                                fact("c", Occasion.ON_TIME, 0, helps("990200/v"))));
        assertThat(scores.stream().filter(s -> s.kind() == Score.Kind.UNIT))
                .extracting(Score::subject, Score::rank)
                .containsExactly(
                        tuple("990100/x", 1),
                        tuple("990100/y", 2),
                        tuple("990200/v", 2),
                        tuple("990200/w", 4));
    }

    @Test
    void aCorrectionStrikesOneFactAndPutsAnotherInItsPlace() {
        var before = inputs(List.of(), fact("a", Occasion.LATE, 4, lead("990100/x")));
        var struck = new Inputs.Correction(new UUID(0, 1), "a", null);
        var replaced =
                new Inputs.Correction(
                        new UUID(0, 2), "a", fact("c", Occasion.ON_TIME, 0, lead("990100/x")));
        assertThat(unit(Scores.of(before), "990100/x").score()).isEqualByComparingTo("75");
        assertThat(Scores.of(before.with(List.of(struck))))
                .noneMatch(s -> s.subject().equals("990100/x"));
        assertThat(unit(Scores.of(before.with(List.of(replaced))), "990100/x").score())
                .isEqualByComparingTo("82");
    }

    @Test
    void theOrderOfFactsPartsAndHoldingsChangesNothing() {
        for (long seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var facts = new ArrayList<Fact>();
            for (int i = 0; i < 40; i++) {
                facts.add(drawn(random, i));
            }
            var holdings = new ArrayList<Inputs.Holding>();
            for (int u = 0; u < 6; u++) {
                holdings.add(new Inputs.Holding(name(u), random.nextInt(4), random.nextInt(4)));
            }
            var first = Scores.of(inputs(holdings, facts.toArray(Fact[]::new)));
            Collections.shuffle(facts, random);
            Collections.shuffle(holdings, random);
            var again =
                    Scores.of(
                            inputs(
                                    holdings,
                                    facts.stream()
                                            .map(f -> shuffled(f, random))
                                            .toArray(Fact[]::new)));
            assertThat(again).as("seed " + seed).isEqualTo(first);
        }
    }

    private static Fact drawn(Random random, int i) {
        var occasions = Occasion.values();
        var parts = new ArrayList<Fact.Part>();
        for (int p = 0; p <= random.nextInt(3); p++) {
            parts.add(new Fact.Part(name(random.nextInt(6)), Role.values()[random.nextInt(2)]));
        }
        return fact(
                "f" + i,
                occasions[random.nextInt(occasions.length)],
                random.nextInt(60),
                parts.toArray(Fact.Part[]::new));
    }

    private static String name(int unit) {
        return (unit % 2 == 0 ? "990100/u" : "990200/u") + unit;
    }

    private static Fact shuffled(Fact fact, Random random) {
        var parts = new ArrayList<>(fact.parts());
        Collections.shuffle(parts, random);
        return fact(fact.id(), fact.occasion(), fact.days(), parts.toArray(Fact.Part[]::new));
    }

    @Test
    void aHundredThousandFactsAreScoredWithinASecondOrTwo() {
        var facts = new ArrayList<Fact>();
        var random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            facts.add(drawn(random, i));
        }
        var inputs = inputs(List.of(), facts.toArray(Fact[]::new));
        Scores.of(inputs);
        long begin = System.nanoTime();
        var scores = Scores.of(inputs);
        long ms = (System.nanoTime() - begin) / 1_000_000;
        assertThat(scores).isNotEmpty();
        assertThat(ms).as("ms for 100,000 facts").isLessThan(2_000);
    }
}
