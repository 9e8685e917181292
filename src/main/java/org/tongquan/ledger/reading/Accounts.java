package org.tongquan.ledger.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.tongquan.ledger.reading.text.Characters;

/// Sees to it that every character of the original that is no blank belongs to a commitment or to a
/// skipped stretch, and to one only.
final class Accounts {
    private Accounts() {}

    /// @param named stretches with the rule that skipped them, in any order
    static List<Read.Skipped> settle(
            String original, List<Commitment> commitments, List<Read.Skipped> named) {
        var taken = new BitSet(original.length());
        commitments.forEach(c -> taken.set(c.start(), c.end()));
        var result = new ArrayList<Read.Skipped>();
        for (var stretch : named) {
            free(taken, stretch, result);
        }
        rest(original, taken, result);
        result.sort(Comparator.comparingInt(Read.Skipped::start));
        return result;
    }

    /// Takes the part of a stretch that nothing else has.
    private static void free(BitSet taken, Read.Skipped stretch, List<Read.Skipped> result) {
        int from = taken.nextClearBit(stretch.start());
        while (from < stretch.end()) {
            int next = taken.nextSetBit(from);
            int to = next < 0 ? stretch.end() : Math.min(next, stretch.end());
            result.add(new Read.Skipped(from, to, stretch.rule()));
            taken.set(from, to);
            from = taken.nextClearBit(to);
        }
    }

    private static void rest(String original, BitSet taken, List<Read.Skipped> result) {
        int i = 0;
        while (i < original.length()) {
            if (taken.get(i) || isBlank(original.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            boolean words = false;
            while (end < original.length() && !taken.get(end) && !isBlank(original.charAt(end))) {
                words |= Character.isLetterOrDigit(original.charAt(end));
                end++;
            }
            result.add(new Read.Skipped(i, end, words ? "remainder" : "punctuation"));
            i = end;
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Characters.isBlank(c) || Characters.isInvisible(c);
    }
}
