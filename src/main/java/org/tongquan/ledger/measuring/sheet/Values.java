package org.tongquan.ledger.measuring.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.measuring.Measuring;
import org.tongquan.ledger.measuring.Reading;
import org.tongquan.ledger.sheet.Cell;
import org.tongquan.ledger.sheet.Listing;

/// The values of all indicators as the rows of a workbook.
final class Values {
    static final String ACHIEVED = "实际";
    static final String DECIDED = "预计";

    private static final List<String> NOTES =
            List.of(
                    "修改或补充后在“指标”页面导入。未改动的行不产生任何变化；有任何错误时，全部不导入并列出单元格。",
                    "新数值：填写截止日、数值、来源，版本留空。修订：改数值或来源，并写新的修订理由；版本列请勿修改。",
                    "类型写“实际”或“预计”。截止日写作 2026-06-30。没有截止日和数值的行不读。每个成员只填本方的数值。",
                    "Edit or add, then import on the page of indicators. Rows not edited change"
                            + " nothing; with any fault nothing is imported and the cells are"
                            + " named.",
                    "A new value has a last day, a value and a source, and no revision. A revision"
                            + " changes value or source and gives a new reason; leave its number.",
                    "Kind is 实际 (achieved) or 预计 (decided). Rows with neither day nor value are"
                            + " passed over. Each member enters its own values.");

    private final Parties parties;
    private final List<Measuring.Sheet> sheets;

    Values(Parties parties, List<Measuring.Sheet> sheets) {
        this.parties = parties;
        this.sheets = sheets;
    }

    /// @param own members for which an empty row is added when they have no value
    Listing listing(Predicate<String> own, int most) {
        var rows = new ArrayList<List<Cell>>();
        var inOrder = Comparator.comparing((Measuring.Sheet s) -> s.measure().id());
        for (var sheet : sheets.stream().sorted(inOrder).toList()) {
            for (var row : sheet.rows()) {
                row.readings().forEach(r -> rows.add(row(sheet.measure(), r)));
                if (row.readings().isEmpty() && own.test(row.party())) {
                    rows.add(toFill(sheet.measure(), row.party()));
                }
            }
        }
        return new Listing(
                "指标 Indicators",
                Column.headings(),
                Column.UNIT.ordinal(),
                rows.subList(0, Math.min(most, rows.size())),
                NOTES);
    }

    private List<Cell> row(Measure measure, Reading of) {
        return Arrays.stream(Column.values())
                .map(
                        column ->
                                switch (column) {
                                    case KIND ->
                                            Cell.of(
                                                    of.kind() == Reading.Kind.ACHIEVED
                                                            ? ACHIEVED
                                                            : DECIDED);
                                    case ON -> Cell.of(of.on());
                                    case VALUE -> Cell.of(of.value().stripTrailingZeros());
                                    case SOURCE -> Cell.of(of.source());
                                    case REVISION -> Cell.of(of.revision());
                                    case REASON -> Cell.of(of.reason());
                                    case BODY -> Cell.of(parties.body(of.body()));
                                    case AT -> Cell.of(LocalDate.ofInstant(of.at(), Ledger.ZONE));
                                    case INDICATOR, NAME, UNIT, PARTY ->
                                            head(column, measure, of.party());
                                })
                .toList();
    }

    private List<Cell> toFill(Measure measure, String party) {
        return Arrays.stream(Column.values()).map(c -> head(c, measure, party)).toList();
    }

    private Cell head(Column column, Measure measure, String party) {
        return switch (column) {
            case INDICATOR -> Cell.of(measure.id());
            case NAME -> Cell.of(measure.name().zh());
            case UNIT -> Cell.of(measure.unit());
            case PARTY -> Cell.of(parties.name(party));
            case KIND -> Cell.of(ACHIEVED);
            default -> Cell.NONE;
        };
    }
}
