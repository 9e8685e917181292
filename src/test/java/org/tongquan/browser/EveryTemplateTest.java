package org.tongquan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.HostileNames;
import org.tongquan.identity.TestBrowser;
import org.tongquan.identity.keys.Issuing;
import org.tongquan.identity.keys.Keys;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.site.WatchedViews;

/// Every text that people wrote ends in an attempt to break out of its place; every page is asked
/// for by every reader. No page holds anything but the words, and every template that shows words
/// of people has shown them.
@HouseTest
class EveryTemplateTest {
    static final String MARK = "hostile-mark";
    private static final String WORDS =
            "\"'><b class=" + MARK + " onclick=alert(1)>{{7*7}}${7*7}</b><!--";
    private static final String SHORTEST = "\"><b class=" + MARK + ">";
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final int SERVER_FAULT = 500;
    private static final int FOUND = 200;

    /// Names that other tests made as long as they may be.
    private static final int FEW = 9;

    private static final String FIXED = "counts, days, codes, logins, the house's own words";
    private static final String PARTS = "puts other templates together, writes nothing itself";
    private static final String ANSWER = "words stand in the answer to a refused form alone";
    private static final String PUBLISHED = "stands on items of a published plan alone";
    private static final String ROUNDS = "names parties once reports were missed or opposed";

    /// Templates that show no words of people on any page of the tour, with the reason.
    private static final Map<String, List<String>> NO_FREE_TEXT =
            Map.of(
                    FIXED,
                    List.of(
                            "chiefs/fault",
                            "chiefs/standing",
                            "chiefs/state",
                            "identity/audit",
                            "ledger/chasing_state",
                            "ledger/chasing_tabs",
                            "ledger/hook",
                            "ledger/legend",
                            "ledger/lightbar",
                            "ledger/review_counts",
                            "ledger/stats",
                            "ledger/trend",
                            "measuring/status",
                            "meeting/tabs",
                            "planning/faults",
                            "progress/refused",
                            "progress/steps",
                            "scoring/state",
                            "site/about",
                            "site/accessibility",
                            "site/part/chart-bars",
                            "site/part/chart-line",
                            "site/part/csrf",
                            "site/part/empty",
                            "site/part/error-summary",
                            "site/part/field-error",
                            "site/part/light",
                            "site/part/menu-item",
                            "site/part/notice",
                            "site/part/pager",
                            "site/part/progress",
                            "site/part/stat",
                            "identity/security",
                            "identity/sign-in",
                            "ledger/developers",
                            "ledger/review_row_kept",
                            "progress/pace",
                            "progress/pace_refused",
                            "suggesting/faults",
                            "suggesting/receipt"),
                    PARTS,
                    List.of("ledger/review_edit", "ledger/review_row_answer", "suggesting/desk"),
                    PUBLISHED,
                    List.of("planning/tile"),
                    ANSWER,
                    List.of(
                            "ledger/review_row_overlap",
                            "meeting/faults",
                            "sheet/sheet",
                            "site/error",
                            "suggesting/track"),
                    ROUNDS,
                    List.of(
                            "planning/compare",
                            "planning/side",
                            "progress/confirm",
                            "progress/rhythm"));

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;
    @Autowired private WatchedViews views;

    private final Set<String> found = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void noTemplateLetsWordsOutOfTheirPlace() throws Exception {
        var stops = Routes.all(house);
        key();
        Set<String> wrote;
        var compacts = house.getBean(Compacts.class);
        try (var names = new HostileNames(compacts, LedgerSamples.REGION, WORDS);
                var rows = new HostileRows(WORDS, SHORTEST)) {
            assertThat(names).isNotNull();
            assertThat(rows.refused()).as("columns too short for them").hasSizeLessThan(FEW);
            views.watch(MARK);
            try {
                for (var visitor : Visits.all()) {
                    visit(visitor, stops);
                }
            } finally {
                wrote = new TreeSet<>(views.templates());
            }
        }
        assertThat(faults).isEmpty();
        assertThat(found).as("routes shown to somebody").containsAll(Routes.shown(house));
        var without = templates();
        without.removeAll(wrote);
        assertThat(without)
                .as("templates that never showed the hostile words")
                .containsExactlyInAnyOrderElementsOf(
                        NO_FREE_TEXT.values().stream().flatMap(List::stream).toList());
    }

    @Test
    void noTemplateWritesWithoutEscaping() throws IOException {
        for (var template : templates()) {
            var text = Files.readString(TEMPLATES.resolve(template + ".jte"));
            assertThat(text).as(template).doesNotContain("$unsafe");
        }
    }

    private void visit(Visits.Visitor visitor, List<Routes.Stop> stops) throws Exception {
        try (var browser = new TestBrowser(port)) {
            if (!visitor.account()) {
                var refused = browser.signIn(WORDS, "no");
                assertThat(refused.statusCode()).isEqualTo(401);
                look("/sign-in", Jsoup.parse(refused.body()));
            } else {
                assertThat(browser.signIn(visitor.login(), Visits.PASSWORD).statusCode())
                        .isEqualTo(302);
            }
            type(browser);
            for (var stop : stops) {
                var address = stop.address();
                var query = (address.contains("?") ? "&" : "?") + "x=" + encoded();
                var answer = browser.get(address + query);
                if (answer.statusCode() == FOUND) {
                    found.add(stop.route());
                }
                if (answer.statusCode() >= SERVER_FAULT) {
                    faults.add(visitor + " " + stop.address() + ": " + answer.statusCode());
                }
                var type = answer.headers().firstValue("content-type").orElse("");
                if (type.startsWith("text/html")) {
                    look(visitor + " " + stop.address(), Jsoup.parse(answer.body()));
                }
            }
        }
    }

    /// A key of the office, which its own page names.
    private void key() {
        var officer =
                new Actor(
                        "-",
                        LedgerSamples.REGION + ":system-officer",
                        LedgerSamples.REGION,
                        Set.of(Power.MANAGE_PEOPLE));
        var last = house.getBean(Ledger.class).today().plusDays(9);
        var body = LedgerSamples.OFFICE.body();
        var wish = new Keys.Wish(body, "a program", Set.of(Power.DRAFT), last, 60);
        assertThat(house.getBean(Keys.class).issue(officer, wish))
                .isInstanceOf(Issuing.Issued.class);
    }

    /// What comes back in the answer to a form that cannot be taken.
    private void type(TestBrowser browser) throws Exception {
        browser.get("/suggest/new");
        var suggestion = Map.of("title", WORDS, "text", WORDS, "contact", WORDS);
        look("/suggest/new", Jsoup.parse(browser.post("/suggest/new", suggestion).body()));
    }

    private static String encoded() {
        return URLEncoder.encode(WORDS, StandardCharsets.UTF_8);
    }

    private void look(String where, Document page) {
        if (!page.getElementsByClass(MARK).isEmpty() || !page.select("[onclick]").isEmpty()) {
            faults.add(where + ": the words became an element");
        }
        if (!page.select("[href^=javascript:]").isEmpty()) {
            faults.add(where + ": an address runs a script");
        }
        if (page.outerHtml().contains("{{49}}") || page.outerHtml().contains("$49")) {
            faults.add(where + ": the words were reckoned");
        }
    }

    private static TreeSet<String> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(f -> f.toString().endsWith(".jte"))
                    .map(f -> TEMPLATES.relativize(f).toString().replace('\\', '/'))
                    .map(f -> f.substring(0, f.length() - ".jte".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
