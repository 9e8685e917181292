package org.tongquan.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.scoring.Span;

/// Signing for and answering a notice, and entering figures, as a city's own system does.
@HouseTest
class NoticeApiTest {
    private static final String REGION = "basin-api-notice";
    private static final String HERE = "/api/v1/regions/" + REGION;
    private static final String WATER = HERE + "/indicators/y01-water-share";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    private static String issue(Basin basin, String item) {
        var target = new Chasing.Target(item, "990321");
        var issued = basin.door(Chasing.class).issue(basin.office(), List.of(target), "why");
        return ((Handling.Done) issued.getFirst()).subject().toString();
    }

    @Test
    void aNoticeIsSignedForAndAnsweredOnTheVersionThatWasRead() throws Exception {
        var basin = new Basin(house, REGION);
        var program = Program.of(port, basin, "990321/shuili", Power.REPORT_PROGRESS);
        var path = HERE + "/notices/" + issue(basin, "y01-county-bank");
        var mine = program.get(HERE + "/notices?mine=true&open=true").json();
        assertThat(mine.at("/items/0/href").stringValue()).isEqualTo(path);
        assertThat(mine.at("/items/0/allowed/0").stringValue()).isEqualTo("signed");

        assertThat(program.post(path + "/receipt", "n-1", "").problem())
                .isEqualTo("condition-missing");
        assertThat(program.post(path + "/receipt", "n-1", "", "If-Match", "\"7\"").status())
                .isEqualTo(412);
        var tag = program.get(path).header("ETag");
        var signed = program.post(path + "/receipt", "n-1", "", "If-Match", tag);
        assertThat(signed.status()).as(signed.http().body()).isEqualTo(201);
        assertThat(signed.header("ETag")).isEqualTo("\"2\"");
        assertThat(program.post(path + "/receipt", "n-1", "", "If-Match", tag).json())
                .as("a retry")
                .isEqualTo(signed.json());

        var answer = "{\"text\": \"banks raised\"}";
        assertThat(program.post(path + "/answer", "n-2", answer, "If-Match", tag).problem())
                .isEqualTo("precondition");
        assertThat(program.post(path + "/answer", "n-2", answer, "If-Match", "\"2\"").status())
                .isEqualTo(201);
        var now = program.get(path).json();
        assertThat(now.path("state").stringValue()).isEqualTo("awaiting-review");
        assertThat(now.at("/events/2/text").stringValue()).isEqualTo("banks raised");
        assertThat(program.post(path + "/receipt", "n-3", "", "If-Match", "\"3\"").problem())
                .isEqualTo("refused");
    }

    @Test
    void theOfficeIssuesReturnsPassesClosesAndTakesUpAgain() throws Exception {
        var basin = new Basin(house, REGION + "-5");
        var here = "/api/v1/regions/" + basin.region() + "/notices";
        var office = Program.of(port, basin, basin.region() + ":secretariat", Power.SUPERVISE);
        var unit = Program.of(port, basin, "990321/shuili", Power.REPORT_PROGRESS);
        var wanted =
                "{\"item\": \"y01-county-bank\", \"party\": \"990321\", \"demand\": \"raise it\"}";
        assertThat(unit.post(here, "i-0", wanted).problem()).isEqualTo("not-allowed");
        var issued = office.post(here, "i-1", wanted);
        assertThat(issued.status()).as(issued.http().body()).isEqualTo(201);
        assertThat(office.post(here, "i-1", wanted).json()).isEqualTo(issued.json());
        assertThat(office.post(here, "i-2", wanted).problem()).isEqualTo("refused");
        var path = issued.header("Location");
        var done = "{\"text\": \"done\"}";
        step(unit, path + "/receipt", "", 1);
        step(unit, path + "/answer", done, 2);
        assertThat(office.get(path).json().path("allowed").toString())
                .contains("passed", "returned");
        var silent = "{\"result\": \"returned\"}";
        assertThat(office.post(path + "/review", "i-3", silent, "If-Match", "\"3\"").problem())
                .isEqualTo("invalid");
        step(office, path + "/review", "{\"result\": \"returned\", \"text\": \"how?\"}", 3);
        step(unit, path + "/answer", done, 4);
        assertThat(unit.post(path + "/review", "u", "{\"result\": \"passed\"}").problem())
                .isEqualTo("not-allowed");
        step(office, path + "/review", "{\"result\": \"passed\"}", 5);
        step(office, path + "/closure", "{}", 6);
        assertThat(office.get(path).json().path("state").stringValue()).isEqualTo("closed");
        step(office, path + "/reopening", "{\"text\": \"broken again\"}", 7);
        assertThat(office.get(path).json().path("state").stringValue())
                .isEqualTo("awaiting-answer");
    }

