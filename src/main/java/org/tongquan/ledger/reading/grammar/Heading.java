package org.tongquan.ledger.reading.grammar;

import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Article;
import org.tongquan.ledger.reading.text.Numbering;

/// A heading in the normalised text: number token, title, place in the tree.
public final class Heading {
    public final Article.Level level;
    public final Numbering.@Nullable Style style;
    public final int number;
    public final int start;

    /// Behind the number token; equals `start` for an unnumbered headline.
    public final int mark;

    public final @Nullable Heading parent;

    /// Behind the title; equals `mark` when the number is followed by a sentence at once.
    public int titleEnd;

    public boolean children;

    public Heading(
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

    public String title(String text) {
        int from = mark;
        int to = titleEnd;
        while (to > from && "。：， \n".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to).strip();
    }

    /// How many headings lead here, itself counted.
    public int depth() {
        int depth = 0;
        for (Heading h = this; h != null; h = h.parent) {
            depth++;
        }
        return depth;
    }

    /// Whether this heading is `other` or stands below it.
    public boolean within(Heading other) {
        for (Heading h = this; h != null; h = h.parent) {
            if (h == other) {
                return true;
            }
        }
        return false;
    }
}
