package org.tongquan.ledger.sheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.identity.TestBrowser;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.matter.Alerting;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.scoring.Evaluating;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.scoring.Span;

/// The lists as workbooks, fetched by people with accounts: the rows of the list, and no others.
@HouseTest
class SheetFilesTest {
    private static final String BANK = "y01-county-bank";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    private Basin basin;

    private void region(String region) {
        basin = new Basin(house, region);
        basin.account(region + "-office", basin.office().body());
        basin.account(region + "-other", "990200/huanjing");
    }

    private TestBrowser as(String who) throws IOException, InterruptedException {
        return TestBrowser.signedIn(port, basin.region() + "-" + who, Basin.PASSWORD);
    }

    private static XSSFWorkbook book(TestBrowser browser, String path)
            throws IOException, InterruptedException {
        var answer = browser.file(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .contains("spreadsheetml");
        return new XSSFWorkbook(new ByteArrayInputStream(answer.body()));
    }

    private static List<String> column(XSSFWorkbook book, int column) {
        var texts = new ArrayList<String>();
        for (var row : book.getSheetAt(0)) {
            texts.add(row.getCell(column).toString());
        }
        return texts;
    }

    @Test
    void theLedgerFollowsTheFilterInTheAddress() throws IOException, InterruptedException {
        region("basin-xlsx-list");
        try (var browser = as("office");
                var all = book(browser, "/ledger.xlsx");
                var one = book(browser, "/ledger.xlsx?party=990321&after=999~x")) {
            int due = column(all, 0).size() - 1;
            assertThat(due).isGreaterThan(column(one, 0).size() - 1).isPositive();
            assertThat(column(one, 2))
                    .contains("柳桥县")
                    .doesNotContain("990321")
                    .hasSizeGreaterThan(1);
            assertThat(column(one, 2).stream().skip(1).distinct()).containsExactly("柳桥县");
            for (int i = 1; i < all.getSheetAt(0).getLastRowNum(); i++) {
                var day = all.getSheetAt(0).getRow(i).getCell(4);
                assertThat(day.getCellType() == CellType.BLANK || DateUtil.isCellDateFormatted(day))
                        .isTrue();
            }
            assertThat(one.getSheetAt(1).getRow(2).getCell(0).getStringCellValue()).contains("柳桥县");
        }
    }

    @Test
    void aCityFetchesNoNoticeOfAnotherCity() throws IOException, InterruptedException {
        region("basin-xlsx-notice");
        var target = new Chasing.Target(BANK, "990321");
        basin.door(Chasing.class).issue(basin.office(), List.of(target), "=cmd|' /C calc'!A0");
        try (var office = as("office");
                var other = as("other");
                var all = book(office, "/notices.xlsx");
                var none = book(other, "/notices.xlsx?scope=all")) {
            assertThat(column(all, 2)).hasSize(2).contains("柳桥县");
            var demanded = all.getSheetAt(0).getRow(1).getCell(11);
            assertThat(demanded.getCellType()).isEqualTo(CellType.STRING);
            assertThat(demanded.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(column(none, 0)).hasSize(1);
        }
    }

    @Test
    void aDraftRankingIsFetchedByThoseWhoDrawItUpAlone() throws IOException, InterruptedException {
        region("basin-xlsx-score");
        var span = Span.of("2025").orElseThrow();
        var scoring = basin.door(Scoring.class);
        var id = ((Evaluating.Done) scoring.drawUp(basin.office(), basin.region(), span)).id();
        try (var office = as("office");
                var other = as("other");
                var ranking = book(office, "/scores/" + id + ".xlsx")) {
            assertThat(column(ranking, 2)).hasSizeGreaterThan(1);
            assertThat(other.file("/scores/" + id + ".xlsx").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void mattersSuggestionsWorkAndTheRegisterAreFetchedToo()
            throws IOException, InterruptedException {
        region("basin-xlsx-rest");
        var alerting = basin.door(Alerting.class);
        alerting.report(
                basin.office(),
                new Alerting.Report(alerting.open(), "flood", "water", "help", true, List.of()));
        int year = basin.ledger().today().getYear();
        var drawn = basin.door(Planning.class).draw(basin.office(), year, "plan");
        var plan = ((PlanAnswer.Done) drawn).id();
        try (var office = as("office");
                var other = as("other");
                var matters = book(office, "/matters.xlsx");
                var foreign = book(other, "/matters.xlsx");
                var desk = book(office, "/suggestions.xlsx?which=all");
                var work = book(other, "/work.xlsx");
                var indicators = book(other, "/indicators.xlsx");
                var register = book(office, "/plans/" + plan + "/register.xlsx")) {
            assertThat(column(matters, 0)).contains("flood");
            assertThat(column(foreign, 0)).hasSize(1);
            assertThat(column(desk, 0)).hasSize(1);
            assertThat(column(work, 0)).isNotEmpty();
            assertThat(column(indicators, 0)).hasSizeGreaterThan(1);
            assertThat(column(register, 0)).hasSize(1);
        }
    }
}