    private static void step(Program program, String path, String body, int seen) throws Exception {
        var answer = program.post(path, "s-" + seen, body, "If-Match", "\"" + seen + "\"");
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(201);
    }

    @Test
    void anotherCitysKeyDoesNotFindTheNoticeAndAReadingKeyDoesNotSign() throws Exception {
        var basin = new Basin(house, REGION + "-2");
        var here = "/api/v1/regions/" + basin.region() + "/notices/";
        var path = here + issue(basin, "y01-county-bank");
        var other = Program.of(port, basin, "990200/huanjing", Power.REPORT_PROGRESS);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.post(path + "/receipt", "n-9", "", "If-Match", "\"1\"").status())
                .isEqualTo(404);
        var reading = Program.of(port, basin, "990321/shuili");
        assertThat(reading.get(path).status()).isEqualTo(200);
        assertThat(reading.post(path + "/receipt", "n-9", "", "If-Match", "\"1\"").problem())
                .isEqualTo("not-allowed");
        assertThat(reading.get(path).json().path("allowed").size()).isZero();
    }

    @Test
    void whatBelongsToAnotherRegionIsNotFound() throws Exception {
        var basin = new Basin(house, REGION + "-3");
        var elsewhere = new Basin(house, REGION + "-4");
        var notice = issue(basin, "y01-county-bank");
        basin.door(Planning.class).draw(basin.office(), basin.ledger().today().getYear(), "plan");
        var plan = basin.door(Planning.class).list(basin.office()).getFirst().id();
        var scoring = basin.door(Scoring.class);
        scoring.drawUp(
                basin.office(), basin.region(), Span.ended(basin.ledger().today(), 2).getFirst());
        var evaluation = scoring.list(basin.office(), basin.region()).getFirst().id();
        for (var body : List.of("990321/shuili", elsewhere.region() + ":secretariat")) {
            var program = Program.of(port, elsewhere, body, power(body));
            var there = "/api/v1/regions/" + elsewhere.region();
            for (var path :
                    List.of("/notices/" + notice, "/plans/" + plan, "/evaluations/" + evaluation)) {
                assertThat(program.get(there + path).status()).as(body + path).isEqualTo(404);
            }
        }
        var namesake = Program.of(port, elsewhere, "990321/shuili", Power.REPORT_PROGRESS);
        var path = "/api/v1/regions/" + elsewhere.region() + "/notices/" + notice;
        assertThat(namesake.post(path + "/receipt", "n-8", "", "If-Match", "\"1\"").status())
                .isEqualTo(404);
    }

    private static Power power(String body) {
        return body.contains("/") ? Power.REPORT_PROGRESS : Power.SUPERVISE;
    }

    @Test
    void aFigureIsEnteredOnceAndRevisedOnWhatWasShown() throws Exception {
        var basin = new Basin(house, REGION);
        var program = Program.of(port, basin, "990100/huanjing", Power.REPORT_PROGRESS);
        var first = value("84", 0, "");
        assertThat(program.post(WATER + "/readings", "v-1", first).status()).isEqualTo(201);
        assertThat(program.post(WATER + "/readings", "v-1", first).status()).isEqualTo(201);
        assertThat(program.post(WATER + "/readings", "v-2", value("86", 0, "checked")).problem())
                .isEqualTo("changed");
        var revised = program.post(WATER + "/readings", "v-3", value("86", 1, "checked"));
        assertThat(revised.json().path("revision").intValue()).isEqualTo(2);
        var huge = value("1e999999999", 0, "");
        assertThat(program.post(WATER + "/readings", "v-4", huge).problem()).isEqualTo("invalid");
        var other = Program.of(port, basin, "990200/huanjing", Power.REPORT_PROGRESS);
        assertThat(other.post(WATER + "/readings", "v-5", value("1", 2, "x")).problem())
                .isEqualTo("not-allowed");
    }

    private static String value(String value, int shown, String reason) {
        return """
        {"party": "990100", "kind": "achieved", "on": "2025-12-31", "value": %s,
         "source": "yearbook", "shown": %d, "reason": "%s"}\
        """
                .formatted(value, shown, reason);
    }
}
