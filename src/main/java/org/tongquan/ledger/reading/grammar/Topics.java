package org.tongquan.ledger.reading.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.grammar.Sentences.Kind;
import org.tongquan.ledger.reading.grammar.Sentences.Piece;
import org.tongquan.ledger.reading.text.Characters;
import org.tongquan.ledger.reading.text.Words;

/// Finds the topic sentence: short, one clause, at the head of a paragraph that restates it. How
/// surely a short sentence is one depends on the other paragraphs under the same heading.
public final class Topics {
    private static final int LONGEST = 30;
    private static final int LONGEST_ALONE = 20;
    private static final Pattern DETAILS = Pattern.compile("^(?:其中|具体来说|具体而言|一方面|要)");

    private static final Pattern EFFECT = Pattern.compile("(?:充分|切实)?发挥[^，；]{4,24}作用。");

    /// Paragraphs under one heading: all, those that open a line, those that look topical.
    private static final class Style {
        int blocks;
        int opening;
        int topical;
    }

    private final String text;
    private final boolean policy;
    private final List<Block> blocks;
    private final List<List<Piece>> pieces;
    private final Map<@Nullable Heading, Style> styles = new HashMap<>();

    public Topics(String text, boolean policy, List<Block> blocks, List<List<Piece>> pieces) {
        this.text = text;
        this.policy = policy;
        this.blocks = blocks;
        this.pieces = pieces;
        for (int b = 0; b < blocks.size(); b++) {
            count(b);
        }
    }

    private void count(int b) {
        var style = styles.computeIfAbsent(blocks.get(b).heading(), _ -> new Style());
        style.blocks++;
        if (!blocks.get(b).opensLine() || pieces.get(b).isEmpty()) {
            return;
        }
        style.opening++;
        var first = pieces.get(b).getFirst();
        boolean topical =
                first.end() - first.start() <= LONGEST
                        && text.substring(first.start(), first.end()).indexOf('，') < 0
                        && isFollowed(b);
        style.topical += topical ? 1 : 0;
    }

    public boolean isTopic(int b, int k, String own) {
        var block = blocks.get(b);
        boolean figures =
                own.substring(bodyStart(own)).chars().anyMatch(c -> Characters.isDigit((char) c));
        if (k != 0 || !own.endsWith("。") || own.length() > LONGEST || figures || !isFollowed(b)) {
            return false;
        }
        if (EFFECT.matcher(own).matches()) {
            return true;
        }
        var style = styles.getOrDefault(block.heading(), new Style());
        if (!block.opensLine()) {
            boolean alike = style.topical > 0 && style.topical * 2 >= style.opening;
            return own.indexOf('，') < 0 && alike;
        }
        if (own.indexOf('，', bodyStart(own)) >= 0) {
            return !policy && DETAILS.matcher(second(b)).find();
        }
        return style.blocks > 1 || !policy || own.length() <= LONGEST_ALONE;
    }

    private static int bodyStart(String own) {
        Matcher label = Words.LEAD_LABEL.matcher(own);
        Matcher reported = Words.REPORTED.matcher(own);
        return label.find() ? label.end() : reported.find() ? reported.end() : 0;
    }

    /// Whether another sentence comes right behind the first.
    private boolean isFollowed(int b) {
        var list = pieces.get(b);
        return list.size() > 1
                && list.get(0).kind() == Kind.SENTENCE
                && list.get(1).kind() == Kind.SENTENCE;
    }

    private String second(int b) {
        var piece = pieces.get(b).get(1);
        return text.substring(piece.start(), piece.end());
    }
}
