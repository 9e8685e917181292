package org.tongquan.ledger.template.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.identity.TestBrowser;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.template.TemplateKind;
import org.tongquan.ledger.template.Templating;

/// Templates by their pages: two who edit at once, a department that tries, a preview.
@HouseTest
class TemplatePagesTest {
    private static final String PATH = "/templates/notice";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    private Basin basin;

    private TestBrowser signedIn(String region, String body)
            throws IOException, InterruptedException {
        basin = new Basin(house, region);
        var who = body.isEmpty() ? basin.office().body() : body;
        basin.account(region, who);
        return TestBrowser.signedIn(port, region, Basin.PASSWORD);
    }

    private static Map<String, String> form(int shown, String text) {
        return Map.of("shown", Integer.toString(shown), "text", text);
    }

    @Test
    void theSecondOfTwoSeesBothTextsAndMaySaveAgain() throws IOException, InterruptedException {
        try (var browser = signedIn("basin-wording-two", "")) {
            browser.get(PATH);
            basin.door(Templating.class)
                    .save(basin.office(), TemplateKind.NOTICE, 0, "theirs {{督办要求}}");
            var stale = browser.post(PATH, form(0, "mine <b> {{督办要求}}"));
            assertThat(stale.statusCode()).isEqualTo(200);
            assertThat(stale.body())
                    .contains("theirs {{督办要求}}")
                    .contains("mine &lt;b&gt; {{督办要求}}")
                    .contains("name=\"shown\" value=\"1\"");
            assertThat(browser.post(PATH, form(1, "mine {{督办要求}}")).statusCode()).isEqualTo(302);
            assertThat(browser.get(PATH).body()).contains("mine {{督办要求}}");
            assertThat(browser.get(PATH + "?version=1").body()).contains("theirs {{督办要求}}");
        }
    }

    @Test
    void faultsAreShownWithTheTextThatWasTyped() throws IOException, InterruptedException {
        try (var browser = signedIn("basin-wording-bad", "")) {
            browser.get(PATH);
            var page = browser.post(PATH, form(0, "{{督办的要求}}")).body();
            assertThat(page).contains("第1行").contains("是否指“督办要求”").contains("{{督办的要求}}</textarea>");
            var preview = browser.post(PATH + "/preview", form(0, "请{{督办要求}}"));
            assertThat(preview.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(browser.post(PATH + "/preview", form(0, "{{x}}")).body()).contains("第1行");
        }
    }

    @Test
    void aDepartmentReadsTemplatesAndEditsNone() throws IOException, InterruptedException {
        try (var browser = signedIn("basin-wording-unit", "990321/shuili")) {
            var page = browser.get(PATH).body();
            assertThat(page).contains("readonly").doesNotContain("formaction");
            assertThat(browser.post(PATH, form(0, "x {{督办要求}}")).statusCode()).isEqualTo(403);
            assertThat(browser.post(PATH + "/preview", form(0, "x {{督办要求}}")).statusCode())
                    .isEqualTo(403);
            assertThat(browser.post(PATH + "/versions/0", Map.of("shown", "0")).statusCode())
                    .isEqualTo(403);
        }
    }
}
