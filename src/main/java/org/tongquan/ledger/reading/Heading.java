package org.tongquan.ledger.reading;

import org.jspecify.annotations.Nullable;

/// A heading in the normalised text: number token, title, place in the tree.
final class Heading {
    final Article.Level level;
    final Numbering.@Nullable Style style;
    final int number;
    final int start;

    /// Behind the number token; equals `start` for an unnumbered headline.
    final int mark;

    final @Nullable Heading parent;

    /// Behind the title; equals `mark` when the number is followed by a sentence at once.
    int titleEnd;

    boolean children;

    Heading(
            Article.Level level,
            Numbering.@Nullable Token token,
            int start,
            int mark,
            @Nullable Heading parent) {
        this.level = level;
        this.style = token == null ? null : token.style();
        this.number = token == null ? 0 : token.number();
        this.start = start;
        this.mark = mark;
        this.titleEnd = mark;
        this.parent = parent;
    }

    String title(String text) {
        int from = mark;
        int to = titleEnd;
        while (to > from && "。：， \n".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to).strip();
    }

    /// Whether this heading is `other` or stands below it.
    boolean within(Heading other) {
        for (Heading h = this; h != null; h = h.parent) {
            if (h == other) {
                return true;
            }
        }
        return false;
    }
}
