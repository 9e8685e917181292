package org.tongquan.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongquan.settlement.Verdict.Denied;
import org.tongquan.settlement.Verdict.Entered;
import org.tongquan.settlement.Verdict.Line;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Instruction.Move;
import org.tongquan.settlement.posting.Instruction.Release;
import org.tongquan.settlement.posting.Instruction.Reserve;
import org.tongquan.settlement.posting.Instruction.Reverse;
import org.tongquan.settlement.posting.Instruction.Settle;
import org.tongquan.settlement.posting.Instruction.TimeOut;
import org.tongquan.settlement.posting.Kind;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.PostingId;
import org.tongquan.settlement.posting.Recorded.Reason;
import org.tongquan.settlement.posting.Unit;

/// The rule: what an instruction does to the accounts, or why it does nothing. No clock, no
/// database: the same instructions on the same standings always end the same. Each instruction sees
/// what those before it did.
final class Books {
    static final int FEWEST_LEGS = 2;
    static final int MOST_LEGS = 100;
    static final int LONGEST_KEY = 120;
    static final int LONGEST_TEXT = 200;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_ACCORD = 80;
    private static final int LONGEST_VERSION = 100;
    private static final String IN_KEYS = "._:/#@+=-";

    private final Map<String, Standing> standings;
    private final Map<PostingId, Kept> kept;
    private final Instant now;
    private final Set<PostingId> ended = new HashSet<>();

    /// @param standings of every account that an instruction may touch; changed as they are posted
    /// @param kept every posting that an instruction ends or reverses
    /// @param now the moment of recording
    Books(Map<String, Standing> standings, Map<PostingId, Kept> kept, Instant now) {
        this.standings = standings;
        this.kept = kept;
        this.now = now;
    }

    /// All of them or none: when one is denied, the others are too, as [Reason#LINKED].
    List<Verdict> post(List<Instruction> linked) {
        var trial = new Trial();
        var verdicts = new ArrayList<Verdict>(linked.size());
        for (var instruction : linked) {
            var verdict = trial.apply(instruction);
            if (verdict instanceof Denied denied) {
                return denyAll(linked, verdicts.size(), denied);
            }
            verdicts.add(verdict);
        }
        standings.putAll(trial.after);
        ended.addAll(trial.ends);
        return verdicts;
    }

    private static List<Verdict> denyAll(List<Instruction> linked, int at, Denied denied) {
        var verdicts = new ArrayList<Verdict>(linked.size());
        for (int i = 0; i < linked.size(); i++) {
            verdicts.add(i == at ? denied : new Denied(Reason.LINKED, linked.get(at).key()));
        }
        return verdicts;
    }

    /// A movement on its way into the books.
    private record Part(String account, long amount, long reserved, String text) {}

    /// What linked instructions do so far.
    private final class Trial {
        private final Map<String, Standing> after = new HashMap<>();
        private final Set<PostingId> ends = new HashSet<>();

        Verdict apply(Instruction instruction) {
            var fault = fault(instruction);
            if (fault != null) {
                return fault;
            }
            try {
                return switch (instruction) {
                    case Move move -> start(move, Kind.MOVED, move.legs(), null);
                    case Reserve reserve -> reserve(reserve);
                    case Settle settle -> settle(settle);
                    case Release release ->
                            end(release, release.pending(), Kind.RELEASED, List.of());
                    case TimeOut over -> end(over, over.pending(), Kind.TIMED_OUT, List.of());
                    case Reverse reverse -> reverse(reverse);
                };
            } catch (ArithmeticException _) {
                return new Denied(Reason.OVERFLOW, instruction.key());
            }
        }

        private Verdict reserve(Reserve reserve) {
            if (reserve.until() != null && !reserve.until().isAfter(now)) {
                return new Denied(Reason.ENDS_TOO_EARLY, reserve.until().toString());
            }
            return start(reserve, Kind.PENDING, reserve.legs(), reserve.until());
        }

        private Verdict start(Instruction of, Kind kind, List<Leg> legs, @Nullable Instant until) {
            var fault = faultOf(legs);
            if (fault != null) {
                return fault;
            }
            var parts = new ArrayList<Part>(legs.size());
            for (var leg : legs) {
                parts.add(
                        kind == Kind.PENDING
                                ? new Part(leg.account(), 0, leg.amount(), leg.text())
                                : new Part(leg.account(), leg.amount(), 0, leg.text()));
            }
            return enter(of, kind, parts, null, until);
        }

