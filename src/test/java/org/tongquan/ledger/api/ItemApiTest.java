package org.tongquan.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;

/// Reading items and filing reports as a city's own system does.
@HouseTest
class ItemApiTest {
    private static final String REGION = "basin-api";
    private static final String ITEMS = "/api/v1/regions/" + REGION + "/items";
    private static final String BANK = ITEMS + "/y01-county-bank";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    private Basin basin;
    private Program program;

    @BeforeEach
    void region() {
        basin = new Basin(house, REGION);
        program = Program.of(port, basin, "990321/shuili", Power.REPORT_PROGRESS);
    }

    private String report(int percent) {
        return """
        {"party": "990321", "on": "%s", "percent": %d, "text": "banks raised"}\
        """
                .formatted(basin.ledger().today(), percent);
    }

    @Test
    void pagesOfAListHoldEachRowOnceAndEndWithoutANextOne() throws Exception {
        var all = rows(program.get(ITEMS + "?limit=200").json());
        assertThat(all).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        var seen = new ArrayList<String>();
        var next = ITEMS + "?limit=2";
        while (!next.isEmpty()) {
            var page = program.get(next).json();
            seen.addAll(rows(page));
            next = page.path("next").stringValue("");
        }
        assertThat(seen).isEqualTo(all);
    }

    private static List<String> rows(tools.jackson.databind.JsonNode page) {
        var rows = new ArrayList<String>();
        for (var row : page.path("items")) {
            rows.add(row.path("item").stringValue() + row.path("party").path("id").stringValue());
        }
        return rows;
    }

    @Test
    void aCursorOfAnotherQuestionAndAnUnfitLimitAreRefused() throws Exception {
        var next = program.get(ITEMS + "?limit=1").json().path("next").stringValue();
        var other = program.get(next + "&light=red");
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.problem()).isEqualTo("parameter");
        assertThat(program.get(ITEMS + "?limit=201").json().at("/errors/0/pointer").stringValue())
                .isEqualTo("parameter:limit");
        assertThat(program.get(ITEMS + "?light=blue").status()).isEqualTo(400);
        assertThat(program.get(ITEMS + "?dueBy=soon").status()).isEqualTo(400);
    }

    @Test
    void anItemSaysItsLightAndWhyInTheLanguageAskedFor() throws Exception {
        var zh = program.get(BANK).json();
        var en = program.get(BANK, "Accept-Language", "en-GB,zh;q=0.5").json();
        assertThat(zh.at("/duties/0/light/color")).isEqualTo(en.at("/duties/0/light/color"));
        assertThat(zh.at("/duties/0/light/why").stringValue()).isNotBlank();
        assertThat(en.at("/duties/0/light/why").stringValue())
                .isNotBlank()
                .isNotEqualTo(zh.at("/duties/0/light/why").stringValue());
    }

    @Test
    void aReportIsFiledOnceHoweverOftenItIsSent() throws Exception {
        int before = program.get(BANK).json().path("reports").size();
        var first = program.post(BANK + "/reports", "k-1", report(30));
        assertThat(first.status()).as(first.http().body()).isEqualTo(201);
        var again = program.post(BANK + "/reports", "k-1", report(30));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        var reports = program.get(BANK).json().path("reports");
        assertThat(reports.size()).isEqualTo(before + 1);
        assertThat(reports.get(0).path("percent").intValue()).isEqualTo(30);
    }

    @Test
    void anotherReportUnderTheSameKeyIsRefused() throws Exception {
        program.post(BANK + "/reports", "k-2", report(40));
        var other = program.post(BANK + "/reports", "k-2", report(41));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("key-reused");
        assertThat(program.post(BANK + "/reports", "", report(42)).problem())
                .isEqualTo("key-missing");
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNothingIsKept() throws Exception {
        var wrong = "{\"percent\": 130, \"on\": \"yesterday\", \"text\": \"\", \"colour\": 1}";
        var answer = program.post(BANK + "/reports", "k-3", wrong);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        var pointers = new ArrayList<String>();
        answer.json().path("errors").forEach(e -> pointers.add(e.path("pointer").stringValue()));
        assertThat(pointers)
                .containsExactlyInAnyOrder("/party", "/on", "/percent", "/text", "/colour");
        assertThat(program.post(BANK + "/reports", "k-3", report(50)).status()).isEqualTo(201);
        assertThat(program.post(BANK + "/reports", "k-4", "[1").problem()).isEqualTo("unreadable");
    }

    @Test
    void whatTheRulesRefuseIsSaidInWords() throws Exception {
        var early = "{\"party\":\"990321\",\"on\":\"1999-01-01\",\"percent\":1,\"text\":\"early\"}";
        var answer = program.post(BANK + "/reports", "k-5", early, "Accept-Language", "en");
        assertThat(answer.problem()).isEqualTo("refused");
        assertThat(answer.json().path("detail").stringValue()).contains("in the future");
    }

    @Test
    void evidenceGoesWithAReportAndComesBackUnchanged() throws Exception {
        var answer = send("k-6", "", report(60));
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
        var file = program.get(BANK).json().at("/reports/0/evidence/0");
        assertThat(file.path("name").stringValue()).isEqualTo("photo.txt");
        var content = program.get(file.path("href").stringValue());
        assertThat(content.http().body()).isEqualTo("the bank at kilometre 3");
        var elsewhere = new Basin(house, REGION + "-2");
        var namesake = Program.of(port, elsewhere, "990321/shuili", Power.REPORT_PROGRESS);
        assertThat(namesake.get(file.path("href").stringValue()).status())
                .as("a body of the same name in another region")
                .isEqualTo(404);
    }

    @Test
    void aReportBesideFilesMayWeighNoMoreThanOneAlone() throws Exception {
        var large = send("k-7", "; filename=\"r.json\"", "\"" + "x".repeat(1_100_000) + "\"");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.problem()).isEqualTo("too-large");
        var broken = send("k-8", "; filename=\"r.json\"", "[1");
        assertThat(broken.problem()).isEqualTo("unreadable");
        assertThat(send("k-9", "", "").problem()).isEqualTo("unreadable");
    }

    /// Files a report with evidence.
    private Program.Answer send(String key, String fileName, String report) throws Exception {
        var body =
                """
                --line-between\r
                Content-Disposition: form-data; name="report"%s\r
                Content-Type: application/json\r
                \r
                %s\r
                --line-between\r
                Content-Disposition: form-data; name="evidence"; filename="../../photo.txt"\r
                Content-Type: text/plain\r
                \r
                the bank at kilometre 3\r
                --line-between--\r
                """
                        .formatted(fileName, report);
        var request =
                program.request(BANK + "/reports", "Idempotency-Key", key)
                        .header("Content-Type", "multipart/form-data; boundary=line-between")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body));
        return program.send(request);
    }
}
