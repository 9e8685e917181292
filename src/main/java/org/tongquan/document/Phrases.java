package org.tongquan.document;

import com.ibm.icu.text.BreakIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Wording and line breaks that both renderers set alike.
final class Phrases {
    /// Characters of 2号 on one line of the title.
    private static final int TITLE_CHARACTERS = 20;

    private static final String GOOD_END = "的、》）”";
    private static final String GOOD_START = "《（“关";

    /// How far a break may move away from the even one, in characters.
    private static final int MOST_MOVED = 3;

    /// A break inside a word is as bad as one so many characters away.
    private static final double WORD_COST = 4;

    private static final double FORBIDDEN = 100;

    /// The place of the closing lines.
    ///
    /// @param lines the signatories, one each
    /// @param insets characters between each signatory and the right edge
    /// @param dateInset characters between the date and the right edge
    record Closing(List<String> lines, List<Double> insets, double dateInset) {}

    private Phrases() {}

    static String day(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /// The recipients with one full-width colon.
    static String recipients(OfficialDocument document) {
        return document.recipients().strip().replaceAll("[：:]+$", "") + "：";
    }

    /// The date four characters from the right; signatories centred on it, or, where they are
    /// too long for that, one character from the right and the date centred below.
    static Closing closing(OfficialDocument document) {
        var lines =
                document.signatory().isBlank()
                        ? List.<String>of()
                        : List.of(document.signatory().split("\n"));
        double dateWidth = width(day(document.date()));
        double longest = lines.stream().mapToDouble(Phrases::width).max().orElse(0);
        double middle = Math.max(Sheet.DATE_INDENT + dateWidth / 2, 1 + longest / 2);
        var insets = new ArrayList<Double>();
        for (var line : lines) {
            insets.add(Math.max(0, middle - width(line) / 2));
        }
        return new Closing(lines, insets, middle - dateWidth / 2);
    }

    /// The list below the body: `附件：1. …`, one line each.
    static List<String> attachmentLines(OfficialDocument document) {
        var list = document.attachments();
        if (list.size() == 1) {
            return List.of("附件：" + list.getFirst().title());
        }
        var lines = new ArrayList<String>();
        for (int i = 0; i < list.size(); i++) {
            lines.add((i == 0 ? "附件：" : "") + (i + 1) + "." + list.get(i).title());
        }
        return lines;
    }

    /// `附件` or `附件2`, at the head of an attachment.
    static String attachmentMark(OfficialDocument document, int index) {
        return document.attachments().size() == 1 ? "附件" : "附件" + (index + 1);
    }

    /// The title in lines of about the same length, broken at good places.
    static List<String> titleLines(String title) {
        var lines = new ArrayList<String>();
        for (var part : title.split("\n")) {
            split(part.strip(), lines);
        }
        return lines;
    }

    private static void split(String text, List<String> lines) {
        int count = (int) Math.ceil(width(text) / TITLE_CHARACTERS);
        var rest = text;
        for (int left = count; left > 1; left--) {
            int at = breakNear(rest, width(rest) / left);
            lines.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        while (width(rest) > TITLE_CHARACTERS) {
            int at = breakNear(rest, TITLE_CHARACTERS - MOST_MOVED);
            lines.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        lines.add(rest);
    }

    private static int breakNear(String text, double wanted) {
        var words = BreakIterator.getWordInstance(Locale.SIMPLIFIED_CHINESE);
        words.setText(text);
        int best = -1;
        double bestCost = Double.MAX_VALUE;
        double width = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            width += width(text.charAt(i));
            double moved = Math.abs(width - wanted);
            if (moved > MOST_MOVED + 1 && best >= 0) {
                continue;
            }
            double cost = moved + penalty(text.charAt(i), text.charAt(i + 1));
            cost += words.isBoundary(i + 1) ? 0 : WORD_COST;
            if (cost < bestCost && width <= TITLE_CHARACTERS) {
                bestCost = cost;
                best = i + 1;
            }
        }
        return best < 1 ? Math.min(text.length(), TITLE_CHARACTERS) : best;
    }

    private static double penalty(char before, char after) {
        boolean isInWord = !Typesetter.isFull(before) && !Typesetter.isFull(after);
        if (Typesetter.NO_START.indexOf(after) >= 0
                || Typesetter.NO_END.indexOf(before) >= 0
                || isInWord && before != ' ' && after != ' '
                || Character.isSurrogate(after)) {
            return FORBIDDEN;
        }
        boolean isGood = GOOD_END.indexOf(before) >= 0 || GOOD_START.indexOf(after) >= 0;
        return isGood ? -MOST_MOVED : 0;
    }

    /// In full-width characters; a digit counts half.
    static double width(String text) {
        return text.chars().mapToDouble(c -> width((char) c)).sum();
    }

    private static double width(char c) {
        return Typesetter.isFull(c) || Character.isHighSurrogate(c)
                ? 1
                : Character.isLowSurrogate(c) ? 0 : 0.5;
    }
}
