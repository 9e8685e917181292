package org.tongquan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.identity.TestBrowser;
import org.tongquan.ledger.scoring.Score;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.scoring.Span;

/// A number that stands on a page leads to the rows it counts: no more and no fewer.
@HouseTest
class DrillDownTest {
    private static final Pattern COUNTING = Pattern.compile("<a [^>]*data-count=[^>]*>");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]+)\"");
    private static final Pattern COUNT = Pattern.compile("data-count=\"([0-9]+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    @Test
    void everyNumberOfCockpitBoardAndCalendarLeadsToTheRowsItCounts() throws Exception {
        var basin = new Basin(house, "basin-drill");
        var unit = basin.unit("990321/shuili");
        basin.ledger().report(unit, basin.report("y01-county-bank", "990321", 100));
        basin.ledger()
                .report(basin.unit("990100/hangdao"), basin.report("y01-locks", "990100", 100));
        basin.account("drill-clerk", basin.region() + ":secretariat");
        try (var browser = TestBrowser.signedIn(port, "drill-clerk", Basin.PASSWORD)) {
            int followed = 0;
            for (var page :
                    List.of(
                            "/cockpit",
                            "/board",
                            "/board?party=990321",
                            "/calendar?month=2025-12",
                            "/calendar?month=2025-12&party=990321")) {
                for (var number : numbers(browser.get(page).body()).entrySet()) {
                    assertThat(rows(browser, number.getKey()))
                            .as(page + " says " + number.getKey())
                            .isEqualTo(number.getValue());
                    followed++;
                }
            }
            assertThat(followed).isGreaterThan(20);
            var cockpit = browser.get("/cockpit").body();
            assertThat(numbers(cockpit))
                    .containsKeys("/ledger?only=finished", "/ledger?only=was-late");
            assertThat(numbers(cockpit).get("/ledger?only=finished")).isEqualTo(2);
        }
    }

    @Test
    void everyCountOfARankingAndACardLeadsToItsObligations() throws Exception {
        var basin = new Basin(house, "basin-drill-3");
        var scoring = basin.door(Scoring.class);
        var office = basin.office();
        scoring.drawUp(office, basin.region(), Span.ended(basin.ledger().today(), 2).getFirst());
        var evaluation = scoring.list(office, basin.region()).getFirst();
        basin.account("drill-scores", basin.region() + ":secretariat");
        try (var browser = TestBrowser.signedIn(port, "drill-scores", Basin.PASSWORD)) {
            var ranking = numbers(browser.get("/scores/" + evaluation.id()).body());
            var first =
                    scoring.find(office, evaluation.id())
                            .orElseThrow()
                            .of(Score.Kind.UNIT)
                            .getFirst();
            var card = "/scores/" + evaluation.id() + "/unit?of=" + first.subject();
            ranking.putAll(numbers(browser.get(card).body()));
            assertThat(ranking).isNotEmpty();
            for (var number : ranking.entrySet()) {
                assertThat(rows(browser, number.getKey()))
                        .as(number.getKey())
                        .isEqualTo(number.getValue());
            }
        }
    }

    private static Map<String, Integer> numbers(String page) {
        var numbers = new LinkedHashMap<String, Integer>();
        var links = COUNTING.matcher(page);
        while (links.find()) {
            var href = HREF.matcher(links.group());
            var count = COUNT.matcher(links.group());
            assertThat(href.find() && count.find()).as(links.group()).isTrue();
            numbers.put(href.group(1).replace("&amp;", "&"), Integer.parseInt(count.group(1)));
        }
        return numbers;
    }

    /// Rows of a list, through all of its pages.
    private static int rows(TestBrowser browser, String address) throws Exception {
        int rows = 0;
        var next = address.replaceAll("#.*", "");
        while (!next.isEmpty()) {
            var page = browser.get(next).body();
            rows += page.split("data-item", -1).length - 1;
            var more = NEXT.matcher(page);
            next =
                    !address.startsWith("/calendar") && more.find()
                            ? more.group(1).replace("&amp;", "&")
                            : "";
        }
        return rows;
    }

    @Test
    void anItemLeadsToTheTextItRestsOn() throws Exception {
        var basin = new Basin(house, "basin-drill-2");
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"",
                        "version: \"2\"",
                        "form: agreement",
                        "form: agreement\n    url: https://example.org/resolution"));
        basin.account("drill-reader", "990100/hangdao");
        try (var browser = TestBrowser.signedIn(port, "drill-reader", Basin.PASSWORD)) {
            var item = browser.get("/ledger/" + basin.region() + "/y01-county-bank").body();
            assertThat(item).contains("href=\"https://example.org/resolution\"");
        }
    }

    @Test
    void aNumberLeadsOverItsItemsToTheSentenceAndTheDocument() throws Exception {
        var basin = new Basin(house, "basin-drill-4");
        var document = AdoptedPolicy.adopt(basin, "2025.9");
        basin.account("drill-trail", "990100/hangdao");
        try (var browser = TestBrowser.signedIn(port, "drill-trail", Basin.PASSWORD)) {
            var cockpit = numbers(browser.get("/cockpit").body());
            var items = browser.get(cockpit.keySet().iterator().next()).body();
            assertThat(items).contains("data-item");
            var commitment = document.sentences().getFirst().commitment();
            var page = browser.get("/ledger/" + basin.region() + "/" + commitment).body();
            var span = document.sentences().getFirst();
            var sentence = document.text().substring(span.start(), span.end()).strip();
            assertThat(page).contains("<blockquote lang=\"zh-CN\"><p>" + sentence + "</p>");
            var into = "/documents/" + document.id() + "?of=" + commitment;
            assertThat(page).contains(into + "#s-" + commitment);
            var read = browser.get(into).body();
            assertThat(read)
                    .contains("id=\"s-" + commitment + "\" aria-current=\"true\"")
                    .contains("href=\"/ledger/" + basin.region() + "/" + commitment + "\"");
            var declared = browser.get("/ledger/" + basin.region() + "/y01-county-bank").body();
            assertThat(declared)
                    .contains("系统未存该文件全文")
                    .contains("云协字〔2025〕1号")
                    .doesNotContain("<blockquote");
        }
    }
}
