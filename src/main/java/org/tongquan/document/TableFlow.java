package org.tongquan.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.document.Block.Align;
import org.tongquan.document.Block.Column;
import org.tongquan.document.Block.Table;
import org.tongquan.document.Typesetter.Form;

/// Draws a ruled table over as many pages as it takes, with its header on each.
final class TableFlow {
    private static final float SIZE = Sheet.TABLE_SIZE;
    private static final float LINE = 17;
    private static final float PAD = 3.5f;
    private static final float RULE = 0.5f;

    private final Pages pages;
    private final Typesetter typesetter;
    private final Table table;
    private final float[] edges;
    private final List<List<Line>> header;
    private float y;

    TableFlow(Pages pages, Typesetter typesetter, Table table) {
        this.pages = pages;
        this.typesetter = typesetter;
        this.table = table;
        this.edges = edges(table.columns());
        this.header = cells(table.columns().stream().map(Column::header).toList(), Face.HEI);
    }

    /// Where the columns begin and end, from their shares.
    static float[] edges(List<Column> columns) {
        double all = columns.stream().mapToDouble(Column::share).sum();
        var edges = new float[columns.size() + 1];
        double sum = 0;
        for (int i = 0; i < columns.size(); i++) {
            sum += columns.get(i).share();
            edges[i + 1] = (float) (sum / all * Sheet.TYPE_WIDTH);
        }
        return edges;
    }

    /// Draws from `top`; answers where the table ends on the last page.
    float draw(float top) throws IOException {
        y = top;
        float caption = table.caption().isBlank() ? 0 : Sheet.LINE;
        if (y > 0 && y + caption + height(header) + LINE + 2 * PAD > Sheet.TYPE_HEIGHT) {
            turn();
        }
        if (caption > 0) {
            var line = typesetter.setLine(table.caption(), Face.HEI, Sheet.SMALL_SIZE, 14);
            pages.slot(line, (Sheet.TYPE_WIDTH - line.width()) / 2, y + 6, Sheet.SMALL_SIZE);
            y += caption;
        }
        header();
        for (var row : table.rows()) {
            row(cells(row, Face.FANGSONG));
        }
        return y + PAD;
    }

    private void header() throws IOException {
        piece(header, 0, tallest(header), Align.CENTRE);
    }

    /// A row that does not fit goes on the next page; one taller than a page is cut into pieces.
    private void row(List<List<Line>> cells) throws IOException {
        int lines = tallest(cells);
        int done = 0;
        while (done < lines) {
            int fitting = (int) ((Sheet.TYPE_HEIGHT - y - 2 * PAD + 0.01f) / LINE);
            boolean isTooTall = height(header) + height(cells) > Sheet.TYPE_HEIGHT;
            if (fitting < Math.min(lines - done, isTooTall ? 2 : lines)) {
                turn();
                header();
                fitting = Math.max(1, (int) ((Sheet.TYPE_HEIGHT - y - 2 * PAD) / LINE));
            }
            int end = Math.min(lines, done + fitting);
            piece(cells, done, end, null);
            done = end;
        }
    }

    private void turn() throws IOException {
        pages.next();
        y = 0;
    }

    /// Draws lines `from` to `end` of every cell with the rules around them.
    private void piece(List<List<Line>> cells, int from, int end, @Nullable Align forced)
            throws IOException {
        float height = (end - from) * LINE + 2 * PAD;
        pages.rule(0, y, Sheet.TYPE_WIDTH, y, RULE, 0);
        for (int c = 0; c < cells.size(); c++) {
            var lines = cells.get(c);
            int last = Math.min(end, lines.size());
            float spare = (end - from - Math.max(0, last - from)) * LINE / 2;
            var align = forced == null ? table.columns().get(c).align() : forced;
            for (int i = from; i < last; i++) {
                var line = lines.get(i);
                float x = place(align, edges[c] + PAD, edges[c + 1] - PAD, line.width());
                float top = y + PAD + spare + (i - from) * LINE + (LINE - SIZE) / 2;
                pages.show(line, x, top, SIZE);
            }
        }
        for (float edge : edges) {
            pages.rule(edge, y, edge, y + height, RULE, 0);
        }
        y += height;
        pages.rule(0, y, Sheet.TYPE_WIDTH, y, RULE, 0);
    }

    private static float place(Align align, float left, float right, float width) {
        return switch (align) {
            case LEFT -> left;
            case CENTRE -> (left + right - width) / 2;
            case RIGHT -> right - width;
        };
    }

    private List<List<Line>> cells(List<String> texts, Face face) {
        var cells = new ArrayList<List<Line>>(texts.size());
        for (int c = 0; c < texts.size(); c++) {
            float width = Math.max(SIZE * 1.5f, edges[c + 1] - edges[c] - 2 * PAD);
            cells.add(typesetter.set(texts.get(c), new Form(face, SIZE, SIZE, 0, width, false)));
        }
        return cells;
    }

    private static int tallest(List<List<Line>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private static float height(List<List<Line>> cells) {
        return tallest(cells) * LINE + 2 * PAD;
    }
}
