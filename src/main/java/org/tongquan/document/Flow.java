package org.tongquan.document;

import java.io.IOException;
import java.util.List;
import org.tongquan.document.Block.Chart;
import org.tongquan.document.Block.Heading;
import org.tongquan.document.Block.PageBreak;
import org.tongquan.document.Block.Paragraph;
import org.tongquan.document.Block.Table;
import org.tongquan.document.Typesetter.Form;

/// Lets the elements of a document flow down the pages, one after the other.
final class Flow {
    /// Lines between the red rule and the title, and between body and signatory.
    private static final int TITLE_GAP = 2;

    private static final int CLOSING_GAP = 2;

    /// More attachments or signatories than these are not kept on one page.
    private static final int MOST_KEPT = 6;

    private final Pages pages;
    private final Typesetter typesetter;
    private final Typefaces typefaces;
    private final OfficialDocument document;

    /// Where the next line begins on the page.
    private float y;

    Flow(Pages pages, Typesetter typesetter, Typefaces typefaces, OfficialDocument document) {
        this.pages = pages;
        this.typesetter = typesetter;
        this.typefaces = typefaces;
        this.document = document;
    }

    void run() throws IOException {
        masthead();
        title(document.title());
        if (!document.recipients().isBlank()) {
            y += Sheet.LINE;
            lines(body(Phrases.recipients(document), Face.FANGSONG, 0), 0);
        }
        blocks(document.body(), closingLines());
        closing();
        for (int i = 0; i < document.attachments().size(); i++) {
            attachment(i);
        }
        if (document.imprint().isShown()) {
            new ImprintFlow(pages, typesetter, document.imprint()).draw(y);
        }
    }

    private void masthead() throws IOException {
        for (int i = 0; i < document.marks().size(); i++) {
            var mark = line(document.marks().get(i), Face.HEI);
            pages.slot(mark, 0, i * Sheet.LINE, Sheet.BODY_SIZE);
        }
        float bottom = document.marks().size() * Sheet.LINE;
        if (!document.issuerHeading().isBlank()) {
            bottom = issuer();
        } else if (document.number().isBlank()) {
            y = snapped(bottom);
            return;
        }
        float gap = TITLE_GAP * Sheet.LINE + Sheet.BODY_SIZE + Sheet.RULE_GAP;
        y = Math.round((bottom + gap) / Sheet.LINE) * Sheet.LINE;
        float top = y - Sheet.RULE_GAP - Sheet.BODY_SIZE;
        var number = line(document.number(), Face.FANGSONG);
        if (document.approver().isBlank()) {
            float middle = (Sheet.TYPE_WIDTH - number.width()) / 2;
            pages.show(number, middle, top, Sheet.BODY_SIZE);
        } else {
            pages.show(number, Sheet.CELL, top, Sheet.BODY_SIZE);
            var name = line(document.approver(), Face.KAI);
            var label = line("签发人：", Face.FANGSONG);
            float x = Sheet.TYPE_WIDTH - Sheet.CELL - name.width();
            pages.show(name, x, top, Sheet.BODY_SIZE);
            pages.show(label, x - label.width(), top, Sheet.BODY_SIZE);
        }
        pages.rule(0, y, Sheet.TYPE_WIDTH, y, Sheet.RED_RULE, Sheet.RED);
        y += TITLE_GAP * Sheet.LINE;
    }

    /// As large as one line allows; on several lines where the writer broke it.
    private float issuer() throws IOException {
        var names = document.issuerHeading().split("\n");
        double longest = 1;
        for (var name : names) {
            longest = Math.max(longest, Phrases.width(name));
        }
        float fitting = (float) (Sheet.TYPE_WIDTH / longest);
        float size = Math.clamp(fitting, Sheet.SMALLEST_ISSUER, Sheet.LARGEST_ISSUER);
        float top = Sheet.ISSUER_DROP;
        for (var name : names) {
            var form = new Form(Face.TITLE, size, size, 0, Sheet.TYPE_WIDTH + 1, false);
            for (var line : typesetter.set(name, form)) {
                pages.show(line, (Sheet.TYPE_WIDTH - line.width()) / 2, top, size, Sheet.RED);
                top += size * 1.25f;
            }
        }
        return top - size * 0.25f;
    }

    private void title(String text) throws IOException {
        for (var part : Phrases.titleLines(text)) {
            var line = typesetter.setLine(part, Face.TITLE, Sheet.TITLE_SIZE, Sheet.TITLE_SIZE);
            room(Sheet.LINE);
            float x = (Sheet.TYPE_WIDTH - line.width()) / 2;
            float drop = (Sheet.LINE - Sheet.TITLE_SIZE) / 2;
            pages.show(line, x, y + drop, Sheet.TITLE_SIZE);
            y += Sheet.LINE;
        }
    }

