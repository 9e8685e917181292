package org.tongquan.ledger.reading.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A dictionary as a tree of characters: the longest entry that starts at a place is found in one
/// walk.
public final class WordTree<T> {
    private static final class Node<T> {
        final Map<Character, Node<T>> next = new HashMap<>(2);
        @Nullable T value;
    }

    /// An entry found in a text.
    public record Hit<T>(int start, int end, T value) {}

    private final Node<T> root = new Node<>();

    /// The first value entered under a word stays.
    public void put(String word, T value) {
        if (word.isEmpty()) {
            return;
        }
        var node = root;
        for (int i = 0; i < word.length(); i++) {
            node = node.next.computeIfAbsent(word.charAt(i), _ -> new Node<>());
        }
        if (node.value == null) {
            node.value = value;
        }
    }

    public boolean contains(String word) {
        var hit = longest(word, 0);
        return hit != null && hit.end() == word.length();
    }

    /// The longest entry that starts at `from`, or null.
    public @Nullable Hit<T> longest(CharSequence text, int from) {
        var node = root;
        Hit<T> best = null;
        for (int i = from; i < text.length(); i++) {
            node = node.next.get(text.charAt(i));
            if (node == null) {
                break;
            }
            if (node.value != null) {
                best = new Hit<>(from, i + 1, node.value);
            }
        }
        return best;
    }
}
