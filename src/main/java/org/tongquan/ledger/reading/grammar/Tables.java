package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.grammar.Brackets.Duty;
import org.tongquan.ledger.reading.grammar.Sentences.Kind;
import org.tongquan.ledger.reading.text.Line;
import org.tongquan.ledger.reading.text.Line.Role;
import org.tongquan.ledger.reading.text.Span;

/// Reads rows with tab-separated cells under a header that names a unit column: the text cell holds
/// the commitments, the unit cells their units, a time cell their time.
public final class Tables {
    private static final Pattern TASK = Pattern.compile("内容|任务|措施|事项|要求|举措|目标|工作|项目");
    private static final Pattern LEAD = Pattern.compile("牵头|主办|第一责任");
    private static final Pattern COOP = Pattern.compile("配合|协办|协同|参与|参加|协助|支持");
    private static final Pattern DUTY = Pattern.compile("责任|负责|承办|实施|落实");
    private static final Pattern TIME = Pattern.compile("时限|时间|期限|节点|进度");
    private static final int SHORTEST_TASK = 8;

    /// Rows over which the same words in a task cell are one task.
    private static final int REACH = 20;

    private record Cell(int start, int end) {}

    private enum Column {
        TASK,
        LEAD,
        COOP,
        DUTY,
        TIME,
        OTHER
    }

    private Tables() {}

    public static void read(
            String text,
            List<Line> lines,
            List<Heading> headings,
            Brackets brackets,
            List<Draft> drafts,
            List<Assembly.Left> left) {
        List<Column> columns = List.of();
        for (int k = 0; k < lines.size(); k++) {
            var line = lines.get(k);
            if (line.role() != Role.ROW) {
                columns = List.of();
                continue;
            }
            var cells = cells(text, line);
            var header = header(text, cells);
            if (!header.isEmpty()) {
                columns = header;
                left.add(new Assembly.Left(line.start(), line.end(), "table-header"));
            } else if (columns.isEmpty()) {
                left.add(new Assembly.Left(line.start(), line.end(), "table"));
            } else {
                row(text, k, cells, columns, above(headings, line), brackets, drafts, left);
            }
        }
        drafts.sort(java.util.Comparator.comparingInt(d -> d.start));
    }

    private static @Nullable Heading above(List<Heading> headings, Line line) {
        Heading last = null;
        for (var heading : headings) {
            if (heading.start < line.start()) {
                last = heading;
            }
        }
        return last;
    }

    private static List<Cell> cells(String text, Line line) {
        var cells = new ArrayList<Cell>();
        int from = line.start();
        while (from > 0 && text.charAt(from - 1) == '\t') {
            from--;
        }
        int end = line.end();
        while (end < text.length() && text.charAt(end) == '\t') {
            end++;
        }
        for (int i = from; i <= end; i++) {
            if (i == end || text.charAt(i) == '\t') {
                cells.add(new Cell(from, i));
                from = i + 1;
            }
        }
        return cells;
    }

    /// The meaning of each column, empty when the row is no header.
    private static List<Column> header(String text, List<Cell> cells) {
        var columns = new ArrayList<Column>();
        boolean unit = false;
        for (var cell : cells) {
            String own = text.substring(cell.start(), cell.end());
            if (own.length() > 16 || own.indexOf('。') >= 0) {
                return List.of();
            }
            var column = column(own);
            unit |= column == Column.LEAD || column == Column.COOP || column == Column.DUTY;
            columns.add(column);
        }
        return unit && columns.contains(Column.TASK) ? columns : List.of();
    }

    private static Column column(String own) {
        if (LEAD.matcher(own).find() && !own.contains("内")) {
            return Column.LEAD;
        }
        if (COOP.matcher(own).find() && !own.contains("内")) {
            return Column.COOP;
        }
        if (TIME.matcher(own).find()) {
            return Column.TIME;
        }
        if (DUTY.matcher(own).find() && !own.contains("任务")) {
            return Column.DUTY;
        }
        return TASK.matcher(own).find() ? Column.TASK : Column.OTHER;
    }

    private static void row(
            String text,
            int line,
            List<Cell> cells,
            List<Column> columns,
            @Nullable Heading heading,
            Brackets brackets,
            List<Draft> drafts,
            List<Assembly.Left> left) {
        int shift = Math.max(0, columns.size() - cells.size());
        var lead = new ArrayList<UnitNames.Named>();
        var duty = new ArrayList<UnitNames.Named>();
        var coop = new ArrayList<UnitNames.Named>();
        var times = new ArrayList<Span>();
        Cell task = null;
        for (int i = 0; i < cells.size() && i + shift < columns.size(); i++) {
            var cell = cells.get(i);
            switch (columns.get(i + shift)) {
                case TASK ->
                        task =
                                task == null
                                                || cell.end() - cell.start()
                                                        > task.end() - task.start()
                                        ? cell
                                        : task;
                case LEAD -> lead.addAll(units(text, cell, brackets));
                case DUTY -> {
                    var named = brackets.read(text, cell.start(), cell.end());
                    (named.explicit() ? lead : duty).addAll(named.lead());
                    Brackets.addNew(coop, named.coop());
                }
                case COOP -> coop.addAll(units(text, cell, brackets));
                case TIME -> times.add(new Span(cell.start(), cell.end()));
                case OTHER -> {}
            }
        }
        if (task == null || task.end() - task.start() < SHORTEST_TASK) {
            left.add(new Assembly.Left(cells.getFirst().start(), cells.getLast().end(), "table"));
            return;
        }
        boolean explicit = !lead.isEmpty();
        if (explicit) {
            Brackets.addNew(coop, duty);
        }
        var all = new Duty(explicit ? lead : duty, coop, explicit, false, "table-column");
        for (var piece : Sentences.of(text, task.start(), task.end())) {
            if (piece.kind() != Kind.SENTENCE) {
                continue;
            }
            var same = same(text, drafts, piece, line);
            if (same != null) {
                same.give(all, false);
                left.add(new Assembly.Left(piece.start(), piece.end(), "table-cell"));
            } else {
                var draft = new Draft(piece.start(), piece.end(), heading, line);
                draft.give(all, false);
                draft.timeLabels.addAll(times);
                drafts.add(draft);
            }
        }
        for (var cell : cells) {
            if (cell != task && cell.end() > cell.start()) {
                left.add(new Assembly.Left(cell.start(), cell.end(), "table-cell"));
            }
        }
    }

    /// The task of a cell that goes on in this row: the same words a few rows above.
    private static @Nullable Draft same(
            String text, List<Draft> drafts, Sentences.Piece piece, int line) {
        for (int k = drafts.size() - 1; k >= 0 && drafts.get(k).line >= line - REACH; k--) {
            var draft = drafts.get(k);
            int length = piece.end() - piece.start();
            if (draft.line < line
                    && draft.end - draft.start == length
                    && text.startsWith(text.substring(piece.start(), piece.end()), draft.start)) {
                return draft;
            }
        }
        return null;
    }

    private static List<UnitNames.Named> units(String text, Cell cell, Brackets brackets) {
        var duty = brackets.read(text, cell.start(), cell.end());
        var all = new ArrayList<>(duty.lead());
        Brackets.addNew(all, duty.coop());
        return all;
    }
}
