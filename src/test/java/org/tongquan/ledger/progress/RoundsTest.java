package org.tongquan.ledger.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.progress.ReportDuty.Reported;
import org.tongquan.ledger.progress.Round.State;

/// The rule of the rhythm, month by month from January 2027, five days of grace, two reports
/// without progress an alarm.
class RoundsTest {
    private static final LocalDate START = LocalDate.parse("2027-01-01");

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(Ledger.ZONE).toInstant();
    }

    private static Reported report(String on, int percent) {
        return filed(on, on, percent);
    }

    private static Reported filed(String on, String filed, int percent) {
        var id = UUID.nameUUIDFromBytes((on + filed + percent).getBytes());
        return new Reported(id, LocalDate.parse(on), noon(filed), percent, null);
    }

    private static Reported returned(String on, int percent, String returned) {
        var r = report(on, percent);
        return new Reported(r.id(), r.on(), r.at(), percent, noon(returned));
    }

    private static ReportDuty monthly(Reported... reports) {
        return monthly(START, reports);
    }

    private static ReportDuty monthly(LocalDate start, Reported... reports) {
        return new ReportDuty(
                "plan", Period.ofMonths(1), START, List.of(), start, 5, 2, List.of(reports));
    }

    private static Rounds on(ReportDuty duty, String day) {
        return Rounds.of(duty, LocalDate.parse(day));
    }

    private static List<State> states(ReportDuty duty, String day) {
        return on(duty, day).rounds().stream().map(Round::state).toList();
    }

    @Test
    void nothingIsOwedBeforeTheFirstPeriodHasEnded() {
        assertThat(states(monthly(), "2027-01-31")).containsExactly(State.RUNNING);
        assertThat(on(monthly(), "2027-01-31").word()).isEmpty();
    }

    @Test
    void aReportIsExpectedWithinTheDaysOfGraceAndMissingAfterThem() {
        assertThat(states(monthly(), "2027-02-05")).containsExactly(State.EXPECTED, State.RUNNING);
        var missing = on(monthly(), "2027-02-06");
        assertThat(missing.rounds().getFirst().state()).isEqualTo(State.MISSING);
        assertThat(missing.missing()).isEqualTo(1);
        assertThat(missing.wordDay()).isEqualTo("2027-02-05");
    }

    @Test
    void missingReportsAreCountedInARowSinceTheFirst() {
        var duty = monthly(report("2027-01-20", 10));
        var rounds = on(duty, "2027-04-10");
        assertThat(rounds.rounds())
                .extracting(Round::state)
                .containsExactly(State.IN_TIME, State.MISSING, State.MISSING, State.RUNNING);
        assertThat(rounds.missing()).isEqualTo(2);
        assertThat(rounds.since()).isEqualTo("2027-03-05");
    }

    @Test
    void aReportWithinTheGraceStandsForThePeriodBeforeAlone() {
        var duty = monthly(report("2027-02-03", 10));
        assertThat(states(duty, "2027-02-28")).containsExactly(State.IN_TIME, State.RUNNING);
        assertThat(states(duty, "2027-03-06"))
                .containsExactly(State.IN_TIME, State.MISSING, State.RUNNING);
    }

    @Test
    void aReportAfterTheGraceIsLateForThePeriodBeforeAndStandsForItsOwn() {
        var rounds = on(monthly(report("2027-02-20", 10)), "2027-02-20");
        assertThat(rounds.rounds())
                .extracting(Round::state)
                .containsExactly(State.LATE, State.IN_TIME);
        assertThat(on(monthly(filed("2027-01-31", "2027-02-06", 10)), "2027-02-06").word())
                .contains(Rounds.Word.LATE);
    }

    @Test
    void aReturnedReportCountsUntilTheDayBeforeItWasReturned() {
        var duty = monthly(returned("2027-01-30", 10, "2027-02-10"));
        assertThat(states(duty, "2027-02-09")).containsExactly(State.IN_TIME, State.RUNNING);
        assertThat(states(duty, "2027-02-10")).containsExactly(State.MISSING, State.RUNNING);
    }

    @Test
    void aDutyThatBeginsWithinAMonthOwesForTheRestOfIt() {
        var rounds = on(monthly(LocalDate.parse("2027-02-15")), "2027-03-02").rounds();
        assertThat(rounds.getFirst().begin()).isEqualTo("2027-02-15");
        assertThat(rounds.getFirst().last()).isEqualTo("2027-02-28");
        assertThat(rounds).hasSize(2);
    }

    @Test
    void whatIsFinishedOwesNothingMore() {
        var duty = monthly(report("2027-01-20", 100));
        assertThat(states(duty, "2027-09-30")).containsExactly(State.IN_TIME);
        assertThat(on(duty, "2027-09-30").word()).isEmpty();
    }

    @Test
    void byMilestoneAReportIsOwedForEachStage() {
        var nodes = List.of(LocalDate.parse("2027-06-30"), LocalDate.parse("2027-03-31"));
        var duty = new ReportDuty("plan", null, START, nodes, START, 5, 2, List.of());
        assertThat(states(duty, "2027-04-06")).containsExactly(State.MISSING, State.RUNNING);
        assertThat(on(duty, "2027-12-01").rounds()).hasSize(2);
        assertThat(on(duty, "2027-12-01").missing()).isEqualTo(2);
    }

    @Test
    void twoReportsInARowWithoutProgressAreAnAlarm() {
        var duty =
                monthly(
                        report("2027-01-30", 20),
                        report("2027-02-27", 20),
                        report("2027-03-30", 20));
        var rounds = on(duty, "2027-03-31");
        assertThat(rounds.stalled()).isEqualTo(2);
        assertThat(rounds.isIdle()).isTrue();
        assertThat(rounds.word()).contains(Rounds.Word.IDLE);
        assertThat(rounds.wordDay()).isEqualTo("2027-02-27");
        assertThat(on(duty, "2027-03-01").isIdle()).as("after the first of them").isFalse();
    }

    @Test
    void aFirstReportOfNothingIsOneWithoutProgressAndGoingBackIsToo() {
        assertThat(on(monthly(report("2027-01-30", 0)), "2027-01-31").stalled()).isEqualTo(1);
        var back = monthly(report("2027-01-30", 30), report("2027-02-27", 25));
        assertThat(on(back, "2027-02-28").stalled()).isEqualTo(1);
        var on = monthly(report("2027-01-30", 30), report("2027-02-27", 31));
        assertThat(on(on, "2027-02-28").stalled()).isZero();
    }

    @Test
    void nothingIsOwedWithoutARhythm() {
        var duty = new ReportDuty("", null, START, List.of(), START, 0, 2, List.of());
        assertThat(on(duty, "2030-01-01").rounds()).isEmpty();
    }

    @Test
    void theOutcomeIsTheSameWhateverTheOrderOfEvents() {
        var random = new Random(20270101);
        for (int run = 0; run < 200; run++) {
            var reports = new ArrayList<Reported>();
            for (int i = 0; i < 12; i++) {
                var on = START.plusDays(random.nextInt(240));
                var filed = on.plusDays(random.nextInt(20));
                var r = filed(on.toString(), filed.toString(), random.nextInt(101));
                reports.add(
                        random.nextInt(4) > 0
                                ? r
                                : returned(
                                        on.toString(), r.percent(), filed.plusDays(3).toString()));
            }
            var day = START.plusDays(random.nextInt(280));
            var first = Rounds.of(monthly(reports.toArray(Reported[]::new)), day);
            for (int i = 0; i < 5; i++) {
                Collections.shuffle(reports, random);
                var duty = monthly(reports.toArray(Reported[]::new));
                assertThat(Rounds.of(duty, day)).isEqualTo(first);
                assertThat(Rounds.of(ReportDuty.read(duty.written()), day)).isEqualTo(first);
            }
        }
    }

    @Test
    void anAlarmFollowsAgainFromItsFactsAndFromNoOthers() {
        var duty = monthly(report("2027-01-20", 10));
        var day = LocalDate.parse("2027-03-06");
        var wanted = Alarm.wanted(Rounds.of(duty, day)).getFirst();
        assertThat(wanted)
                .isEqualTo(
                        new Alarm.Wanted(
                                Alarm.Kind.MISSING,
                                "missing 2027-02-28",
                                LocalDate.parse("2027-03-05"),
                                1));
        assertThat(alarm(duty, wanted).again()).contains(wanted);
        var changed = monthly(report("2027-01-20", 10), report("2027-02-20", 12));
        assertThat(alarm(changed, wanted).again()).isEmpty();
    }

    private static Alarm alarm(ReportDuty duty, Alarm.Wanted wanted) {
        return new Alarm(
                UUID.randomUUID(),
                "r",
                "c",
                "p",
                wanted.kind(),
                wanted.key(),
                LocalDate.parse("2027-03-06"),
                wanted.since(),
                wanted.count(),
                "plan",
                duty.written(),
                List.of(),
                noon("2027-03-06"));
    }
}
