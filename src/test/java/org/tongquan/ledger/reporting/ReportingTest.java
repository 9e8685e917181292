package org.tongquan.ledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.Compacts;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Figures;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.standing.Light;

/// An issued report holds what the ledger holds, and can be counted again for ever.
@HouseTest
class ReportingTest {
    private static final String BANK = "y01-county-bank";

    @Autowired private ApplicationContext house;

    private Basin basin(String region) {
        var basin = new Basin(house, region);
        basin.ledger().report(basin.unit("990321/shuili"), basin.report(BANK, "990321", 40));
        basin.ledger().report(basin.unit("990321/chaye"), basin.report("y02-brand", "990321", 100));
        return basin;
    }

    private static UUID issue(Basin basin) {
        var wish = wish(basin);
        var issuing = basin.door(Reporting.class).issue(basin.office(), basin.region(), wish);
        return ((Issuing.Done) issuing).id();
    }

    private static Reporting.Wish wish(Basin basin) {
        return new Reporting.Wish(basin.ledger().today(), "云河进展报告", "云协报〔2026〕1号", "协作委员会：");
    }

    @Test
    void everyFigureOfThePdfIsCountedFromTheRows() throws Exception {
        var basin = basin("basin-report");
        var id = issue(basin);
        var rows = basin.door(Reporting.class);
        var pdf = rows.pdf(basin.office(), id).orElseThrow();
        String text;
        try (var document = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
        var list =
                basin.ledger()
                        .list(
                                basin.office(),
                                org.tongquan.ledger.Filter.all(basin.region()),
                                org.tongquan.ledger.Obligation.Cursor.START)
                        .rows();
        var lights =
                list.stream()
                        .collect(
                                Collectors.groupingBy(
                                        o -> o.standing().light(), Collectors.counting()));
        // three commitments bind all three parties, one binds two, two bind one
        assertThat(text).contains("规约在册任务6项，分解到各成员方共13项；已完成1项");
        assertThat(text)
                .contains("绿灯%d项".formatted(lights.getOrDefault(Light.GREEN, 0L)))
                .contains("黄灯%d项".formatted(lights.getOrDefault(Light.YELLOW, 0L)))
                .contains("红灯%d项".formatted(lights.getOrDefault(Light.RED, 0L)));
        int sum = list.stream().mapToInt(o -> o.standing().percent()).sum();
        assertThat(text).contains("平均进度%d%%".formatted(sum / 13));
    }

    @Test
    void everyRowOfATableAndEveryShareIsCountedFromTheRows() throws Exception {
        var basin = basin("basin-report-rows");
        var ledger = basin.ledger();
        var reporting = basin.door(Reporting.class);
        var docx = reporting.docx(basin.office(), issue(basin)).orElseThrow();
        var known = ledger.settled(basin.region());
        var rows = ledger.asOf(basin.office(), basin.region(), ledger.today(), known);
        assertThat(rows).hasSize(13);
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var tables = document.getTables();
            assertThat(cells(tables.get(0)))
                    .containsExactlyInAnyOrderElementsOf(
                            counted(rows, one -> partyName(basin, one.party())));
            assertThat(cells(tables.get(1)))
                    .containsExactlyInAnyOrderElementsOf(
                            counted(rows, one -> one.commitment().chapterTitle()));
            var text =
                    document.getParagraphs().stream()
                            .map(p -> p.getText())
                            .collect(Collectors.joining("\n"));
            for (var light : List.of(Light.RED, Light.YELLOW, Light.GREEN)) {
                assertThat(text).contains(share(rows, light));
            }
            rows.stream()
                    .filter(one -> one.standing().light() == Light.RED)
                    .forEach(one -> assertThat(text).contains(one.commitment().textZh()));
        }
    }

    /// Name, red, yellow, green, none: counted one row after the other.
    private static List<List<String>> counted(
            List<Ledger.AsOf> rows, Function<Ledger.AsOf, String> name) {
        var order = List.of(Light.RED, Light.YELLOW, Light.GREEN, Light.NONE);
        var counts = new TreeMap<String, int[]>();
        for (var one : rows) {
            var count = counts.computeIfAbsent(name.apply(one), n -> new int[order.size()]);
            count[order.indexOf(one.standing().light())]++;
        }
        return counts.entrySet().stream()
                .map(
                        e ->
                                Stream.concat(
                                                Stream.of(e.getKey()),
                                                Arrays.stream(e.getValue())
                                                        .mapToObj(Integer::toString))
                                        .toList())
                .toList();
    }

