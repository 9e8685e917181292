package org.tongquan.ledger.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision of a meeting (议定事项): who does what by when.
///
/// @param point the point of the agenda it was taken on
/// @param place order among the meeting's decisions, from 1
/// @param revision how often it was changed; what a form was filled in on
/// @param lead and `cooperating`: ids of bodies and units
/// @param parties members it binds; may be empty
/// @param issued whether the minutes that hold it are confirmed
public record Resolution(
        UUID id,
        UUID meeting,
        String region,
        UUID point,
        int place,
        int revision,
        String text,
        List<String> lead,
        List<String> cooperating,
        List<String> parties,
        @Nullable LocalDate deadline,
        boolean issued) {
    public Resolution {
        text = text.strip();
        lead = lead.stream().distinct().toList();
        cooperating = cooperating.stream().distinct().toList();
        parties = parties.stream().distinct().toList();
    }

    /// What happens to a decision.
    public enum Step {
        /// 印发: its minutes are confirmed.
        ISSUED,
        /// 反馈: a responsible unit says that it is done, and how.
        REPORTED,
        /// 退回: it is not done yet, or the plan did not take it.
        RETURNED,
        /// 办结
        CLOSED,
        /// 转入计划: it became an item of a plan, or an adjustment asks for one.
        PLANNED;

        /// The state it leads to from a state, if it may be taken there.
        public Optional<State> after(@Nullable State from) {
            return switch (this) {
                case ISSUED -> when(from == null, State.OPEN);
                case REPORTED -> when(from == State.OPEN, State.REPORTED);
                case RETURNED -> when(from == State.REPORTED || from == State.PLANNED, State.OPEN);
                case CLOSED ->
                        when(
                                from == State.OPEN
                                        || from == State.REPORTED
                                        || from == State.PLANNED,
                                State.DONE);
                case PLANNED -> when(from == State.OPEN, State.PLANNED);
            };
        }

        private static Optional<State> when(boolean allowed, State to) {
            return allowed ? Optional.of(to) : Optional.empty();
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Step of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// What a decision waits for.
    public enum State {
        /// Not decided finally: the minutes are not confirmed.
        NOTED,
        OPEN,
        REPORTED,
        PLANNED,
        DONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether the office still has to ask for it.
        public boolean isOpen() {
            return this == OPEN || this == REPORTED;
        }
    }

    /// One step that a decision has taken. Never changed.
    ///
    /// @param plan the plan that took it, with [Step#PLANNED]
    /// @param adjustment the adjustment asked for, when the plan was published already
    public record Event(
            UUID id,
            UUID resolution,
            int seq,
            Step step,
            String text,
            @Nullable UUID plan,
            @Nullable UUID adjustment,
            String body,
            LocalDate on,
            Instant at) {}

    /// A decision with what happened to it and how it stands.
    ///
    /// @param meeting number and title of the meeting; as it is quoted
    public record File(
            Resolution resolution, String meeting, String caller, ResolutionCourse course) {}
}
