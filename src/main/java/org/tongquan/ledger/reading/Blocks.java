package org.tongquan.ledger.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.grammar.Assembly;
import org.tongquan.ledger.reading.grammar.Block;
import org.tongquan.ledger.reading.grammar.Heading;
import org.tongquan.ledger.reading.text.Line;
import org.tongquan.ledger.reading.text.Line.Role;
import org.tongquan.ledger.reading.text.PlainText;

/// Cuts the content lines at the headings, names the articles and accounts for the rest of the
// text.
final class Blocks {
    private Blocks() {}

    static List<Block> of(String text, List<Line> lines, List<Heading> headings) {
        var blocks = new ArrayList<Block>();
        int next = 0;
        Heading current = null;
        for (int k = 0; k < lines.size(); k++) {
            var line = lines.get(k);
            if (line.role() == Role.ATTACHMENT) {
                current = null;
            }
            int from = line.start();
            boolean opens = true;
            while (next < headings.size() && headings.get(next).start < line.end()) {
                var heading = headings.get(next++);
                if (line.role() == Role.CONTENT) {
                    add(blocks, text, current, k, from, heading.start, opens);
                }
                current = heading;
                from = Math.max(heading.titleEnd, heading.mark);
                opens = false;
            }
            if (line.role() == Role.CONTENT) {
                add(blocks, text, current, k, from, line.end(), opens);
            }
        }
        return blocks;
    }

    private static void add(
            List<Block> blocks,
            String text,
            @Nullable Heading heading,
            int line,
            int from,
            int to,
            boolean opens) {
        int start = from;
        while (start < to && "。： \t\n".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        if (to > start) {
            blocks.add(new Block(heading, line, start, to, opens));
        }
    }

    /// The articles in the order of the text, by heading.
    static Map<Heading, Article> articles(
            PlainText plain, List<Heading> headings, List<Line> lines) {
        var articles = new LinkedHashMap<Heading, Article>();
        int bodyEnd = 0;
        for (var line : lines) {
            if (line.role() == Role.CONTENT || line.role() == Role.ROW) {
                bodyEnd = Math.max(bodyEnd, line.end());
            }
        }
        for (int k = 0; k < headings.size(); k++) {
            var heading = headings.get(k);
            int end = Math.max(heading.titleEnd, bodyEnd);
            for (int j = k + 1; j < headings.size(); j++) {
                if (!headings.get(j).within(heading)) {
                    end = headings.get(j).start;
                    break;
                }
            }
            articles.put(heading, article(plain, heading, end));
        }
        return articles;
    }

    private static Article article(PlainText plain, Heading heading, int end) {
        String number =
                heading.mark > heading.start ? plain.verbatim(heading.start, heading.mark) : "";
        String title = "";
        if (heading.titleEnd > heading.mark) {
            title = plain.verbatim(heading.mark, heading.titleEnd).strip();
            title = title.replaceFirst("[。：．.:\\s]+$", "").replaceAll("[\\r\\n]", "");
        }
        var span = plain.origin(heading.start, Math.max(end, heading.start + 1));
        var own = plain.origin(heading.start, Math.max(heading.titleEnd, heading.start + 1));
        return new Article(
                heading.level,
                number.strip(),
                title,
                span.start(),
                span.end(),
                path(plain, heading),
                own.end());
    }

    private static String path(PlainText plain, Heading heading) {
        String own =
                heading.style == null
                        ? plain.text()
                                .substring(
                                        heading.start,
                                        Math.min(heading.titleEnd, heading.start + 12))
                        : plain.text()
                                .substring(heading.start, heading.mark)
                                .replace('（', '(')
                                .replace('）', ')')
                                .replaceAll("[、.．\\s]+$", "");
        return heading.parent == null ? own : path(plain, heading.parent) + "/" + own;
    }

    /// Everything that is no commitment: headings, lines that are not content, sentences left out.
    static List<Read.Skipped> skipped(
            PlainText plain, List<Line> lines, List<Heading> headings, List<Assembly.Left> left) {
        var result = new ArrayList<Read.Skipped>();
        for (var heading : headings) {
            if (heading.style != null) {
                add(
                        result,
                        plain,
                        heading.start,
                        Math.max(heading.mark, heading.titleEnd),
                        "heading");
            }
        }
        for (var piece : left) {
            add(result, plain, piece.start(), piece.end(), piece.rule());
        }
        for (var page : plain.pageNumbers()) {
            result.add(new Read.Skipped(page.start(), page.end(), "page-number"));
        }
        for (var line : lines) {
            String rule = rule(line.role());
            if (!rule.isEmpty()) {
                add(result, plain, line.start(), line.end(), rule);
            }
        }
        return result;
    }

    private static void add(
            List<Read.Skipped> result, PlainText plain, int start, int end, String rule) {
        if (end > start) {
            var span = plain.origin(start, end);
            result.add(new Read.Skipped(span.start(), span.end(), rule));
        }
    }

    private static String rule(Role role) {
        return switch (role) {
            case CONTENT -> "";
            case TITLE -> "title";
            case HEADLINE -> "heading";
            case DOCUMENT_NUMBER -> "document-number";
            case ADDRESSEE -> "addressee";
            case SIGNATURE -> "signature";
            case NOTE -> "note";
            case ATTACHMENT -> "attachment";
            case CONTENTS_TABLE -> "contents";
            case ROW, FLAT_TABLE -> "table";
            case SITE_CHROME -> "site-chrome";
        };
    }
}
