package org.tongquan.ledger.chiefs;

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
import org.junit.jupiter.api.Test;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.ledger.chiefs.Matter.State;
import org.tongquan.ledger.chiefs.Matter.Step;

/// Fifteen workdays from Wednesday 2026-07-01 are three whole weeks: 22 July.
class MatterCourseTest {
    private static final LocalDate FOUND = LocalDate.of(2026, 7, 1);
    private static final WorkCalendar CALENDAR =
            new WorkCalendar(Map.of(), Set.of(2026), WorkCalendar.Weekends.STAY);

    static Matter.Event event(int seq, Step step, LocalDate on, String unit) {
        return new Matter.Event(
                new UUID(4, seq),
                new UUID(4, 0),
                seq,
                step,
                "",
                unit,
                step.startsTerm() ? 15 : 0,
                "r",
                null,
                false,
                null,
                List.of(),
                "b",
                on,
                Instant.EPOCH);
    }

    private static MatterCourse course(LocalDate today, Matter.Event... events) {
        return MatterCourse.of(List.of(events), CALENDAR, today);
    }

    @Test
    void theTermIsCountedInWorkdaysAndGoesOnWhenItIsSignedFor() {
        var found = event(1, Step.FOUND, FOUND, "u");
        var received = event(2, Step.RECEIVED, FOUND.plusDays(5), "u");
        var course = course(LocalDate.of(2026, 7, 22), found, received);
        assertThat(course.due()).isEqualTo(LocalDate.of(2026, 7, 22));
        assertThat(course.isOverdue()).as("the day itself counts").isFalse();
        assertThat(course(LocalDate.of(2026, 7, 24), found, received).daysOver()).isEqualTo(2);
    }

    @Test
    void answeredCheckedSentBackAndClosed() {
        var found = event(1, Step.FOUND, FOUND, "u");
        var answered = event(2, Step.ANSWERED, FOUND.plusDays(1), "u");
        var returned = event(3, Step.RETURNED, LocalDate.of(2026, 7, 8), "u");
        var again = event(4, Step.ANSWERED, LocalDate.of(2026, 7, 9), "u");
        var closed = event(5, Step.CLOSED, LocalDate.of(2026, 7, 10), "u");
        assertThat(course(FOUND, found, answered).state()).isEqualTo(State.AWAITING_CHECK);
        var back = course(FOUND, found, answered, returned);
        assertThat(back.state()).isEqualTo(State.AWAITING_ANSWER);
        assertThat(back.due()).as("a whole term anew").isEqualTo(LocalDate.of(2026, 7, 29));
        var whole = course(FOUND, found, answered, returned, again, closed);
        assertThat(whole.isOpen()).isFalse();
        assertThat(whole.returned()).isEqualTo(1);
        assertThat(whole.wasLate()).isFalse();
        assertThat(whole.closedOn()).isEqualTo(LocalDate.of(2026, 7, 10));
    }

    @Test
    void whatWasAnsweredTooLateStaysLateAlsoWhenItIsClosed() {
        var late = LocalDate.of(2026, 7, 23);
        var course =
                course(
                        late,
                        event(1, Step.FOUND, FOUND, "u"),
                        event(2, Step.ANSWERED, late, "u"),
                        event(3, Step.CLOSED, late, "u"));
        assertThat(course.wasLate()).isTrue();
        assertThat(course.isOverdue()).isFalse();
    }

    @Test
    void anotherUnitBeginsAnewAndANoticeChangesNothing() {
        var moved = event(2, Step.MOVED, LocalDate.of(2026, 7, 8), "v");
        var noticed = event(3, Step.NOTICED, LocalDate.of(2026, 7, 9), "v");
        var course = course(FOUND, event(1, Step.FOUND, FOUND, "u"), moved, noticed);
        assertThat(course.unit()).isEqualTo("v");
        assertThat(course.state()).isEqualTo(State.AWAITING_RECEIPT);
        assertThat(course.due()).isEqualTo(LocalDate.of(2026, 7, 29));
        assertThat(course.term()).isEqualTo(2);
    }

    @Test
    void aStepThatItsStateDoesNotAllowChangesNothing() {
        var course =
                course(FOUND, event(1, Step.FOUND, FOUND, "u"), event(2, Step.CLOSED, FOUND, "u"));
        assertThat(course.state()).isEqualTo(State.AWAITING_RECEIPT);
        assertThat(course.seq()).isEqualTo(2);
        assertThatThrownBy(() -> course(FOUND)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStateIsTheSameWhateverOrderTheEventsComeIn() {
        var random = new Random(4);
        for (int trial = 0; trial < 1_000; trial++) {
            var events = new ArrayList<Matter.Event>();
            events.add(event(1, Step.FOUND, FOUND, "u"));
            for (int i = 2; i < random.nextInt(10) + 2; i++) {
                var step = Step.values()[random.nextInt(Step.values().length)];
                events.add(event(i, step, FOUND.plusDays(3L * i), "u" + i % 2));
            }
            var today = FOUND.plusDays(random.nextInt(90));
            var straight = MatterCourse.of(events, CALENDAR, today);
            Collections.shuffle(events, random);
            assertThat(MatterCourse.of(events, CALENDAR, today)).isEqualTo(straight);
        }
    }
}
