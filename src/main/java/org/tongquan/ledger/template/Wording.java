package org.tongquan.ledger.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongquan.document.Block;

/// The text of a template, line by line: what its lines are, what is wrong with them, and the
/// blocks they give once filled in. Pure.
///
/// Each line that is not blank is a paragraph; a line that begins with `一、`, `（一）`, `1.` or
/// `（1）` is a heading of its level; `//` begins a comment; `标题：` at the front names the document.
public final class Wording {
    public static final int MOST_TEXT = 20_000;

    private static final String TITLE = "标题：";
    private static final Pattern WORD = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern INSERT = Pattern.compile("\\[\\[([^\\[\\]]*)]]");
    private static final List<Pattern> HEADINGS =
            List.of(
                    Pattern.compile("^[一二三四五六七八九十]{1,3}、.*"),
                    Pattern.compile("^（[一二三四五六七八九十]{1,3}）.*"),
                    Pattern.compile("^[0-9]{1,2}[.．].*"),
                    Pattern.compile("^（[0-9]{1,2}）.*"));

    private final TemplateKind kind;
    private final List<Line> lines;

    /// @param number as an editor counts
    private record Line(int number, String text) {}

    private Wording(TemplateKind kind, List<Line> lines) {
        this.kind = kind;
        this.lines = lines;
    }

    public static Wording of(TemplateKind kind, String text) {
        var lines = new ArrayList<Line>();
        int number = 0;
        for (var line : text.split("\\R", -1)) {
            number++;
            var plain = line.strip();
            if (!plain.isEmpty() && !plain.startsWith("//")) {
                lines.add(new Line(number, plain));
            }
        }
        return new Wording(kind, List.copyOf(lines));
    }

    /// Everything that is wrong, in the order of the lines.
    public List<TemplateFault> faults() {
        var faults = new ArrayList<TemplateFault>();
        var used = new HashSet<String>();
        if (lines.stream().allMatch(l -> l.text().startsWith(TITLE))) {
            faults.add(new TemplateFault(0, TemplateFault.What.EMPTY, ""));
        }
        if (lines.stream().mapToInt(l -> l.text().length()).sum() > MOST_TEXT) {
            faults.add(
                    new TemplateFault(0, TemplateFault.What.TOO_LONG, Integer.toString(MOST_TEXT)));
        }
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.text().startsWith(TITLE) && (i > 0 || !mayNameItself())) {
                faults.add(new TemplateFault(line.number(), TemplateFault.What.TITLE, ""));
            }
            words(line, faults, used);
            insert(line, faults, used);
        }
        missing(faults, used);
        return List.copyOf(faults);
    }

    /// Reports are named when they are issued.
    private boolean mayNameItself() {
        return kind != TemplateKind.HALF_YEAR && kind != TemplateKind.ANNUAL;
    }

    private void words(Line line, List<TemplateFault> faults, Set<String> used) {
        var known = Vocabulary.words(kind);
        var found = WORD.matcher(line.text());
        while (found.find()) {
            var name = found.group(1).strip();
            used.add(name);
            if (known.stream().noneMatch(e -> e.name().equals(name))) {
                var near = Vocabulary.nearest(known, name).orElse("");
                var what = TemplateFault.What.UNKNOWN_WORD;
                faults.add(new TemplateFault(line.number(), what, name, near));
            }
        }
        var rest = WORD.matcher(line.text()).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            faults.add(new TemplateFault(line.number(), TemplateFault.What.OPEN_WORD, rest));
        }
    }

    private void insert(Line line, List<TemplateFault> faults, Set<String> used) {
        if (!line.text().contains("[[") && !line.text().contains("]]")) {
            return;
        }
        var found = INSERT.matcher(line.text());
        if (!found.matches()) {
            faults.add(new TemplateFault(line.number(), TemplateFault.What.NOT_ALONE, line.text()));
            return;
        }
        var name = insertName(found.group(1));
        used.add(name);
        var known = Vocabulary.inserts(kind);
        if (known.stream().noneMatch(e -> e.name().equals(name))) {
            var near = Vocabulary.nearest(known, name).orElse("");
            var what = TemplateFault.What.UNKNOWN_INSERT;
            faults.add(new TemplateFault(line.number(), what, name, near));
        }
    }

    /// A colon of either width.
    private static String insertName(String written) {
        return written.strip().replace(':', '：');
    }

    private void missing(List<TemplateFault> faults, Set<String> used) {
        Vocabulary.words(kind).stream()
                .filter(e -> e.needed() && !used.contains(e.name()))
                .map(e -> "{{" + e.name() + "}}")
                .forEach(e -> faults.add(new TemplateFault(0, TemplateFault.What.MISSING, e)));
        Vocabulary.inserts(kind).stream()
                .filter(e -> e.needed() && !used.contains(e.name()))
                .map(e -> "[[" + e.name() + "]]")
                .forEach(e -> faults.add(new TemplateFault(0, TemplateFault.What.MISSING, e)));
    }

    /// The title with its words filled in; empty when the template names none.
    public String title(Filling filling) {
        return lines.stream()
                .map(Line::text)
                .filter(t -> t.startsWith(TITLE))
                .map(t -> filled(t.substring(TITLE.length()).strip(), filling))
                .findFirst()
                .orElse("");
    }

    /// The blocks of the body. What the filling does not know stays as it was written.
    public List<Block> body(Filling filling) {
        var blocks = new ArrayList<Block>();
        for (var line : lines) {
            if (line.text().startsWith(TITLE)) {
                continue;
            }
            var insert = INSERT.matcher(line.text());
            if (insert.matches() && filling.knows(insertName(insert.group(1)))) {
                blocks.addAll(filling.blocks(insertName(insert.group(1))));
                continue;
            }
            var text = filled(line.text(), filling);
            int level = level(line.text());
            blocks.add(level == 0 ? new Block.Paragraph(text) : new Block.Heading(level, text));
        }
        return blocks;
    }

    /// What a template writes as a heading is one; what is filled in never makes one.
    private static int level(String text) {
        for (int i = 0; i < HEADINGS.size(); i++) {
            if (HEADINGS.get(i).matcher(text).matches()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static String filled(String text, Filling filling) {
        return WORD.matcher(text)
                .replaceAll(
                        found ->
                                java.util.regex.Matcher.quoteReplacement(
                                        filling.word(found.group(1).strip())
                                                .orElse(found.group())));
    }
}
