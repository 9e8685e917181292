package org.tongquan.ledger.chiefs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A problem that a visit found, handed to a unit.
///
/// @param unit whom it was handed to first; the events say who has it now
public record Matter(
        UUID id,
        UUID charge,
        UUID visit,
        String region,
        String party,
        String unit,
        String text,
        String body,
        LocalDate on,
        Instant at) {

    /// What happens to a problem.
    public enum Step {
        /// 发现并交办
        FOUND,
        /// 签收
        RECEIVED,
        /// 反馈
        ANSWERED,
        /// 退回: the answer did not hold.
        RETURNED,
        /// 转办: another unit has it from now on.
        MOVED,
        /// 发督办单: it became a notice as well.
        NOTICED,
        /// 销号
        CLOSED;

        /// The state it leads to from a state, if it may be taken there.
        public Optional<State> after(@Nullable State from) {
            boolean units = from == State.AWAITING_RECEIPT || from == State.AWAITING_ANSWER;
            return switch (this) {
                case FOUND -> when(from == null, State.AWAITING_RECEIPT);
                case RECEIVED -> when(from == State.AWAITING_RECEIPT, State.AWAITING_ANSWER);
                case ANSWERED -> when(units, State.AWAITING_CHECK);
                case RETURNED -> when(from == State.AWAITING_CHECK, State.AWAITING_ANSWER);
                case MOVED -> when(units, State.AWAITING_RECEIPT);
                case NOTICED -> units ? Optional.ofNullable(from) : Optional.empty();
                case CLOSED -> when(from == State.AWAITING_CHECK, State.CLOSED);
            };
        }

        private static Optional<State> when(boolean allowed, State to) {
            return allowed ? Optional.of(to) : Optional.empty();
        }

        /// Whether the unit begins anew and has its whole term again.
        boolean startsTerm() {
            return this == FOUND || this == RETURNED || this == MOVED;
        }

        boolean needsText() {
            return this == ANSWERED || this == RETURNED || this == MOVED;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Step of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// What a problem waits for.
    public enum State {
        AWAITING_RECEIPT,
        AWAITING_ANSWER,
        AWAITING_CHECK,
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// One step. Never changed.
    ///
    /// @param unit who has the problem after it
    /// @param within workdays of the term that begins with it; 0 where none does
    /// @param rule id of the rule that the term is from; empty without
    /// @param due last day of the term as reckoned then
    /// @param notice the notice it became; null but for [Step#NOTICED]
    public record Event(
            UUID id,
            UUID matter,
            int seq,
            Step step,
            String text,
            String unit,
            int within,
            String rule,
            @Nullable LocalDate due,
            boolean provisional,
            @Nullable UUID notice,
            List<Visit.Photo> files,
            String body,
            LocalDate on,
            Instant at) {
        public Event {
            files = List.copyOf(files);
        }
    }
}
