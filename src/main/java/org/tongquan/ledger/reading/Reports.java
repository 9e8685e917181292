package org.tongquan.ledger.reading;

import java.util.List;
import org.tongquan.kernel.Problem;
import org.tongquan.ledger.reading.grammar.Outline;
import org.tongquan.ledger.reading.text.Line;
import org.tongquan.ledger.reading.text.Line.Role;
import org.tongquan.ledger.reading.text.PlainText;
import org.tongquan.ledger.reading.text.Span;
import org.tongquan.ledger.reading.text.TextPlaces;

/// Turns what looked wrong with the input into problems with line and column.
final class Reports {
    private final TextPlaces places;
    private final List<Problem> problems;

    Reports(TextPlaces places, List<Problem> problems) {
        this.places = places;
        this.problems = problems;
    }

    void add(PlainText plain, List<Line> lines, List<Outline.Jump> jumps, List<Span> damage) {
        for (var span : damage) {
            problems.add(
                    places.problem(
                            span.start(),
                            "damaged characters",
                            "compare with the original and correct the sentence"));
        }
        for (var jump : jumps) {
            problems.add(
                    places.problem(
                            plain.origin(jump.at(), jump.at() + 1).start(),
                            "the numbering jumps: "
                                    + jump.expected()
                                    + " expected, found "
                                    + jump.found(),
                            "check whether a part is missing"));
        }
        others(plain, lines);
    }

    /// Other people's text around the document, one problem per run of lines.
    private void others(PlainText plain, List<Line> lines) {
        boolean before = false;
        for (var line : lines) {
            boolean chrome = line.role() == Role.SITE_CHROME;
            if (chrome && !before) {
                problems.add(
                        places.problem(
                                plain.origin(line.start(), line.end()).start(),
                                "text around the document was left out",
                                "check that nothing of the document is missing"));
            }
            if (line.role() == Role.FLAT_TABLE && !before) {
                problems.add(
                        places.problem(
                                plain.origin(line.start(), line.end()).start(),
                                "a table without its columns was left out",
                                "send the docx or the page to have it read"));
            }
            before = chrome || line.role() == Role.FLAT_TABLE;
        }
    }
}