    /// Per cent of all rows with one digit, half up: 2 of 13 are 15.4%.
    private static String share(List<Ledger.AsOf> rows, Light light) {
        long many = rows.stream().filter(one -> one.standing().light() == light).count();
        return BigDecimal.valueOf(many * 100)
                        .divide(BigDecimal.valueOf(rows.size()), 1, RoundingMode.HALF_UP)
                + "%";
    }

    private static String partyName(Basin basin, String party) {
        return basin
                .door(Compacts.class)
                .inForce(basin.region(), basin.ledger().today())
                .orElseThrow()
                .compact()
                .parties()
                .stream()
                .filter(p -> p.id().equals(party))
                .map(p -> p.name().zh())
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> cells(XWPFTable table) {
        return table.getRows().stream()
                .skip(1)
                .map(r -> r.getTableCells().stream().map(XWPFTableCell::getText).toList())
                .toList();
    }

    @Test
    void whatIsFiledReturnedOrAdoptedLaterChangesNothingInAnIssuedReport() {
        var basin = basin("basin-recount");
        var reporting = basin.door(Reporting.class);
        var office = basin.office();
        var id = issue(basin);
        assertThat(reporting.recount(office, id)).contains(true);
        var before = reporting.list(office, basin.region()).getFirst().sha256();

        basin.ledger().report(basin.unit("990321/shuili"), basin.report(BANK, "990321", 100));
        var card = basin.ledger().find(office, basin.region(), BANK).orElseThrow();
        basin.ledger().giveBack(office, card.reports().getLast().id(), "no evidence");
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"", "version: \"found-later\"",
                        "valid-from: 2025-03-01", "valid-from: 2025-03-02",
                        "deadline: 2025-12-31", "deadline: 2030-06-30"));

        assertThat(reporting.recount(office, id)).contains(true);
        var second = issue(basin);
        assertThat(reporting.recount(office, second)).contains(true);
        var after = reporting.list(office, basin.region()).getFirst().sha256();
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void theSameDayAndMomentGiveTheSameBytesTwice() {
        var basin = basin("basin-bytes");
        var reporting = basin.door(Reporting.class);
        var known = basin.ledger().settled(basin.region());
        var one = reporting.compose(basin.office(), basin.region(), wish(basin), known);
        var two = reporting.compose(basin.office(), basin.region(), wish(basin), known);
        var pdf = new org.tongquan.document.PdfRenderer();
        var docx = new org.tongquan.document.DocxRenderer();
        assertThat(pdf.render(one.orElseThrow())).isEqualTo(pdf.render(two.orElseThrow()));
        assertThat(docx.render(one.orElseThrow())).isEqualTo(docx.render(two.orElseThrow()));
    }

    @Test
    void theFiguresOfTheListAreThoseOfTheSameDayComputedFromTheRecords() {
        var basin = basin("basin-figures");
        var ledger = basin.ledger();
        var office = basin.office();
        var known = ledger.settled(basin.region());
        var counted =
                Figures.of(
                        ledger.today(), ledger.asOf(office, basin.region(), ledger.today(), known));
        assertThat(ledger.figures(office, basin.region())).isEqualTo(counted);
    }

    @Test
    void noReportIsMadeForADayToComeOrByADepartment() {
        var basin = basin("basin-refused");
        var reporting = basin.door(Reporting.class);
        var tomorrow = new Reporting.Wish(basin.ledger().today().plusDays(1), "tomorrow", "", "");
        assertThat(reporting.issue(basin.office(), basin.region(), tomorrow))
                .isEqualTo(new Issuing.Refused(Issuing.Reason.DAY));
        assertThat(reporting.issue(basin.unit("990321/shuili"), basin.region(), wish(basin)))
                .isEqualTo(new Issuing.Refused(Issuing.Reason.NOT_YOURS));
    }
}
