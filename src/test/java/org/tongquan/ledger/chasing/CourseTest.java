package org.tongquan.ledger.chasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.ledger.chasing.rule.ChaseTest;

/// Worked terms: two workdays to sign, five to answer, four to review. 2026-07-01 is a Wednesday;
/// the notice of holidays of 2026 is out, that of 2027 is not.
class CourseTest {
    private static final UUID NOTICE = new UUID(1, 1);
    private static final Terms TERMS = Terms.of(ChaseTest.RULE);
    private static final LocalDate ISSUED = LocalDate.of(2026, 7, 1);

    private static WorkCalendar calendar(LocalDate... off) {
        var named = new java.util.HashMap<LocalDate, Boolean>();
        for (var day : off) {
            named.put(day, true);
        }
        return new WorkCalendar(Map.copyOf(named), Set.of(2026), WorkCalendar.Weekends.STAY);
    }

    private static NoticeEvent event(int seq, Step step, LocalDate on, @Nullable LocalDate due) {
        return new NoticeEvent(
                new UUID(2, seq), NOTICE, seq, step, "", due, false, "b", on, Instant.EPOCH);
    }

    private static Course course(LocalDate today, NoticeEvent... events) {
        return Course.of(TERMS, List.of(events), calendar(), today);
    }

    private static NoticeEvent event(int seq, Step step, LocalDate on) {
        return event(seq, step, on, null);
    }

    @Test
    void awaitsReceiptForTwoWorkdaysAndIsOverdueAfterThem() {
        var course = course(LocalDate.of(2026, 7, 3), event(1, Step.ISSUED, ISSUED));
        assertThat(course.state()).isEqualTo(Step.State.AWAITING_RECEIPT);
        assertThat(course.due()).isEqualTo(LocalDate.of(2026, 7, 3));
        assertThat(course.isOverdue()).as("the day itself counts").isFalse();
        var later = course(LocalDate.of(2026, 7, 6), event(1, Step.ISSUED, ISSUED));
        assertThat(later.daysOver()).isEqualTo(3);
    }

    @Test
    void theWholeWayFromIssueToClosureAndBack() {
        var day = LocalDate.of(2026, 7, 2);
        var all =
                new NoticeEvent[] {
                    event(1, Step.ISSUED, ISSUED),
                    event(2, Step.SIGNED, day),
                    event(3, Step.ANSWERED, day),
                    event(4, Step.RETURNED, day),
                    event(5, Step.ANSWERED, day),
                    event(6, Step.PASSED, day),
                    event(7, Step.CLOSED, day),
                    event(8, Step.REOPENED, day)
                };
        var states =
                List.of(
                        Step.State.AWAITING_RECEIPT,
                        Step.State.AWAITING_ANSWER,
                        Step.State.AWAITING_REVIEW,
                        Step.State.AWAITING_ANSWER,
                        Step.State.AWAITING_REVIEW,
                        Step.State.AWAITING_CLOSURE,
                        Step.State.CLOSED,
                        Step.State.AWAITING_ANSWER);
        for (int i = 0; i < all.length; i++) {
            var course = course(day, java.util.Arrays.copyOf(all, i + 1));
            assertThat(course.state()).as("after %s", all[i].step()).isEqualTo(states.get(i));
        }
        var whole = course(day, all);
        assertThat(whole.returned()).isEqualTo(1);
        assertThat(whole.reopened()).isEqualTo(1);
        // five workdays from Thursday 2 July: 3, 6, 7, 8, 9
        assertThat(whole.due()).isEqualTo(LocalDate.of(2026, 7, 9));
    }

    @Test
    void aHolidayAnnouncedLaterShiftsTheDayAndSaysSo() {
        var issued = event(1, Step.ISSUED, ISSUED, LocalDate.of(2026, 7, 3));
        var plain = Course.of(TERMS, List.of(issued), calendar(), ISSUED);
        assertThat(plain.shifted()).isFalse();
        var changed = Course.of(TERMS, List.of(issued), calendar(LocalDate.of(2026, 7, 3)), ISSUED);
        assertThat(changed.due()).isEqualTo(LocalDate.of(2026, 7, 6));
        assertThat(changed.shifted()).isTrue();
    }

    @Test
    void aDayInAYearWithoutNoticeOfHolidaysIsProvisional() {
        var late = LocalDate.of(2026, 12, 31);
        assertThat(course(late, event(1, Step.ISSUED, late)).provisional()).isTrue();
        assertThat(course(ISSUED, event(1, Step.ISSUED, ISSUED)).provisional()).isFalse();
    }

    @Test
    void anEventThatItsStateDoesNotAllowChangesNothing() {
        var course =
                course(
                        ISSUED,
                        event(1, Step.ISSUED, ISSUED),
                        event(2, Step.CLOSED, ISSUED),
                        event(3, Step.ANSWERED, ISSUED));
        assertThat(course.state()).isEqualTo(Step.State.AWAITING_RECEIPT);
        assertThat(course.events()).hasSize(1);
        assertThat(course.seq()).as("the next one goes on behind them").isEqualTo(3);
    }

    @Test
    void nothingIssuedIsNoNotice() {
        assertThatThrownBy(() -> course(ISSUED)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Random histories, valid and not, handed over in random orders.
    @Test
    void theStateIsTheSameWhateverOrderTheEventsComeIn() {
        var random = new Random(7);
        for (int trial = 0; trial < 1_000; trial++) {
            var events = new ArrayList<NoticeEvent>();
            events.add(event(1, Step.ISSUED, ISSUED));
            int n = random.nextInt(12);
            for (int i = 0; i < n; i++) {
                var step = Step.values()[random.nextInt(Step.values().length)];
                events.add(event(i + 2, step, ISSUED.plusDays(i)));
            }
            var today = ISSUED.plusDays(random.nextInt(40));
            var straight = Course.of(TERMS, events, calendar(), today);
            for (int i = 0; i < 5; i++) {
                Collections.shuffle(events, random);
                assertThat(Course.of(TERMS, events, calendar(), today)).isEqualTo(straight);
            }
        }
    }

    @Test
    void onlySupervisorsStepsCloseAndOnlyTheUnitsStepsAnswer() {
        assertThat(java.util.Arrays.stream(Step.values()).filter(Step::isResponsibles))
                .containsExactly(Step.SIGNED, Step.ANSWERED);
    }

    @Test
    void everyStateLastTakenIsTheStateOfTheList() {
        for (var step : Step.values()) {
            for (var from : Step.State.values()) {
                step.after(from)
                        .ifPresent(to -> assertThat(NoticeFilter.state(step)).isEqualTo(to));
            }
        }
    }
}
