package org.tongquan.ledger.suggesting;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// How alike two texts read: the share of their character pairs that both have (Dice), in whole
/// per cent, cut off. Signs and spaces do not count. Pure.
final class Likeness {
    /// From this on two suggestions are shown to read alike.
    static final int ALIKE_FROM = 35;

    private static final int TWICE_WHOLE = 200;

    private Likeness() {}

    static int percent(Set<String> one, Set<String> other) {
        int all = one.size() + other.size();
        if (all == 0) {
            return 0;
        }
        long shared = one.stream().filter(other::contains).count();
        return (int) (shared * TWICE_WHOLE / all);
    }

    /// The pairs of neighbouring letters and digits.
    static Set<String> pairs(String text) {
        var signs =
                text.toLowerCase(Locale.ROOT)
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .toArray();
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < signs.length; i++) {
            pairs.add(new String(signs, i, 2));
        }
        return pairs;
    }
}
