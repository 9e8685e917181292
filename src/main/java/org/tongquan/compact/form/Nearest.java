package org.tongquan.compact.form;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The known word that somebody who wrote another one most likely meant.
public final class Nearest {
    private Nearest() {}

    /// Empty when nothing is near: more than a third of the letters, but at least two, differ.
    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .min(
                        Comparator.comparingInt((String k) -> distance(word, k))
                                .thenComparing(Comparator.naturalOrder()))
                .filter(k -> distance(word, k) <= Math.max(2, word.length() / 3));
    }

    /// The known words in the order of their distance, at most so many: for somebody to choose.
    public static List<String> ranked(String word, Collection<String> known, int most) {
        return known.stream()
                .sorted(
                        Comparator.comparingInt((String k) -> distance(word, k))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /// A sentence for people: `did you mean 'x'?` or the list of what is known.
    public static String advice(String word, Collection<String> known) {
        return to(word, known)
                .map(k -> "did you mean '" + k + "'?")
                .orElseGet(() -> known.isEmpty() ? "remove it" : "known: " + few(known));
    }

    private static final int SHOWN = 20;

    private static String few(Collection<String> known) {
        var shown = String.join(", ", known.stream().sorted().limit(SHOWN).toList());
        return known.size() > SHOWN ? shown + ", …" : shown;
    }

    /// Levenshtein distance.
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
