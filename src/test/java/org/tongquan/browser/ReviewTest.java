package org.tongquan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Basin;

/// What a person does with single rows of a document in review.
@HouseTest
class ReviewTest {
    private static final String REGION = "basin-review";
    private static final String SURE = "新建污水管网";
    private static final String UNKNOWN = "修复河岸";
    private static final String POLICY =
            """
            云河流域协作区治水措施
            一、守住清水
            1.云川市新建污水管网120公里，改造泵站5座，2026年底前完工。（云川市住房城乡建设局牵头）
            2.柳桥县修复河岸12.5公里，种植防护林3000亩，2026年底前完成。（柳桥县水力局牵头）
            """;

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    @BeforeEach
    void people() {
        new Basin(house, REGION).account("review-secretariat", REGION + ":secretariat");
    }

    @Test
    void aUnitThatNobodyKnowsComesFirstAndTheOneMeantIsChosen() {
        try (var context = signedIn()) {
            var page = open(context);
            assertThat(page.locator("[data-item]").first().innerText())
                    .contains(UNKNOWN, "柳桥县水力局", "规约中没有");
            var row = row(page, UNKNOWN);
            row.locator("[data-key=e]").click();
            var meant = row.locator("select[name=meant]");
            assertThat(meant.locator("optgroup").first().locator("option").first().innerText())
                    .isEqualTo("柳桥县水利局");
            meant.selectOption("柳桥县水力局\t柳桥县水利局");
            row.locator(".edit button.primary").click();
            page.waitForCondition(
                    () -> row(page, UNKNOWN).getAttribute("class").contains("accepted"));
            assertThat(row(page, UNKNOWN).innerText())
                    .contains("柳桥县水利局")
                    .doesNotContain("水力局", "规约中没有");
        }
    }

    @Test
    void whatIsTypedIsKeptThoughNobodyPressesSave() {
        try (var context = signedIn()) {
            var page = open(context);
            var row = row(page, SURE);
            row.locator("[data-key=e]").click();
            type(page, row, "2026-11-30");
            type(page, row, "2026-10-31");
            page.reload();
            assertThat(row(page, SURE).innerText()).contains("2026-10-31");
            assertThat(row(page, SURE).getAttribute("class")).doesNotContain("accepted");
        }
    }

    @Test
    void aRowIsCutInTwoAndJoinedAgain() {
        try (var context = signedIn()) {
            var page = open(context);
            int before = page.locator("[data-item]").count();
            var row = row(page, SURE);
            row.locator("[data-key=e]").click();
            row.locator("select[name=at]").selectOption(place(row, "改造泵站"));
            leaveBy(page, row.locator("form[action$='/split'] button"));
            assertThat(page.locator("[data-item]").count()).isEqualTo(before + 1);
            assertThat(text(row(page, SURE))).contains("污水管网120公里").doesNotContain("改造泵站");
            assertThat(text(row(page, "改造泵站"))).contains("5座").doesNotContain("污水管网");

            row(page, SURE).locator("[data-key=e]").click();
            leaveBy(page, row(page, SURE).locator("form[action$='/merge'] button"));
            assertThat(page.locator("[data-item]").count()).isEqualTo(before);
            assertThat(text(row(page, SURE))).contains("污水管网120公里", "改造泵站5座");
        }
    }

    private static void type(Page page, Locator row, String day) {
        page.waitForResponse(
                r -> r.url().endsWith("/fields") && r.status() == 200,
                () -> {
                    row.locator("input[name=deadline]").fill(day);
                    row.locator("input[name=deadline]").blur();
                });
    }

    private static String place(Locator row, String words) {
        return row.locator("select[name=at] option")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .getAttribute("value");
    }

    private static void leaveBy(Page page, Locator button) {
        page.waitForResponse(
                r -> r.request().isNavigationRequest() && r.status() == 200, button::click);
        page.waitForLoadState();
    }

    private static String text(Locator row) {
        return row.locator(".row-text").innerText();
    }

    private static Locator row(Page page, String words) {
        return page.locator("[data-item]")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.locator(
                                                ".row-text",
                                                new Page.LocatorOptions().setHasText(words))))
                .first();
    }

    private Page open(BrowserContext context) {
        var page = context.newPage();
        page.navigate("/drafts");
        page.locator("#text").fill(POLICY);
        page.locator("form:has(#text) button.primary").click();
        page.waitForURL(Pattern.compile(".*/drafts/[0-9a-f-]{36}"));
        return page;
    }

    private BrowserContext signedIn() {
        var context = Chromium.open(port, 1440);
        Visits.signIn(context, "review-secretariat", Basin.PASSWORD);
        return context;
    }
}
