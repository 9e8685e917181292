package org.tongquan.ledger.meeting;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happens to a meeting, and which state it leads to. Pure.
public enum Step {
    /// 动议: time, place and bodies are noted.
    CALLED,
    /// 调整: time, place or bodies change.
    CHANGED,
    /// 议程: points were added, ordered or taken out.
    AGENDA,
    /// 通知: the invitations go out.
    INVITED,
    /// 召开: the meeting has begun.
    HELD,
    /// 纪要印发: the minutes are confirmed and frozen.
    CONFIRMED,
    /// 取消
    CANCELLED;

    /// What a meeting waits for.
    public enum State {
        DRAFT,
        INVITED,
        HELD,
        CONFIRMED,
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /// Whether nothing of it may change any more.
        public boolean isFrozen() {
            return this == CONFIRMED || this == CANCELLED;
        }
    }

    /// The state it leads to from a state, if it may be taken there.
    public Optional<State> after(@Nullable State from) {
        return switch (this) {
            case CALLED -> when(from == null, State.DRAFT);
            case CHANGED ->
                    from == State.DRAFT || from == State.INVITED
                            ? Optional.of(from)
                            : Optional.empty();
            case AGENDA -> from == null || from.isFrozen() ? Optional.empty() : Optional.of(from);
            case INVITED -> when(from == State.DRAFT, State.INVITED);
            case HELD -> when(from == State.INVITED, State.HELD);
            case CONFIRMED -> when(from == State.HELD, State.CONFIRMED);
            case CANCELLED -> when(from == State.DRAFT || from == State.INVITED, State.CANCELLED);
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