        private @Nullable Denied faultOf(List<Leg> legs) {
            if (legs.size() < FEWEST_LEGS) {
                return new Denied(Reason.TOO_FEW_LEGS, "");
            }
            if (legs.size() > MOST_LEGS) {
                return new Denied(Reason.TOO_MANY_LEGS, "");
            }
            var sums = new EnumMap<Unit, Long>(Unit.class);
            for (var leg : legs) {
                var standing = standing(leg.account());
                if (standing == null) {
                    return new Denied(Reason.UNKNOWN_ACCOUNT, leg.account());
                }
                if (leg.amount() == 0) {
                    return new Denied(Reason.EMPTY_LEG, leg.account());
                }
                if (leg.text().length() > LONGEST_TEXT || leg.text().indexOf('\0') >= 0) {
                    return new Denied(Reason.BAD_TEXT, leg.account());
                }
                // what is moved can be moved back
                Math.negateExact(leg.amount());
                sums.merge(standing.account().unit(), leg.amount(), Math::addExact);
            }
            return unbalanced(sums);
        }

        private static @Nullable Denied unbalanced(Map<Unit, Long> sums) {
            for (var sum : sums.entrySet()) {
                if (sum.getValue() != 0) {
                    return new Denied(
                            Reason.UNBALANCED,
                            sum.getKey().format(sum.getValue()) + " " + sum.getKey().code());
                }
            }
            return null;
        }

        private Verdict settle(Settle settle) {
            var pending = kept.get(settle.pending());
            if (pending == null || settle.amounts().isEmpty()) {
                return end(settle, settle.pending(), Kind.SETTLED, null);
            }
            if (settle.amounts().size() != pending.legs().size()) {
                return new Denied(Reason.WRONG_PART, pending.id().toString());
            }
            var sums = new EnumMap<Unit, Long>(Unit.class);
            boolean something = false;
            for (int i = 0; i < pending.legs().size(); i++) {
                var leg = pending.legs().get(i);
                long amount = settle.amounts().get(i);
                if (!isPart(amount, leg.reserved())) {
                    return new Denied(Reason.WRONG_PART, leg.account());
                }
                something |= amount != 0;
                var standing = standing(leg.account());
                if (standing == null) {
                    return new Denied(Reason.UNKNOWN_ACCOUNT, leg.account());
                }
                sums.merge(standing.account().unit(), amount, Math::addExact);
            }
            if (!something) {
                return new Denied(Reason.WRONG_PART, pending.id().toString());
            }
            var fault = unbalanced(sums);
            return fault != null
                    ? fault
                    : end(settle, settle.pending(), Kind.SETTLED, settle.amounts());
        }

        private static boolean isPart(long amount, long reserved) {
            return reserved > 0
                    ? amount >= 0 && amount <= reserved
                    : amount <= 0 && amount >= reserved;
        }

        /// @param amounts what is moved of each leg; empty for nothing, null for all
        private Verdict end(Instruction of, PostingId id, Kind kind, @Nullable List<Long> amounts) {
            var pending = kept.get(id);
            if (pending == null) {
                return new Denied(Reason.UNKNOWN_POSTING, id.toString());
            }
            if (pending.kind() != Kind.PENDING) {
                return new Denied(Reason.NOT_PENDING, id.toString());
            }
            boolean over = pending.until() != null && !now.isBefore(pending.until());
            if (isEnded(pending) || (over && kind != Kind.TIMED_OUT)) {
                return new Denied(Reason.ENDED, id.toString());
            }
            if (kind == Kind.TIMED_OUT && !(over && of.note().eventAt().equals(pending.until()))) {
                return new Denied(Reason.ENDS_TOO_EARLY, id.toString());
            }
            var parts = new ArrayList<Part>(pending.legs().size());
            for (int i = 0; i < pending.legs().size(); i++) {
                var leg = pending.legs().get(i);
                long amount =
                        amounts == null ? leg.reserved() : amounts.isEmpty() ? 0 : amounts.get(i);
                parts.add(new Part(leg.account(), amount, Math.negateExact(leg.reserved()), ""));
            }
            return enter(of, kind, parts, id, null);
        }

