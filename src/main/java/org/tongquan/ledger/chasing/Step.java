package org.tongquan.ledger.chasing;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happens to a notice, in the order of the procedure.
public enum Step {
    /// 立项、下发
    ISSUED,
    /// 签收: a responsible unit has received it.
    SIGNED,
    /// 反馈: a responsible unit answers with text.
    ANSWERED,
    /// 退回: the answer does not suffice; another is due.
    RETURNED,
    /// 复核: the answer was checked and holds.
    PASSED,
    /// 销号
    CLOSED,
    /// 重新立项: closed, and taken up again with a reason.
    REOPENED;

    /// Whether the responsible unit takes this step; all others are a supervising body's.
    public boolean isResponsibles() {
        return this == SIGNED || this == ANSWERED;
    }

    /// Whether the step needs words.
    public boolean needsText() {
        return this == ANSWERED || this == RETURNED || this == REOPENED;
    }

    /// The state it leads to from a state, if it may be taken there.
    ///
    /// @param from `null` before anything happened
    public Optional<State> after(@Nullable State from) {
        return switch (this) {
            case ISSUED -> when(from == null, State.AWAITING_RECEIPT);
            case SIGNED -> when(from == State.AWAITING_RECEIPT, State.AWAITING_ANSWER);
            case ANSWERED -> when(from == State.AWAITING_ANSWER, State.AWAITING_REVIEW);
            case RETURNED ->
                    when(
                            from == State.AWAITING_REVIEW || from == State.AWAITING_CLOSURE,
                            State.AWAITING_ANSWER);
            case PASSED -> when(from == State.AWAITING_REVIEW, State.AWAITING_CLOSURE);
            case CLOSED -> when(from == State.AWAITING_CLOSURE, State.CLOSED);
            case REOPENED -> when(from == State.CLOSED, State.AWAITING_ANSWER);
        };
    }

    private static Optional<State> when(boolean allowed, State to) {
        return allowed ? Optional.of(to) : Optional.empty();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Step of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// What a notice waits for.
    public enum State {
        AWAITING_RECEIPT,
        AWAITING_ANSWER,
        AWAITING_REVIEW,
        AWAITING_CLOSURE,
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Empty for any other word.
        public static Optional<State> find(String word) {
            for (var state : values()) {
                if (state.word().equals(word)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }
}
