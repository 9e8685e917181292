package org.tongquan.ledger.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The rules of a meeting's course, of a decision's, and of what an agenda is offered.
class MeetingCourseTest {
    private static final LocalDate DEADLINE = LocalDate.of(2026, 7, 1);
    private static final int SHUFFLES = 200;

    @Test
    void aMeetingIsCalledInvitedHeldAndConfirmedInThisOrderOnly() {
        assertThat(Step.CALLED.after(null)).contains(Step.State.DRAFT);
        assertThat(Step.HELD.after(Step.State.DRAFT)).isEmpty();
        assertThat(Step.INVITED.after(Step.State.DRAFT)).contains(Step.State.INVITED);
        assertThat(Step.CHANGED.after(Step.State.INVITED)).contains(Step.State.INVITED);
        assertThat(Step.HELD.after(Step.State.INVITED)).contains(Step.State.HELD);
        assertThat(Step.CANCELLED.after(Step.State.HELD)).isEmpty();
        assertThat(Step.AGENDA.after(Step.State.HELD)).contains(Step.State.HELD);
        assertThat(Step.CONFIRMED.after(Step.State.HELD)).contains(Step.State.CONFIRMED);
        for (var step : Step.values()) {
            assertThat(step.after(Step.State.CONFIRMED)).as(step.word()).isEmpty();
            assertThat(step.after(Step.State.CANCELLED)).as(step.word()).isEmpty();
        }
    }

    @Test
    void aDecisionIsOverdueFromTheDayAfterItsDeadlineUntilItIsDone() {
        var issued = List.of(event(1, Resolution.Step.ISSUED));
        assertThat(course(issued, DEADLINE).isOverdue()).isFalse();
        assertThat(course(issued, DEADLINE.plusDays(3)).daysOver()).isEqualTo(3);
        var done =
                List.of(
                        event(1, Resolution.Step.ISSUED),
                        event(2, Resolution.Step.REPORTED),
                        event(3, Resolution.Step.CLOSED));
        assertThat(course(done, DEADLINE.plusDays(3)).isOverdue()).isFalse();
        assertThat(course(done, DEADLINE).state()).isEqualTo(Resolution.State.DONE);
        assertThat(course(List.of(), DEADLINE).state()).isEqualTo(Resolution.State.NOTED);
    }

    @Test
    void aDecisionStandsTheSameWhateverTheOrderOfItsEvents() {
        var random = new Random(20260701);
        for (int i = 0; i < SHUFFLES; i++) {
            var events = new ArrayList<Resolution.Event>();
            for (int seq = 1; seq <= 8; seq++) {
                var steps = Resolution.Step.values();
                events.add(event(seq, steps[random.nextInt(steps.length)]));
            }
            var wanted = course(events, DEADLINE.plusDays(1));
            Collections.shuffle(events, random);
            assertThat(course(events, DEADLINE.plusDays(1))).isEqualTo(wanted);
        }
    }

    @Test
    void proposalsComeByOriginTheOverdueFirstWithoutWhatTheAgendaHas() {
        var open =
                List.of(
                        proposal(Meeting.Origin.RED, "b", false, 2),
                        proposal(Meeting.Origin.RED, "a", false, 9),
                        proposal(Meeting.Origin.NOTICE, "n", false, 5),
                        proposal(Meeting.Origin.NOTICE, "late", true, 8),
                        proposal(Meeting.Origin.NOTICE, "taken", true, 1));
        var taken =
                new Meeting.Point(UUID.randomUUID(), Meeting.Origin.NOTICE, "taken", "", "已列入", "");
        var random = new Random(7);
        for (int i = 0; i < SHUFFLES; i++) {
            var shuffled = new ArrayList<>(open);
            Collections.shuffle(shuffled, random);
            assertThat(Proposals.of(shuffled, List.of(taken), 20))
                    .extracting(Proposal::subject)
                    .containsExactly("late", "n", "b", "a");
        }
        assertThat(Proposals.of(open, List.of(taken), 1))
                .extracting(Proposal::subject)
                .containsExactly("late", "b");
    }

    @Test
    void pointsOfTheMinutesAreNumberedInChinese() {
        assertThat(List.of(1, 9, 10, 11, 20, 35, 60).stream().map(MinutesPaper::numeral))
                .containsExactly("一", "九", "十", "十一", "二十", "三十五", "六十");
    }

    private static Proposal proposal(
            Meeting.Origin origin, String subject, boolean pressing, int since) {
        return new Proposal(
                origin, subject, "", subject, "", pressing, DEADLINE.plusDays(since), "/");
    }

    private static ResolutionCourse course(List<Resolution.Event> events, LocalDate today) {
        return ResolutionCourse.of(DEADLINE, events, today);
    }

    private static Resolution.Event event(int seq, Resolution.Step step) {
        return new Resolution.Event(
                new UUID(1, seq),
                new UUID(0, 1),
                seq,
                step,
                "",
                null,
                null,
                "basin:secretariat",
                DEADLINE,
                Instant.EPOCH);
    }
}