    private void blocks(List<Block> blocks, int linesAfter) throws IOException {
        for (int i = 0; i < blocks.size(); i++) {
            int keep = i == blocks.size() - 1 ? linesAfter : 0;
            switch (blocks.get(i)) {
                case Heading(var level, var text) -> heading(level, text);
                case Paragraph(var text) -> {
                    lines(body(text, Face.FANGSONG, 2 * Sheet.CELL), keep);
                }
                case Table table -> {
                    y = snapped(new TableFlow(pages, typesetter, table).draw(y));
                }
                case Chart chart -> chart(chart);
                case PageBreak _ -> nextPage();
            }
        }
    }

    private void heading(int level, String text) throws IOException {
        var face =
                switch (level) {
                    case 1 -> Face.HEI;
                    case 2 -> Face.KAI;
                    default -> Face.FANGSONG;
                };
        var lines = body(text, face, 2 * Sheet.CELL);
        room((lines.size() + 1) * Sheet.LINE);
        pages.bookmark(level, text, y);
        lines(lines, 0);
    }

    /// Draws lines; the last two stay on the page of the `linesAfter` that follow.
    private void lines(List<Line> lines, int linesAfter) throws IOException {
        for (int i = 0; i < lines.size(); i++) {
            boolean isSecondLast = i == Math.max(0, lines.size() - 2);
            int wanted = isSecondLast && linesAfter > 0 ? lines.size() - i + linesAfter : 1;
            room(wanted * Sheet.LINE);
            pages.slot(lines.get(i), 0, y, Sheet.BODY_SIZE);
            y += Sheet.LINE;
        }
    }

    private void chart(Chart chart) throws IOException {
        float height = Sheet.CHART_LINES * Sheet.LINE;
        room(height);
        var canvas = new PageCanvas(pages, typesetter, y);
        ChartDrawing.draw(canvas, chart, Sheet.TYPE_WIDTH, height - 6);
        y += height;
    }

    /// Lines that stay together at the end: a long list of attachments may be parted from them.
    private int closingLines() {
        int count = document.attachments().size();
        return signatureLines() + (count > MOST_KEPT ? 0 : count == 0 ? 0 : 1 + count);
    }

    private int signatureLines() {
        int signed = document.signatory().isBlank() ? 0 : document.signatory().split("\n").length;
        return CLOSING_GAP + Math.min(signed, MOST_KEPT) + 1;
    }

    private void closing() throws IOException {
        room(closingLines() * Sheet.LINE);
        if (!document.attachments().isEmpty()) {
            y += Sheet.LINE;
            boolean isFirst = true;
            boolean isOnly = document.attachments().size() == 1;
            for (var text : Phrases.attachmentLines(document)) {
                float x = (isFirst || isOnly ? 2 : 5) * Sheet.CELL;
                var form = form(Face.FANGSONG, 0, Sheet.TYPE_WIDTH - x);
                for (var line : typesetter.set(text, form)) {
                    room(Sheet.LINE);
                    pages.slot(line, x, y, Sheet.BODY_SIZE);
                    y += Sheet.LINE;
                }
                isFirst = false;
            }
        }
        room(signatureLines() * Sheet.LINE);
        y += CLOSING_GAP * Sheet.LINE;
        var closing = Phrases.closing(document);
        for (int i = 0; i < closing.lines().size(); i++) {
            right(closing.lines().get(i), closing.insets().get(i));
        }
        right(Phrases.day(document.date()), closing.dateInset());
        if (!document.note().isBlank()) {
            lines(body("（" + document.note() + "）", Face.FANGSONG, 2 * Sheet.CELL), 0);
        }
    }

    private void right(String text, double inset) throws IOException {
        room(Sheet.LINE);
        var line = line(text, Face.FANGSONG);
        float x = Sheet.TYPE_WIDTH - (float) inset * Sheet.CELL - line.width();
        pages.slot(line, Math.max(0, x), y, Sheet.BODY_SIZE);
        y += Sheet.LINE;
    }

    private void attachment(int index) throws IOException {
        nextPage();
        var mark = line(Phrases.attachmentMark(document, index), Face.HEI);
        pages.slot(mark, 0, y, Sheet.BODY_SIZE);
        pages.bookmark(1, document.attachments().get(index).title(), y);
        y += 2 * Sheet.LINE;
        title(document.attachments().get(index).title());
        y += Sheet.LINE;
        blocks(document.attachments().get(index).body(), 0);
    }

    /// Goes to the next page when less than this height is left and something is on this page.
    private void room(float height) throws IOException {
        if (y > 0 && y + height > Sheet.TYPE_HEIGHT + 0.5f) {
            nextPage();
        }
    }

    private void nextPage() throws IOException {
        pages.next();
        y = 0;
    }

    private static float snapped(float y) {
        return (float) Math.ceil(y / Sheet.LINE - 0.01) * Sheet.LINE;
    }

    private Line line(String text, Face face) {
        return typesetter.setLine(text, face, Sheet.BODY_SIZE, Sheet.CELL);
    }

    private List<Line> body(String text, Face face, float indent) {
        return typesetter.set(text, form(face, indent, Sheet.TYPE_WIDTH));
    }

    private static Form form(Face face, float indent, float width) {
        return new Form(face, Sheet.BODY_SIZE, Sheet.CELL, indent, width, true);
    }
}
