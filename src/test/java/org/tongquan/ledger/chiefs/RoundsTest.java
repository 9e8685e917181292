package org.tongquan.ledger.chiefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongquan.ledger.chiefs.Round.State.DONE;
import static org.tongquan.ledger.chiefs.Round.State.DUE;
import static org.tongquan.ledger.chiefs.Round.State.LATE;
import static org.tongquan.ledger.chiefs.Round.State.MISSED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.Text;

/// Worked periods: a month from the first day of a month, a quarter from January, a week from the
/// first day of the terms.
class RoundsTest {
    private static final Period MONTH = Period.ofMonths(1);
    private static final Period QUARTER = Period.ofMonths(3);

    static Charge.Terms terms(int seq, String from, @Nullable Period rhythm) {
        return new Charge.Terms(
                seq,
                LocalDate.parse(from),
                false,
                new Text("市领导", null),
                List.of(),
                rhythm,
                List.of(),
                null,
                "office",
                "b",
                Instant.EPOCH);
    }

    private static Charge.Terms ended(int seq, String from) {
        var open = terms(seq, from, MONTH);
        return new Charge.Terms(
                seq,
                open.from(),
                true,
                open.post(),
                open.duties(),
                MONTH,
                open.units(),
                null,
                "office",
                "b",
                Instant.EPOCH);
    }

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }

    private static List<Round.State> states(List<Round> rounds) {
        return rounds.stream().map(Round::state).toList();
    }

    private static List<Round> rounds(String day, List<LocalDate> visits, Charge.Terms... terms) {
        return Rounds.of(List.of(terms), visits, LocalDate.parse(day));
    }

    @Test
    void aMonthWithAVisitIsDoneOneWithoutIsMissedTheRunningOneIsDue() {
        var rounds =
                rounds(
                        "2026-04-10",
                        days("2026-01-31", "2026-03-01"),
                        terms(1, "2026-01-01", MONTH));
        assertThat(states(rounds)).containsExactly(DONE, MISSED, DONE, DUE);
        assertThat(rounds.getFirst().by()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(rounds.getLast().last()).isEqualTo(LocalDate.of(2026, 4, 30));
    }

    @Test
    void theLastDayOfThePeriodIsStillInTime() {
        var terms = terms(1, "2026-01-01", MONTH);
        assertThat(states(rounds("2026-01-31", List.of(), terms))).containsExactly(DUE);
        assertThat(states(rounds("2026-02-01", List.of(), terms))).containsExactly(MISSED, DUE);
    }

    @Test
    void aSecondVisitInTheNextPeriodMakesUpForTheOneMissedTheFirstDoesNot() {
        var terms = terms(1, "2026-01-01", MONTH);
        var one = rounds("2026-02-28", days("2026-02-03"), terms);
        assertThat(states(one)).containsExactly(MISSED, DONE);
        var two = rounds("2026-02-28", days("2026-02-03", "2026-02-20"), terms);
        assertThat(states(two)).containsExactly(LATE, DONE);
        assertThat(two.getFirst().by()).isEqualTo(LocalDate.of(2026, 2, 20));
    }

    @Test
    void twoVisitsOnOneDayAreOneAndPeriodsFurtherBackStayMissed() {
        var terms = terms(1, "2026-01-01", MONTH);
        assertThat(states(rounds("2026-02-28", days("2026-02-03", "2026-02-03"), terms)))
                .containsExactly(MISSED, DONE);
        var late = days("2026-03-01", "2026-03-02", "2026-03-03");
        assertThat(states(rounds("2026-03-31", late, terms))).containsExactly(MISSED, LATE, DONE);
    }

    @Test
    void aPeriodIsOwedOnlyWhenItsRhythmHeldForTheWholeOfIt() {
        // begun within January and in the first quarter: first whole quarter is April to June
        var quarter = rounds("2026-07-01", List.of(), terms(1, "2026-01-15", QUARTER));
        assertThat(quarter).extracting(Round::first).containsExactly(day(4), day(7));
        // monthly until 9 February, then each quarter: January, then April to June
        var changed =
                rounds(
                        "2026-06-30",
                        List.of(),
                        terms(1, "2026-01-01", MONTH),
                        terms(2, "2026-02-10", QUARTER));
        assertThat(changed).extracting(Round::first).containsExactly(day(1), day(4));
        assertThat(states(changed)).containsExactly(MISSED, DUE);
    }

    private static LocalDate day(int month) {
        return LocalDate.of(2026, month, 1);
    }

    @Test
    void termsThatLeaveTheRhythmAsItIsInterruptNothing() {
        var same =
                rounds(
                        "2026-03-31",
                        List.of(),
                        terms(1, "2026-01-01", MONTH),
                        terms(2, "2026-02-15", MONTH));
        assertThat(same).hasSize(3);
    }

    @Test
    void termsThatReplaceOthersOfTheSameDayCountAlone() {
        var replaced =
                rounds(
                        "2026-03-31",
                        List.of(),
                        terms(1, "2026-01-01", MONTH),
                        terms(2, "2026-02-01", QUARTER),
                        terms(3, "2026-02-01", MONTH));
        assertThat(replaced).hasSize(3);
    }

    @Test
    void nothingIsOwedWithoutARhythmNorAfterTheEnd() {
        assertThat(rounds("2026-12-31", List.of(), terms(1, "2026-01-01", null))).isEmpty();
        assertThat(rounds("2026-12-31", List.of(), terms(1, "2026-01-01", Period.ZERO))).isEmpty();
        var ended =
                rounds(
                        "2026-12-31",
                        List.of(),
                        terms(1, "2026-01-01", MONTH),
                        ended(2, "2026-03-05"));
        assertThat(ended).hasSize(2);
    }

    @Test
    void weeksAreCountedFromTheFirstDay() {
        var rounds =
                rounds("2026-01-20", days("2026-01-13"), terms(1, "2026-01-07", Period.ofDays(7)));
        assertThat(rounds)
                .extracting(Round::last)
                .containsExactlyElementsOf(days("2026-01-13", "2026-01-20"));
        assertThat(states(rounds)).containsExactly(DONE, DUE);
    }

    @Test
    void whatIfTellsAnotherRhythmOverTheSameVisits() {
        var terms = List.of(terms(1, "2026-01-01", MONTH));
        var visits = days("2026-02-10");
        var other = Rounds.whatIf(terms, QUARTER, visits, LocalDate.parse("2026-04-01"));
        assertThat(states(other)).containsExactly(DONE, DUE);
        assertThat(other).extracting(Round::rule).containsOnly("what-if");
    }

    /// Random terms and visits, handed over in random orders.
    @Test
    void roundsAreTheSameWhateverOrderTermsAndVisitsComeIn() {
        var random = new Random(18);
        var rhythms = new Period[] {MONTH, QUARTER, Period.ofDays(7), Period.ofDays(14), null};
        for (int trial = 0; trial < 1_000; trial++) {
            var terms = new ArrayList<Charge.Terms>();
            var from = LocalDate.of(2025, 1, 1);
            for (int i = 1; i <= 1 + random.nextInt(4); i++) {
                from = from.plusDays(random.nextInt(200));
                terms.add(terms(i, from.toString(), rhythms[random.nextInt(rhythms.length)]));
            }
            var visits = new ArrayList<LocalDate>();
            for (int i = 0; i < random.nextInt(30); i++) {
                visits.add(LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700)));
            }
            var day = LocalDate.of(2025, 6, 1).plusDays(random.nextInt(500));
            var straight = Rounds.of(terms, visits, day);
            Collections.shuffle(terms, random);
            Collections.shuffle(visits, random);
            assertThat(Rounds.of(terms, visits, day)).isEqualTo(straight);
            for (int i = 1; i < straight.size(); i++) {
                assertThat(straight.get(i).first()).isAfter(straight.get(i - 1).last());
            }
        }
    }
}
