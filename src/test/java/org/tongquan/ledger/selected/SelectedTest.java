package org.tongquan.ledger.selected;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.identity.TestBrowser;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.progress.Assessing;

/// Rows chosen in the list: each goes through its own door, and each says what became of it.
@HouseTest
class SelectedTest {
    private static final String BANK = "y01-county-bank~990321";
    private static final String NOWHERE = "no-such~990321";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    private TestBrowser office(Basin basin, String login) throws Exception {
        basin.account(login, basin.region() + ":secretariat");
        return TestBrowser.signedIn(port, login, Basin.PASSWORD);
    }

    private static String act(TestBrowser browser, String act, Map<String, String> fields)
            throws Exception {
        browser.get("/ledger/selected?act=" + act + "&item=" + BANK);
        var answer = browser.post("/ledger/selected/" + act, fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void chosenRowsAreShownBeforeAnythingHappens() throws Exception {
        var basin = new Basin(house, "basin-selected");
        try (var browser = office(basin, "selected-1")) {
            assertThat(browser.get("/ledger").body()).contains("value=\"" + BANK + "\"");
            var form = browser.get("/ledger/selected?act=notice&item=" + BANK + "&item=" + NOWHERE);
            assertThat(form.body()).contains("name=\"item\" value=\"" + BANK + "~0\"");
            assertThat(browser.get("/ledger/selected?act=no-such").statusCode()).isEqualTo(404);
        }
        assertThat(basin.door(Chasing.class).openItems(basin.office())).isEmpty();
    }

    @Test
    void aRefusalStandsBesideItsRowAndHindersNoOther() throws Exception {
        var basin = new Basin(house, "basin-selected-2");
        try (var browser = office(basin, "selected-2")) {
            var once = act(browser, "notice", Map.of("item", BANK, "text", "加快"));
            assertThat(once).contains("/notices/").contains("tag green");
            var again = act(browser, "notice", Map.of("item", BANK, "text", "加快"));
            assertThat(again).contains("tag red").doesNotContain("tag green");
            assertThat(act(browser, "notice", Map.of("item", BANK, "text", " ")))
                    .as("nothing was tried")
                    .doesNotContain("tag red")
                    .contains("role=\"alert\"");
        }
        assertThat(basin.door(Chasing.class).openItems(basin.office())).containsExactly(BANK);
    }

    @Test
    void aRatingIsGivenOnWhatWasShownAndAUnitIsNamedOnce() throws Exception {
        var basin = new Basin(house, "basin-selected-3");
        var assessing = basin.door(Assessing.class);
        try (var browser = office(basin, "selected-3")) {
            var rating = Map.of("item", BANK + "~0", "level", "at-risk", "text", "资金未到位");
            assertThat(act(browser, "rate", rating)).contains("tag green");
            assertThat(act(browser, "rate", rating))
                    .as("another was given since")
                    .contains("tag red");
            assertThat(browser.get("/ledger/selected?act=rate&item=" + BANK).body())
                    .contains("value=\"" + BANK + "~1\"");
            var unit = Map.of("item", BANK, "unit", "990100/hangdao", "role", "cooperating");
            assertThat(act(browser, "assign", unit)).contains("tag green");
            assertThat(act(browser, "assign", unit)).contains("tag red");
        }
        assertThat(assessing.list(basin.office(), basin.region(), "y01-county-bank")).hasSize(1);
        assertThat(
                        basin.ledger()
                                .find(basin.office(), basin.region(), "y01-county-bank")
                                .orElseThrow()
                                .hasPart("990321", "990100/hangdao", Assignment.Role.COOPERATING))
                .isTrue();
    }

    @Test
    void aReminderReachesThoseResponsibleOnceADay() {
        var basin = new Basin(house, "basin-selected-4");
        var chasing = basin.door(Chasing.class);
        var unit = basin.unit("990321/shuili");
        var before = basin.door(Inbox.class).list(unit, false).size();
        var targets =
                List.of(
                        new Chasing.Target("y01-county-bank", "990321"),
                        new Chasing.Target("no-such", "990321"));
        var doors = new DrivenDoors();
        var answers =
                doors.run("Chasing.remind", () -> chasing.remind(basin.office(), targets, "周五前报送"));
        assertThat(answers.getFirst()).isInstanceOf(Handling.Done.class);
        assertThat(answers.getLast()).isEqualTo(new Handling.Refused(Handling.Reason.NOT_FOUND));
        assertThat(chasing.remind(basin.office(), targets, "再次").getFirst())
                .isEqualTo(new Handling.Refused(Handling.Reason.REMINDED_TODAY));
        var told = basin.door(Inbox.class).list(unit, false);
        assertThat(told).hasSize(before + 1);
        assertThat(told.getFirst().values()).contains("周五前报送");
        assertThat(chasing.remind(unit, targets, "").getFirst())
                .isEqualTo(new Handling.Refused(Handling.Reason.NOT_YOURS));
    }

    @Test
    void aPersonOfTheUnitIsNamedWithItAndTheUnitIsTold() throws Exception {
        var basin = new Basin(house, "basin-selected-6");
        var unit = basin.unit("990321/shuili");
        try (var browser = office(basin, "selected-6")) {
            var wish = Map.of("item", BANK, "unit", "990321/shuili", "role", "cooperating");
            var both = new java.util.HashMap<>(wish);
            both.put("who", "张河（副局长）");
            assertThat(act(browser, "assign", both)).contains("tag green");
            assertThat(act(browser, "assign", both)).as("named already").contains("tag red");
            both.put("who", "李堤（局长）");
            assertThat(act(browser, "assign", both))
                    .as("the unit has its part; another person is named")
                    .contains("tag green");
            both.put("who", "长".repeat(61));
            assertThat(act(browser, "assign", both)).contains("role=\"alert\"");
            assertThat(browser.get("/ledger/" + basin.region() + "/y01-county-bank").body())
                    .contains("李堤（局长）")
                    .doesNotContain("张河（副局长）");
        }
        assertThat(basin.door(Inbox.class).list(unit, false))
                .filteredOn(t -> t.message().equals("responsible.told"))
                .hasSize(2);
    }

    @Test
    void aUnitChoosesNoRowsAndOpensNoForm() throws Exception {
        var basin = new Basin(house, "basin-selected-5");
        basin.account("selected-5", "990321/shuili");
        try (var browser = TestBrowser.signedIn(port, "selected-5", Basin.PASSWORD)) {
            assertThat(browser.get("/ledger").body()).doesNotContain("name=\"item\"");
            assertThat(browser.get("/ledger/selected?act=rate&item=" + BANK).statusCode())
                    .isEqualTo(403);
            browser.get("/me");
            assertThat(browser.post("/ledger/selected/rate", Map.of("item", BANK)).statusCode())
                    .isEqualTo(403);
        }
    }
}