        private Verdict reverse(Reverse reverse) {
            var original = kept.get(reverse.original());
            var shown = reverse.original().toString();
            if (original == null) {
                return new Denied(Reason.UNKNOWN_POSTING, shown);
            }
            if (original.kind() == Kind.PENDING || isEnded(original)) {
                return new Denied(
                        original.kind() == Kind.PENDING
                                ? Reason.NOT_REVERSIBLE
                                : Reason.REVERSED_BEFORE,
                        shown);
            }
            var parts = new ArrayList<Part>(original.legs().size());
            for (var leg : original.legs()) {
                if (leg.amount() != 0) {
                    parts.add(new Part(leg.account(), Math.negateExact(leg.amount()), 0, ""));
                }
            }
            return parts.isEmpty()
                    ? new Denied(Reason.NOT_REVERSIBLE, shown)
                    : enter(reverse, Kind.REVERSAL, parts, reverse.original(), null);
        }

        private boolean isEnded(Kept posting) {
            return posting.ended() || ended.contains(posting.id()) || ends.contains(posting.id());
        }

        private Verdict enter(
                Instruction of,
                Kind kind,
                List<Part> parts,
                @Nullable PostingId related,
                @Nullable Instant until) {
            var lines = new ArrayList<Line>(parts.size());
            var own = new LinkedHashMap<String, Standing>();
            for (var part : parts) {
                var before = own.getOrDefault(part.account(), standing(part.account()));
                if (before == null) {
                    return new Denied(Reason.UNKNOWN_ACCOUNT, part.account());
                }
                var then = step(before, kind, part).requireFit();
                own.put(part.account(), then);
                lines.add(new Line(part.amount(), part.reserved(), part.text(), then));
            }
            // what ends a pending moves no more than it reserved: the limits were kept then
            if (kind == Kind.MOVED || kind == Kind.PENDING || kind == Kind.REVERSAL) {
                for (var standing : own.values()) {
                    if (standing.isBelowLeast()) {
                        return new Denied(Reason.BELOW_LEAST, standing.id());
                    }
                    if (standing.isAboveMost()) {
                        return new Denied(Reason.ABOVE_MOST, standing.id());
                    }
                }
            }
            after.putAll(own);
            if (related != null) {
                ends.add(related);
            }
            return new Entered(of, kind, lines, related, until);
        }

        private @Nullable Standing standing(String account) {
            var changed = after.get(account);
            return changed != null ? changed : standings.get(account);
        }
    }

    private static Standing step(Standing before, Kind kind, Part part) {
        return switch (kind) {
            case MOVED, REVERSAL -> before.moved(part.amount());
            case PENDING -> before.reserved(part.reserved());
            case SETTLED, RELEASED, TIMED_OUT ->
                    before.ended(Math.negateExact(part.reserved()), part.amount());
        };
    }

    private static @Nullable Denied fault(Instruction instruction) {
        var key = instruction.key();
        if (!isKey(key) || key.startsWith(TimeOut.KEYS) != instruction instanceof TimeOut) {
            return new Denied(Reason.BAD_KEY, "");
        }
        var note = instruction.note();
        if (!isWord(note.purpose())) {
            return new Denied(Reason.BAD_PURPOSE, key);
        }
        var basis = note.basis();
        if (basis != null
                && (basis.accord().isEmpty()
                        || basis.accord().length() > LONGEST_ACCORD
                        || basis.version().isEmpty()
                        || basis.version().length() > LONGEST_VERSION)) {
            return new Denied(Reason.BAD_BASIS, key);
        }
        return null;
    }

    /// Letters, digits and a few signs. By hand, because it is asked of every posting.
    private static boolean isKey(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            return false;
        }
        return key.chars().allMatch(c -> Character.isLetterOrDigit(c) || IN_KEYS.indexOf(c) >= 0);
    }

    /// As [Account#WORD].
    private static boolean isWord(String word) {
        if (word.isEmpty() || word.length() > LONGEST_WORD || word.charAt(0) == '-') {
            return false;
        }
        return word.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
