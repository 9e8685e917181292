package org.tongquan.ledger.suggesting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongquan.HouseTest;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.TestCompacts;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.host.HouseClock;
import org.tongquan.identity.TestBrowser;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.suggesting.Moderating;
import org.tongquan.ledger.suggesting.Wanted;

/// The public's way through the pages, without an account, with words that try to run a script.
@HouseTest
class SuggestPagesTest {
    private static final String REGION = "capital-circle";
    private static final String EVIL = "<b class=evil>\"'`${7*7}<script>1</script>";
    private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("<code>([0-9A-Z-]{23})</code>");
    private static final Pattern FIELD = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Actor OFFICE =
            new Actor("-", REGION + ":joint-office", REGION, Set.of(Power.SUPERVISE));

    @LocalServerPort private int port;
    @Autowired private Compacts compacts;
    @Autowired private Moderating moderating;
    @Autowired private HouseClock clock;

    @BeforeEach
    void region() {
        var loaded = TestCompacts.get(new CompactFolder(Path.of("compacts")).load(REGION));
        compacts.adoptWithBases(Actor.job("ledger"), loaded, List.of(), Map.of());
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void somebodyWithoutAnAccountHandsInTracksAndReadsAndNoWordOfItRuns() throws Exception {
        try (var browser = new TestBrowser(port)) {
            var form = browser.get("/suggest/new").body();
            var sent =
                    Map.of(
                            "mark",
                            first(MARK, form),
                            "category",
                            first(FIELD, form),
                            "title",
                            EVIL,
                            "text",
                            EVIL + "\n第二段文字",
                            "contact",
                            "");
            assertThat(browser.post("/suggest/new", sent).body())
                    .as("too quick, and nothing typed is lost")
                    .contains("第二段文字")
                    .doesNotContain("<b class=evil>");
            clock.moveTo(clock.instant().plusSeconds(60));
            assertThat(browser.post("/suggest/new", sent).statusCode()).isEqualTo(302);
            var receipt = browser.get("/suggest/receipt").body();
            var code = first(CODE, receipt);
            assertThat(browser.get("/suggest/receipt").statusCode())
                    .as("the code is shown once")
                    .isEqualTo(302);
            browser.get("/suggest/track");
            assertThat(browser.post("/suggest/track", Map.of("code", code)).body())
                    .contains("第二段文字")
                    .doesNotContain("<b class=evil>");
            var id =
                    moderating
                            .list(OFFICE, new Wanted(Wanted.Which.PENDING, "第二段", null))
                            .getFirst()
                            .id();
            assertThat(browser.get("/suggest/" + id).statusCode()).isEqualTo(404);
            assertThat(browser.get("/suggestions/" + id).statusCode())
                    .as("the desk asks for sign-in")
                    .isEqualTo(302);
            moderating.publish(OFFICE, id, 0);
            for (var page : List.of("/suggest", "/suggest/" + id)) {
                assertThat(browser.get(page).body())
                        .as(page)
                        .contains("&lt;b class=evil&gt;")
                        .contains("${7*7}")
                        .doesNotContain("<b class=evil>")
                        .doesNotContain("<script>1");
            }
        }
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }
}
