package org.tongquan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongquan.HouseTest;

/// The frame by keyboard alone, on a phone, and without scripts.
@HouseTest
class KeyboardTest {
    private static final int NARROW = 360;
    private static final int WIDE = 1280;

    @LocalServerPort private int port;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open() {
        context = Chromium.open(port, WIDE);
        page = context.newPage();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void theFirstStopLeadsPastTheMenuToTheContent() {
        page.navigate("/about");
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("skip");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }

    @Test
    void aSlashGoesToTheSearchField() {
        page.navigate("/public/patterns/parts");
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("q");
        page.keyboard().type("a/?j");
        assertThat(page.inputValue("#q")).isEqualTo("a/?j");
    }

    @Test
    void aQuestionMarkOpensTheHelpAndEscapeClosesIt() {
        page.navigate("/about");
        page.keyboard().press("?");
        assertThat(page.locator("#keys").isVisible()).isTrue();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys").isVisible()).isFalse();
    }

    @Test
    void jAndKWalkThroughTheRowsAndPointAtTheirSentence() {
        page.navigate("/public/patterns/review");
        page.keyboard().press("j");
        assertThat(page.locator(".row").nth(1).getAttribute("class")).contains("selected");
        assertThat(page.locator("#s2").getAttribute("class")).contains("here");
        assertThat(page.locator(".row.selected").count()).isEqualTo(1);
        page.keyboard().press("ArrowUp");
        assertThat(page.locator(".row").nth(0).getAttribute("class")).contains("selected");
        page.keyboard().press("k");
        assertThat(page.locator(".row").nth(0).getAttribute("class")).contains("selected");
    }

    @Test
    void aLetterPressesTheButtonOfTheSelectedRow() {
        page.navigate("/public/patterns/review");
        page.evaluate(
                "document.querySelector('[data-key=a]').addEventListener('click', () => {"
                        + " document.title = 'accepted' })");
        page.keyboard().press("a");
        assertThat(page.title()).isEqualTo("accepted");
    }

    @Test
    void enterOpensTheSelectedItem() {
        page.navigate("/public/patterns/parts");
        page.keyboard().press("k");
        page.keyboard().press("Enter");
        assertThat(page.url()).endsWith("#t2");
    }

    @Test
    void aFormThatAsksFirstIsOnlySentAfterYes() {
        page.navigate("/public/patterns/forms");
        page.locator(".form .button.primary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#confirm").isVisible()).isTrue();
        assertThat(page.locator("#confirm-text").textContent()).isEqualTo("现在报送？");
        page.keyboard().press("Escape");
        assertThat(page.url()).endsWith("/public/patterns/forms");
        page.locator(".form .button.primary").click();
        var sent = page.waitForRequest("**/*", () -> page.locator("#confirm .primary").click());
        assertThat(sent.method()).isEqualTo("POST");
    }

    @Test
    void theFaultsOfAFormGetTheFocusAndLeadToTheirFields() {
        page.navigate("/public/patterns/forms");
        assertThat(focused()).contains("error-summary");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("percent");
    }

    @Test
    void theMenuOfANarrowScreenOpensWithItsButton() {
        page.setViewportSize(NARROW, WIDE);
        page.navigate("/public/patterns/parts");
        assertThat(page.locator("#menu").isVisible()).isFalse();
        page.locator(".menu-button").press("Enter");
        assertThat(page.locator("#menu").isVisible()).isTrue();
        assertThat(page.locator(".menu-button").getAttribute("aria-expanded")).isEqualTo("true");
    }

    @Test
    void withoutScriptsTheMenuIsOpenAndTheAccountOpens() {
        context.close();
        context =
                Chromium.open(
                        port, new Browser.NewContextOptions().setJavaScriptEnabled(false), NARROW);
        page = context.newPage();
        page.navigate("/public/patterns/parts");
        assertThat(page.locator("#menu").isVisible()).isTrue();
        page.locator(".account summary").click();
        assertThat(page.locator(".account-panel").isVisible()).isTrue();
    }

    @Test
    void theChosenLanguageStaysWithTheReader() {
        page.navigate("/about?lang=en");
        page.navigate("/");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        page.locator(".site-tools a[hreflang]").click();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
    }

    @Test
    void aPrintedPageLeavesTheFrameOut() {
        page.navigate("/public/patterns/parts");
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".site-header").isVisible()).isFalse();
        assertThat(page.locator(".filter").isVisible()).isFalse();
        assertThat(page.locator("table.data").first().isVisible()).isTrue();
    }

    private String focused() {
        return (String) page.evaluate("document.activeElement.className");
    }
}
