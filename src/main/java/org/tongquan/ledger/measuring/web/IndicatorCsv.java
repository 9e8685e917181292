package org.tongquan.ledger.measuring.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.tongquan.ledger.measuring.Measuring;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;

/// All revisions of an indicator as comma-separated text that spreadsheets open: UTF-8 with a mark
/// at its beginning, lines ending in CR LF (RFC 4180).
final class IndicatorCsv {
    private static final String MARK = "\uFEFF";
    private static final String END = "\r\n";

    private IndicatorCsv() {}

    static String of(Measuring.Sheet sheet, Names.Of names) {
        var text = new StringBuilder(MARK);
        text.append(
                line(
                        "indicator",
                        "name",
                        "unit",
                        "series",
                        "party",
                        "party-name",
                        "kind",
                        "on",
                        "value",
                        "revision",
                        "source",
                        "reason",
                        "body",
                        "at"));
        var measure = sheet.measure();
        for (var reading : sheet.revisions()) {
            text.append(
                    line(
                            measure.id(),
                            measure.name().in(names.language().locale()),
                            measure.unit(),
                            Indicators.word(measure.series()),
                            reading.party(),
                            names.party(reading.party()),
                            reading.kind().word(),
                            reading.on().toString(),
                            reading.value().toPlainString(),
                            Integer.toString(reading.revision()),
                            reading.source(),
                            reading.reason(),
                            names.body(reading.body()),
                            Moments.of(reading.at())));
        }
        return text.toString();
    }

    private static String line(String... cells) {
        return Arrays.stream(cells).map(IndicatorCsv::cell).collect(Collectors.joining(",")) + END;
    }

    /// Quoted where needed; text that a spreadsheet would take for a formula gets an apostrophe.
    static String cell(String text) {
        boolean number = text.matches("-?[0-9]+(\\.[0-9]+)?");
        var safe = !number && text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*")
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
