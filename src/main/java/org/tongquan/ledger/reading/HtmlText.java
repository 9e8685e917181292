package org.tongquan.ledger.reading;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Takes the text out of a page: one line per paragraph, one line with tabs per table row; scripts,
/// styles and navigation are left out.
final class HtmlText {
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "br",
                    "li",
                    "ul",
                    "ol",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "tr",
                    "table",
                    "tbody",
                    "section",
                    "article",
                    "blockquote",
                    "dd",
                    "dt",
                    "hr",
                    "pre");
    private static final String NOISE =
            "script, style, noscript, template, nav, header nav, footer, iframe, form, select, "
                    + "button, svg, [hidden]";
    private static final int DEEPEST = 400;

    private final StringBuilder out = new StringBuilder();

    private HtmlText() {}

    static Extraction extract(String name, String html) {
        var document = Jsoup.parse(html);
        document.select(NOISE).remove();
        var text = new HtmlText();
        text.walk(document.body(), false, 0);
        return new SourceText(name, text.out.toString().strip() + "\n", List.of());
    }

    private void walk(Node node, boolean cell, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node instanceof TextNode words) {
            append(words.getWholeText(), cell);
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        String tag = element.normalName();
        if (tag.equals("tr") && isData(element)) {
            row(element, depth);
            return;
        }
        boolean block = BLOCKS.contains(tag) || tag.equals("td") || tag.equals("th");
        if (block) {
            lineEnd();
        }
        for (var child : element.childNodes()) {
            walk(child, cell, depth + 1);
        }
        if (block) {
            lineEnd();
        }
    }

    /// A row of data, not of layout: two cells or more, no table inside, no long running text.
    private static boolean isData(Element row) {
        var cells = row.children();
        if (cells.size() < 2 || !row.select("table").isEmpty()) {
            return false;
        }
        return cells.stream().noneMatch(c -> c.select("p").size() > 12);
    }

    private void row(Element row, int depth) {
        lineEnd();
        boolean first = true;
        for (var cell : row.children()) {
            if (!first) {
                out.append('\t');
            }
            first = false;
            var inner = new HtmlText();
            for (var child : cell.childNodes()) {
                inner.walk(child, true, depth + 1);
            }
            out.append(inner.out.toString().strip().replace('\t', ' ').replace("\n", ""));
        }
        lineEnd();
    }

    private void append(String words, boolean cell) {
        boolean blank = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
            if (!space) {
                out.append(c);
            } else if (!blank) {
                out.append(' ');
            }
            blank = space;
        }
    }

    private void lineEnd() {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        if (end > 0 && out.charAt(end - 1) != '\n') {
            out.append('\n');
        }
    }
}
