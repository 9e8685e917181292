package org.tongquan.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;

/// Working on a plan and asking for changes of one, as an office's own system does.
@HouseTest
class PlanApiTest {
    private static final String REGION = "basin-api-plan";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    @AfterEach
    void backToToday() {
        house.getBean(HouseClock.class).reset();
    }

    private static String here(Basin basin, PublishedPlan plan) {
        return "/api/v1/regions/" + basin.region() + "/plans/" + plan.id();
    }

    private static String item(int year, String text, String more) {
        return """
        {"textZh": "%s", "start": "%d-01-10", "deadline": "%d-11-30", "parties": ["990100"],
         "cooperating": [{"unit": "990100/hangdao", "work": "gauges"}],
         "milestones": [{"due": "%d-06-30", "percent": 50}], "weight": 3%s}\
        """
                .formatted(text, year, year, year, more);
    }

    private static Program.Answer send(
            Program program, String method, String path, String key, String tag, String body)
            throws Exception {
        var request =
                program.request(path, "If-Match", tag, "Idempotency-Key", key)
                        .header("Content-Type", "application/json");
        return program.send(request.method(method, BodyPublishers.ofString(body)));
    }

    @Test
    void anItemIsAddedChangedOnWhatWasReadAndTakenOutAgain() throws Exception {
        var basin = new Basin(house, REGION);
        var plan = PublishedPlan.drawn(basin);
        var items = here(basin, plan) + "/items";
        int year = basin.ledger().today().getYear() + 1;
        var program = Program.of(port, basin, REGION + ":secretariat", Power.DRAFT);

        var added = program.post(items, "p-1", item(year, "水尺", ""));
        assertThat(added.status()).as(added.http().body()).isEqualTo(201);
        assertThat(program.post(items, "p-1", item(year, "水尺", "")).json())
                .as("a retry")
                .isEqualTo(added.json());
        var path = added.header("Location");
        var read = program.get(path);
        assertThat(read.json().path("textZh").stringValue()).isEqualTo("水尺");
        assertThat(read.json().at("/cooperating/0/work").stringValue()).isEqualTo("gauges");
        var tag = read.header("ETag");

        var changed = send(program, "PUT", path, "p-2", tag, item(year, "新水尺", ""));
        assertThat(changed.status()).as(changed.http().body()).isEqualTo(200);
        assertThat(send(program, "PUT", path, "p-3", tag, item(year, "晚了", "")).problem())
                .as("somebody was quicker")
                .isEqualTo("precondition");
        assertThat(program.get(path).json().path("textZh").stringValue()).isEqualTo("新水尺");

        var gone = send(program, "DELETE", path, "p-4", changed.header("ETag"), "");
        assertThat(gone.status()).isEqualTo(200);
        assertThat(send(program, "DELETE", path, "p-4", changed.header("ETag"), "").json())
                .isEqualTo(gone.json());
        assertThat(program.get(path).status()).isEqualTo(404);
    }

    @Test
    void everythingWrongWithAnItemIsSaidAtOnce() throws Exception {
        var basin = new Basin(house, REGION + "-2");
        var items = here(basin, PublishedPlan.drawn(basin)) + "/items";
        int year = basin.ledger().today().getYear() + 1;
        var program = Program.of(port, basin, basin.region() + ":secretariat", Power.DRAFT);
        var shape =
                program.post(
                        items,
                        "p-1",
                        """
                        {"textZh": "", "start": "x", "deadline": "2027-01-01", "parties": [7],
                         "milestones": [{"due": "2027-01-01", "percent": 101, "colour": 1}]}\
                        """);
        assertThat(shape.problem()).isEqualTo("invalid");
        assertThat(shape.json().path("errors").toString())
                .contains("/textZh", "/start", "/parties/0")
                .contains("/milestones/0/percent", "/milestones/0/colour");
        var sense = program.post(items, "p-2", item(year, "水尺", ", \"depends\": [\"2000-001\"]"));
        assertThat(sense.problem()).isEqualTo("refused");
        assertThat(sense.json().at("/errors/0/pointer").stringValue()).isEqualTo("/depends");
        var reading = Program.of(port, basin, basin.region() + ":secretariat", Power.SUPERVISE);
        assertThat(reading.post(items, "p-3", item(year, "水尺", "")).problem())
                .isEqualTo("not-allowed");
        var unit = Program.of(port, basin, "990100/hangdao", Power.REPORT_PROGRESS);
        assertThat(unit.post(items, "p-4", item(year, "水尺", "")).problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void pagesFollowTheOrderOfThePlanAndShowEachItemOnce() throws Exception {
        var basin = new Basin(house, REGION + "-3");
        var plan = PublishedPlan.drawn(basin);
        var program = Program.of(port, basin, "990100/hangdao");
        var seen = new ArrayList<String>();
        var next = here(basin, plan) + "/items?limit=2";
        while (!next.isEmpty()) {
            var page = program.get(next).json();
            page.path("items").forEach(i -> seen.add(i.path("id").stringValue()));
            next = page.path("next").stringValue("");
        }
        assertThat(seen)
                .isEqualTo(plan.items().stream().map(i -> i.id()).toList())
                .hasSizeGreaterThan(2);
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
    }

    @Test
    void aUnitAsksForAChangeOfAPublishedPlan() throws Exception {
        var basin = new Basin(house, REGION + "-4");
        var plan = PublishedPlan.of(house, basin);
        var first = plan.items().getFirst();
        var path = here(basin, plan) + "/adjustments";
        var program = Program.of(port, basin, "990100/hangdao", Power.REPORT_PROGRESS);
        var wish =
                """
                {"change": "move-deadline", "items": ["%s"], "deadline": "%s", "reason": "flood"}\
                """
                        .formatted(first.id(), first.deadline().plusDays(9));
        var asked = program.post(path, "a-1", wish);
        assertThat(asked.status()).as(asked.http().body()).isEqualTo(201);
        assertThat(program.post(path, "a-1", wish).json()).isEqualTo(asked.json());
        var shown = program.get(asked.header("Location")).json();
        assertThat(shown.path("state").stringValue()).isEqualTo("open");
        assertThat(program.get(path).json().path("items").size()).isEqualTo(1);
        var none = wish.replace(first.id(), "2000-001");
        assertThat(program.post(path, "a-2", none).status()).isEqualTo(404);
        var working = Program.of(port, basin, basin.region() + ":secretariat", Power.DRAFT);
        int year = first.deadline().getYear();
        assertThat(working.post(here(basin, plan) + "/items", "a-3", item(year, "晚", "")).problem())
                .as("a published plan changes by adjustments alone")
                .isEqualTo("refused");
    }

    @Test
    void anotherRegionsPlanIsNotFound() throws Exception {
        var basin = new Basin(house, REGION + "-5");
        var plan = PublishedPlan.drawn(basin);
        var elsewhere = new Basin(house, REGION + "-6");
        var program = Program.of(port, elsewhere, elsewhere.region() + ":secretariat", Power.DRAFT);
        var there = "/api/v1/regions/" + elsewhere.region() + "/plans/" + plan.id();
        for (var path : new String[] {"/items", "/adjustments"}) {
            assertThat(program.get(there + path).status()).isEqualTo(404);
            assertThat(program.post(there + path, "x", item(2027, "x", "")).status())
                    .isEqualTo(404);
        }
    }
}
