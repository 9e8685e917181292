package org.tongquan.ledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.ledger.Assignment.Role;
import org.tongquan.ledger.scoring.PartsTaken.Taken;
import org.tongquan.ledger.standing.Judged;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Owed;
import org.tongquan.ledger.standing.Standing;
import org.tongquan.ledger.standing.Standing.Reason;

class OccasionsTest {
    private static final Span SPAN = Span.of("2026-H1").orElseThrow();

    private static Taken part(String unit, Role role, String from, @Nullable String to) {
        return new Taken(
                "c1@990100",
                unit,
                role,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    private static Judged standing(
            Reason reason, @Nullable String cycle, @Nullable String due, String... values) {
        var owed =
                new Owed(
                        "c1",
                        null,
                        1,
                        LocalDate.parse("2025-01-01"),
                        null,
                        cycle == null ? null : Period.parse(cycle),
                        List.of(),
                        List.of("990100"));
        return new Judged(
                owed,
                "990100",
                new Standing(
                        Light.GREEN,
                        false,
                        0,
                        reason,
                        List.of(values),
                        "rule",
                        due == null ? null : LocalDate.parse(due)));
    }

    private static Occasions occasions(Taken... parts) {
        return new Occasions(SPAN, List.of(parts));
    }

    @Test
    void finishedThirtyDaysEarlyWithinTheSpanCounts() {
        var fact =
                occasions()
                        .of(standing(Reason.DONE_IN_TIME, null, null, "2026-05-31", "2026-06-30"))
                        .orElseThrow();
        assertThat(fact.occasion()).isEqualTo(Occasion.ON_TIME);
        assertThat(fact.days()).isEqualTo(30);
    }

    @Test
    void whatWasFinishedInAnotherSpanDoesNotCountAgain() {
        assertThat(
                        occasions()
                                .of(
                                        standing(
                                                Reason.DONE_IN_TIME,
                                                null,
                                                null,
                                                "2025-12-31",
                                                "2026-06-30")))
                .isEmpty();
    }

    @Test
    void theLeadOnTheDayItWasFinishedAnswersAndNotTheOneBefore() {
        var changed =
                occasions(
                        part("990100/old", Role.LEAD, "2025-01-01", "2026-03-01"),
                        part("990100/new", Role.LEAD, "2026-03-01", null),
                        part("990100/help", Role.COOPERATING, "2025-01-01", null));
        var february =
                changed.of(standing(Reason.DONE_LATE, null, null, "2026-02-28", "59", "2025-12-31"))
                        .orElseThrow();
        assertThat(february.parts())
                .containsExactly(
                        new Fact.Part("990100/help", Role.COOPERATING),
                        new Fact.Part("990100/old", Role.LEAD));
        var march =
                changed.of(standing(Reason.DONE_LATE, null, null, "2026-03-01", "60", "2025-12-31"))
                        .orElseThrow();
        assertThat(march.parts()).contains(new Fact.Part("990100/new", Role.LEAD));
        assertThat(march.days()).isEqualTo(60);
    }

    @Test
    void whatStaysUnfinishedIsLateByTheDaysToTheEndOfTheSpan() {
        var within =
                occasions()
                        .of(standing(Reason.OVERDUE, null, "2026-06-20", "2026-06-20", "10", "40"))
                        .orElseThrow();
        assertThat(within.days()).isEqualTo(10);
        assertThat(within.on()).isEqualTo("2026-06-20");
        var before =
                occasions()
                        .of(standing(Reason.OVERDUE, null, "2025-12-31", "2025-12-31", "181", "0"))
                        .orElseThrow();
        assertThat(before.days()).isEqualTo(181);
        assertThat(before.on()).as("whoever holds it now").isEqualTo("2026-06-30");
    }

    @Test
    void aRecurringDutyCountsByItsLastPeriod() {
        var reported =
                occasions()
                        .of(standing(Reason.REPORTED, "P3M", "2026-07-01", "2026-04-02", "x"))
                        .orElseThrow();
        assertThat(reported.occasion()).isEqualTo(Occasion.ON_TIME);
        assertThat(reported.on()).isEqualTo("2026-04-01");
        var missing =
                occasions()
                        .of(standing(Reason.REPORT_MISSING, "P3M", null, "2026-04-01", "90"))
                        .orElseThrow();
        assertThat(missing.occasion()).isEqualTo(Occasion.LATE);
        assertThat(missing.days()).isEqualTo(90);
        assertThat(occasions().of(standing(Reason.REPORTED, "P2Y", "2027-01-01", "x", "x")))
                .as("no period has ended yet")
                .isEmpty();
    }

    @Test
    void whileNoLeadIsNamedThePartyItselfAnswersBesideTheUnitsThatCooperate() {
        var some = occasions(part("990100/help", Role.COOPERATING, "2025-01-01", null));
        assertThat(some.partsOn("c1", "990100", LocalDate.parse("2026-01-01")))
                .containsExactly(
                        new Fact.Part("990100", Role.LEAD),
                        new Fact.Part("990100/help", Role.COOPERATING));
    }

    @Test
    void whatIsNotDueOrHasNoDeadlineCountsForNothing() {
        assertThat(occasions().of(standing(Reason.ON_COURSE, null, "2026-12-31", "1", "2")))
                .isEmpty();
        assertThat(occasions().of(standing(Reason.DONE, null, null, "2026-02-01"))).isEmpty();
    }
}
