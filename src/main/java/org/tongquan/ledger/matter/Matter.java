package org.tongquan.ledger.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A major matter as it was reported. Never changed.
///
/// @param party member it concerns; empty when a body of the whole region reports it
/// @param happened what happened
/// @param needed what is asked for
/// @param terms as the rule gave them when it was reported
/// @param simulated whether it was reported while made-up reports were kept
/// @param bodies ids of those it was forwarded to
public record Matter(
        UUID id,
        String region,
        String party,
        String title,
        String happened,
        String needed,
        boolean urgent,
        Terms terms,
        String body,
        LocalDate on,
        Instant at,
        boolean simulated,
        List<String> bodies) {
    public Matter {
        bodies = List.copyOf(bodies);
    }

    /// @param rule id of the rule set
    /// @param acknowledge workdays to acknowledge it
    /// @param settle workdays to settle it after that
    public record Terms(String rule, int acknowledge, int settle) {}

    /// What happens to a matter.
    public enum Step {
        /// 报告
        REPORTED,
        /// 续报: who reported adds something.
        ADDED,
        /// 接收
        ACKNOWLEDGED,
        /// 转办、报送: to further bodies.
        FORWARDED,
        /// 答复意见: of a body it was forwarded to.
        ANSWERED,
        /// 办结答复
        CLOSED;

        /// The state it leads to from a state, if it may be taken there.
        public Optional<State> after(@Nullable State from) {
            return switch (this) {
                case REPORTED -> when(from == null, State.WAITING);
                case ADDED ->
                        from == State.WAITING || from == State.IN_HAND
                                ? Optional.of(from)
                                : Optional.empty();
                case ACKNOWLEDGED -> when(from == State.WAITING, State.IN_HAND);
                case FORWARDED, ANSWERED -> when(from == State.IN_HAND, State.IN_HAND);
                case CLOSED -> when(from == State.IN_HAND, State.CLOSED);
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

    /// What a matter waits for.
    public enum State {
        WAITING,
        IN_HAND,
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// One step that a matter has taken. Never changed.
    ///
    /// @param bodies whom it was forwarded to with this step
    /// @param due until when the next step was due as reckoned then
    public record Event(
            UUID id,
            UUID matter,
            int seq,
            Step step,
            String text,
            List<String> bodies,
            @Nullable LocalDate due,
            boolean provisional,
            String body,
            LocalDate on,
            Instant at) {
        public Event {
            bodies = List.copyOf(bodies);
        }
    }

    /// A file handed in with it, without its content.
    ///
    /// @param size in bytes
    /// @param sha256 lower-case hexadecimal
    public record Attached(UUID id, String name, int size, String sha256) {}

    /// A matter with what happened to it and how it stands.
    public record File(Matter matter, Course course, List<Attached> attached) {
        public File {
            attached = List.copyOf(attached);
        }
    }
}
