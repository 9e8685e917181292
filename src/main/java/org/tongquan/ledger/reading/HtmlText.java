package org.tongquan.ledger.reading;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private static final int MOST_COLUMNS = 40;
    private static final int MOST_ROWS = 500;

    /// A cell that reaches down into the next rows.
    private record Reach(String words, int rows) {}

    private final StringBuilder out = new StringBuilder();
    private final Map<Element, Map<Integer, Reach>> reaching = new IdentityHashMap<>();

    private HtmlText() {}

    static Extraction extract(String name, String html) {
        var document = Jsoup.parse(html);
        document.select(NOISE).remove();
        var text = new HtmlText();
        text.walk(document.body(), false, 0);
        text.lineEnd();
        return new SourceText(name, text.out.toString().stripLeading(), List.of());
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

    /// One line of cells; a cell that reaches down is repeated in each row it covers, so that every
    /// row has all its columns.
    private void row(Element row, int depth) {
        lineEnd();
        var table = row.closest("table");
        var open = reaching.computeIfAbsent(table == null ? row : table, _ -> new TreeMap<>());
        var cells = new ArrayList<String>();
        for (var cell : row.children()) {
            reachInto(cells, open);
            String words = words(cell, depth);
            int column = cells.size();
            cells.add(words);
            int wide = number(cell.attr("colspan"), MOST_COLUMNS);
            for (int k = 1; k < wide; k++) {
                cells.add("");
            }
            int rows = number(cell.attr("rowspan"), MOST_ROWS);
            if (rows > 1) {
                open.put(column, new Reach(words, rows - 1));
            }
        }
        reachInto(cells, open);
        out.append(String.join("\t", cells));
        lineEnd();
    }

    private static void reachInto(List<String> cells, Map<Integer, Reach> open) {
        var reach = open.get(cells.size());
        while (reach != null) {
            int column = cells.size();
            cells.add(reach.words());
            if (reach.rows() > 1) {
                open.put(column, new Reach(reach.words(), reach.rows() - 1));
            } else {
                open.remove(column);
            }
            reach = open.get(cells.size());
        }
    }

    private static String words(Element cell, int depth) {
        var inner = new HtmlText();
        for (var child : cell.childNodes()) {
            inner.walk(child, true, depth + 1);
        }
        return inner.out.toString().strip().replace('\t', ' ').replace("\n", "");
    }

    private static int number(String attribute, int most) {
        String digits = attribute.strip();
        return digits.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(digits), 1, most) : 1;
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
