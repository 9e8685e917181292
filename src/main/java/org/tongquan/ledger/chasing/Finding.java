package org.tongquan.ledger.chasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that an inspection found at a party, perhaps about one commitment.
///
/// @param commitment empty when it concerns none
/// @param units ids of the bodies that have to put it right
public record Finding(
        UUID id,
        UUID inspection,
        String region,
        String party,
        String commitment,
        List<String> units,
        String text,
        String body,
        LocalDate on,
        Instant at) {
    public Finding {
        units = List.copyOf(units);
    }

    /// What happens to a finding.
    public enum Step {
        /// 发现问题
        FOUND,
        /// 整改: a responsible unit says what it put right.
        RECTIFIED,
        /// 再次整改: the re-check did not hold.
        AGAIN,
        /// 复查通过
        PASSED;

        /// The state it leads to from a state, if it may be taken there.
        public Optional<State> after(@Nullable State from) {
            return switch (this) {
                case FOUND -> when(from == null, State.AWAITING_RECTIFICATION);
                case RECTIFIED -> when(from == State.AWAITING_RECTIFICATION, State.AWAITING_CHECK);
                case AGAIN -> when(from == State.AWAITING_CHECK, State.AWAITING_RECTIFICATION);
                case PASSED -> when(from == State.AWAITING_CHECK, State.SETTLED);
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
    }

    /// What a finding waits for.
    public enum State {
        AWAITING_RECTIFICATION,
        AWAITING_CHECK,
        SETTLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// One step that a finding has taken. Never changed.
    ///
    /// @param due until when the next step was due as reckoned then
    public record Event(
            UUID id,
            UUID finding,
            int seq,
            Step step,
            String text,
            @Nullable LocalDate due,
            boolean provisional,
            String body,
            LocalDate on,
            Instant at) {}
}
