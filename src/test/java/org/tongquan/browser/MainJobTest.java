package org.tongquan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Basin;

/// The product's main job as people do it, in a region of three invented parties that exists in
/// YAML alone: a document becomes commitments, a department reports, the light changes, the report
/// comes out.
@HouseTest
class MainJobTest {
    private static final String REGION = "basin-main-job";
    private static final Path POLICY = Path.of("src/test/resources/compacts/yunhe-policy.txt");
    private static final int WIDE = 1440;

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    @BeforeEach
    void people() {
        var basin = new Basin(house, REGION);
        basin.account("job-secretariat", REGION + ":secretariat");
        basin.account("job-hangdao", "990100/hangdao");
        basin.account("job-shuili", "990321/shuili");
    }

    @Test
    void aDocumentBecomesALedgerAndTheLedgerAReport() throws IOException {
        var draft = reviewAndAdopt();
        assertThat(draft).startsWith("/drafts/");
        var locks = report();
        everybodySees(locks);
        issue();
    }

    /// The secretariat reads the document, settles its rows and adopts them.
    private String reviewAndAdopt() throws IOException {
        try (var context = as("job-secretariat")) {
            var page = context.newPage();
            page.navigate("/drafts");
            page.locator("#file")
                    .setInputFiles(
                            new FilePayload("措施.txt", "text/plain", Files.readAllBytes(POLICY)));
            page.locator("form[action='/drafts'] button.primary").click();
            page.waitForURL(Pattern.compile(".*/drafts/[0-9a-f-]{36}"));
            assertThat(page.locator("h1").innerText()).contains("支持云河流域协作区发展的若干措施");
            assertThat(row(page, "柳桥县与石浦市").innerText())
                    .contains("柳桥县文化和旅游局", "柳桥县财政局", "2025-10-31");
            int all = rows(page, "").count();
            assertThat(all).isGreaterThan(15);

            page.locator("#sure").selectOption(last(page));
            submit(page, page.locator("form[action$='accept-sure'] button"));
            int sure = rows(page, ".accepted").count();
            assertThat(sure).as("accepted in bulk").isGreaterThan(0);
            submit(page, page.locator("form[action$='undo'] button"));
            assertThat(rows(page, ".accepted").count()).as("taken back").isZero();
            submit(page, page.locator("form[action$='accept-sure'] button"));

            correct(page);
            dropByKeyboard(page);
            promote(page, all);
            page.locator("#adopt button.primary").click();
            confirm(page);
            page.locator(".page-head .tag.green").waitFor();
            return page.url().substring(page.url().indexOf("/drafts/"));
        }
    }

    private static String last(Page page) {
        return (String) page.evaluate("[...document.querySelectorAll('#sure option')].pop().value");
    }

    /// Another deadline for the first measure; the row is accepted by it.
    private static void correct(Page page) {
        var row = row(page, "船闸调度平台");
        row.locator("[data-key=e]").click();
        row.locator("input[name=deadline]").fill("2027-06-30");
        row.locator(".edit button.primary").click();
        page.waitForCondition(() -> row(page, "船闸调度平台").getAttribute("class").contains("accepted"));
        assertThat(row(page, "船闸调度平台").innerText()).contains("2027-06-30");
    }

    private static void dropByKeyboard(Page page) {
        var row = row(page, "适时组织评估");
        if (row.getAttribute("class").contains("accepted")) {
            row.locator("[data-key=u]").click();
            page.waitForCondition(
                    () -> row(page, "适时组织评估").getAttribute("class").contains("proposed"));
        }
        row(page, "适时组织评估").locator("[data-key=d]").focus();
        page.keyboard().press("d");
        page.waitForCondition(() -> row(page, "适时组织评估").getAttribute("class").contains("dropped"));
    }

    /// One sentence that the reader passed over becomes a row of its own.
    private static void promote(Page page, int before) {
        page.locator("details.more summary").last().click();
        submit(page, page.locator("form[action$='promote'] button").first());
        page.waitForCondition(() -> rows(page, "").count() == before + 1);
    }

    /// Presses what leads to another page, and waits for that page.
    private static void submit(Page page, Locator button) {
        page.waitForResponse(
                r -> r.request().isNavigationRequest() && r.status() == 200, button::click);
        page.waitForLoadState();
    }

    private static void confirm(Page page) {
        var dialog = page.locator("dialog#confirm[open]");
        dialog.waitFor();
        dialog.locator("button.primary, button.danger, button[value=yes]").first().click();
    }

    /// The department in the lead finds the new duty in its work, reports with a file, sees why.
    private String report() {
        try (var context = as("job-hangdao")) {
            var page = context.newPage();
            page.navigate("/work");
            var duty = page.locator("main a", new Page.LocatorOptions().setHasText("船闸调度平台"));
            submit(page, duty.first());
            var address = page.url().replaceFirst("http://[^/]+", "").replaceFirst("#.*", "");
            assertThat(page.locator("main").innerText()).contains("2027-06-30");
            page.locator("#r-percent").fill("100");
            page.locator("#r-text").fill("平台已建成，三地同时启用。");
            page.locator("#r-files")
                    .setInputFiles(
                            new FilePayload(
                                    "../验收意见.txt",
                                    "text/plain",
                                    "同意验收".getBytes(StandardCharsets.UTF_8)));
            submit(page, page.locator("form[action$='/reports'] button.primary"));
            assertThat(page.locator(".timeline").innerText())
                    .contains("平台已建成", "100%", "验收意见.txt")
                    .doesNotContain("..");
            assertThat(page.locator("main table tbody tr").first().innerText())
                    .as("the light and why")
                    .contains("绿灯", "2027-06-30");
            return address;
        }
    }

    /// Another city's department sees light and figures, not the report; the public too.
    private void everybodySees(String address) {
        try (var context = as("job-shuili");
                var open = Chromium.open(port, WIDE)) {
            var page = context.newPage();
            page.navigate(address);
            assertThat(page.locator("main").innerText()).contains("100%").doesNotContain("平台已建成");
            var citizen = open.newPage();
            citizen.navigate("/public/" + REGION);
            assertThat(citizen.locator("main").innerText())
                    .contains("云河流域协作区", "云川市", "柳桥县")
                    .doesNotContain("平台已建成");
        }
    }

    /// The secretariat issues the report, fetches both files and has it counted again.
    private void issue() throws IOException {
        try (var context = as("job-secretariat")) {
            var page = context.newPage();
            page.navigate("/reports");
            page.locator("#number").fill("云协报〔2026〕3号");
            submit(page, page.locator("form[action='/reports'] button.primary"));
            var pdf = fetch(context, page, "a[href$='.pdf']");
            try (var document = Loader.loadPDF(pdf)) {
                var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
                assertThat(text).contains("云协报〔2026〕3号", "已完成1项");
            }
            var docx = fetch(context, page, "a[href$='.docx']");
            assertThat(new String(docx, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
            submit(page, page.locator("form[action$='recount'] button").first());
            assertThat(page.locator("main, .notice").first().innerText()).contains("逐字节一致");
        }
    }

    private static byte[] fetch(BrowserContext context, Page page, String link) {
        var address = page.locator(link).first().getAttribute("href");
        var answer = context.request().get(address);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static Locator rows(Page page, String state) {
        return page.locator("li.row" + state);
    }

    private static Locator row(Page page, String words) {
        return page.locator("li.row", new Page.LocatorOptions().setHasText(words)).first();
    }

    private BrowserContext as(String login) {
        var context = Chromium.open(port, WIDE);
        Visits.signIn(context, login, Basin.PASSWORD);
        return context;
    }
}
