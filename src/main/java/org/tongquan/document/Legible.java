package org.tongquan.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongquan.document.Block.Chart;
import org.tongquan.document.Block.Column;
import org.tongquan.document.Block.Heading;
import org.tongquan.document.Block.PageBreak;
import org.tongquan.document.Block.Paragraph;
import org.tongquan.document.Block.Series;
import org.tongquan.document.Block.Table;
import org.tongquan.document.OfficialDocument.Attachment;
import org.tongquan.document.OfficialDocument.Imprint;
import org.tongquan.kernel.Problems;

/// Removes from every text of a document what cannot be printed: control characters, invisible
/// direction marks, halves of characters. Each kind removed is reported once.
final class Legible {
    private final Problems problems;
    private final Set<Integer> reported = new HashSet<>();

    private Legible(Problems problems) {
        this.problems = problems;
    }

    static OfficialDocument of(OfficialDocument document, Problems problems) {
        return new Legible(problems).document(document);
    }

    private OfficialDocument document(OfficialDocument d) {
        var imprint = d.imprint();
        return new OfficialDocument(
                texts(d.marks()),
                text(d.issuerHeading()),
                text(d.number()),
                text(d.approver()),
                text(d.title()),
                text(d.recipients()),
                blocks(d.body()),
                text(d.signatory()),
                d.date(),
                text(d.note()),
                d.attachments().stream()
                        .map(a -> new Attachment(text(a.title()), blocks(a.body())))
                        .toList(),
                new Imprint(text(imprint.copies()), text(imprint.printer()), imprint.printed()),
                text(d.notice()));
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private Block block(Block block) {
        return switch (block) {
            case Heading(var level, var text) -> new Heading(level, text(text));
            case Paragraph(var text) -> new Paragraph(text(text));
            case Table(var caption, var columns, var rows) ->
                    new Table(
                            text(caption),
                            columns.stream()
                                    .map(c -> new Column(text(c.header()), c.share(), c.align()))
                                    .toList(),
                            rows.stream().map(this::texts).toList());
            case Chart(var kind, var title, var unit, var categories, var series) ->
                    new Chart(
                            kind,
                            text(title),
                            text(unit),
                            texts(categories),
                            series.stream()
                                    .map(s -> new Series(text(s.name()), s.values(), s.tone()))
                                    .toList());
            case PageBreak pageBreak -> pageBreak;
        };
    }

    private List<String> texts(List<String> texts) {
        var out = new ArrayList<String>(texts.size());
        texts.forEach(text -> out.add(text(text)));
        return out;
    }

    private String text(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '\t' || c == 0xA0) {
                                out.append(' ');
                            } else if (c == '\n' || c == 0x2028 || c == 0x2029) {
                                out.append('\n');
                            } else if (isHidden(c)) {
                                report(c);
                            } else if (c >= 0xD800 && c <= 0xDFFF) {
                                report(c);
                                out.appendCodePoint(Typefaces.REPLACEMENT);
                            } else {
                                out.appendCodePoint(c);
                            }
                        });
        return out.toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE -> true;
            case Character.UNASSIGNED -> (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
            default -> c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
        };
    }

    private void report(int c) {
        if (c != '\r' && reported.add(c)) {
            var name = "U+%04X".formatted(c);
            problems.add(
                    "",
                    0,
                    "the text holds the unprintable character " + name,
                    "remove it where the text comes from; it was left out");
        }
    }
}
