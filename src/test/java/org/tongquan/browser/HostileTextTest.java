package org.tongquan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Filing;
import org.tongquan.ledger.NewReport;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.drafting.Drafting;
import org.tongquan.ledger.drafting.Starting;
import org.tongquan.ledger.reporting.Issuing;
import org.tongquan.ledger.reporting.Reporting;

/// A region whose names, texts, files and reports are attempts to run a script: every page that
/// shows them shows the words and runs nothing.
@HouseTest
class HostileTextTest {
    private static final String REGION = "basin-hostile";
    private static final String MARK = "hostile-mark";
    private static final String EVIL =
            "<img src=x onerror=document.title='"
                    + MARK
                    + "'><b class="
                    + MARK
                    + ">\"'`${7*7}{{7*7}}";
    private static final String IN_YAML = EVIL.replace("'", "''");
    private static final String BANK = "y01-county-bank";
    private static final int WIDE = 1280;
    private static final Path POLICY = Path.of("src/test/resources/compacts/yunhe-policy.txt");

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    private Basin basin;
    private final List<String> addresses = new ArrayList<>();

    @BeforeEach
    void region() throws Exception {
        basin = new Basin(house, REGION);
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"",
                        "version: \"2025.2\"",
                        "{zh: 柳桥修复河岸, en: Liuqiao restores its river bank}",
                        "{zh: '" + IN_YAML + "', en: '" + IN_YAML + "'}",
                        "{zh: 柳桥县, en: Liuqiao}",
                        "{zh: '柳桥县" + IN_YAML + "', en: '" + IN_YAML + "'}",
                        "title: 航道与水质",
                        "title: '" + IN_YAML + "'",
                        "title: 一条河}",
                        "title: '" + IN_YAML + "'}",
                        "zh: 云河流域协作区, en: Yunhe basin",
                        "zh: '" + IN_YAML + "', en: '" + IN_YAML + "'",
                        "zh: 理事会秘书处, en: Secretariat",
                        "zh: '" + IN_YAML + "', en: '" + IN_YAML + "'"));
        basin.account("evil-secretariat", REGION + ":secretariat");
        basin.account("evil-shuili", "990321/shuili");
        basin.account("evil-people", REGION + ":keeper-of-people");
        var file =
                new ProgressReport.Attachment(
                        EVIL, "text/html", EVIL.getBytes(StandardCharsets.UTF_8));
        var filed =
                basin.ledger()
                        .report(
                                basin.unit("990321/shuili"),
                                new NewReport(
                                        REGION,
                                        BANK,
                                        "990321",
                                        basin.ledger().today(),
                                        50,
                                        EVIL,
                                        List.of(file),
                                        false));
        basin.ledger().giveBack(basin.office(), ((Filing.Filed) filed).id(), EVIL);
        basin.ledger()
                .assign(
                        basin.office(),
                        REGION,
                        BANK,
                        "990321",
                        "990321/nongye",
                        Assignment.Role.COOPERATING);
        pages();
    }

    private void pages() throws Exception {
        var text = Files.readString(POLICY).replace("云河流域协作区发展", EVIL).replace("船闸调度平台", EVIL);
        var started =
                basin.door(Drafting.class)
                        .start(
                                basin.office(),
                                REGION,
                                EVIL + ".txt",
                                text.getBytes(StandardCharsets.UTF_8));
        var draft = ((Starting.Started) started).draft();
        var row =
                basin.door(Drafting.class).find(basin.office(), draft).orElseThrow().rows().stream()
                        .filter(r -> r.fields().text().contains(MARK))
                        .findFirst()
                        .orElseThrow();
        var wish = new Reporting.Wish(basin.ledger().today(), EVIL, EVIL, EVIL);
        var issuing = basin.door(Reporting.class).issue(basin.office(), REGION, wish);
        assertThat(issuing).isInstanceOf(Issuing.Done.class);
        addresses.addAll(
                List.of(
                        "/",
                        "/public/" + REGION,
                        "/work",
                        "/cockpit",
                        "/ledger",
                        "/ledger?words=" + java.net.URLEncoder.encode(EVIL, StandardCharsets.UTF_8),
                        "/ledger/" + REGION + "/" + BANK,
                        "/drafts",
                        "/drafts/" + draft,
                        "/drafts/" + draft + "/rows/" + row.id(),
                        "/reports",
                        "/people",
                        "/me",
                        "/sign-in?" + java.net.URLEncoder.encode(EVIL, StandardCharsets.UTF_8)));
    }

    @Test
    void everyPageShowsTheWordsAndRunsNothing() {
        var shown = new TreeSet<String>();
        for (var login : List.of("evil-secretariat", "evil-shuili", "evil-people")) {
            try (var context = Chromium.open(port, WIDE)) {
                Visits.signIn(context, login, Basin.PASSWORD);
                for (var address : addresses) {
                    try (Page page = context.newPage()) {
                        page.navigate(address);
                        assertThat(page.title()).as(address).isNotEqualTo(MARK);
                        assertThat(page.locator("b." + MARK).count()).as(address).isZero();
                        assertThat(page.content())
                                .as(address)
                                .doesNotContain("49{{")
                                .doesNotContain("49}}");
                        if (page.content().contains(MARK)) {
                            shown.add(address);
                        }
                    }
                }
            }
        }
        assertThat(shown).as("pages that showed the hostile words").hasSizeGreaterThan(7);
    }
}
