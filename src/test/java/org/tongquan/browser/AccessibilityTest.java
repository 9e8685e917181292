package org.tongquan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;

/// Every page for every reader: signed out and in each role, in both languages, at 360 and 1440
/// pixels. axe finds nothing, nothing is fetched from elsewhere, nothing is blocked or fails, and
/// nothing sticks out of a narrow screen.
@HouseTest
class AccessibilityTest {
    private static final int NARROW = 360;
    private static final int WIDE = 1440;
    private static final int HEIGHT = 900;
    private static final int SERVER_FAULT = 500;
    private static final List<String> LANGUAGES = List.of("zh", "en");

    /// What was already looked at: the same content in the same language at the same width.
    private static final Set<String> SEEN = new HashSet<>();

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    static List<Visits.Visitor> visitors() {
        return Visits.all();
    }

    @ParameterizedTest(name = "as {0}")
    @MethodSource("visitors")
    void everyPageIsAccessibleAndKeepsToItself(Visits.Visitor visitor) {
        var faults = new ArrayList<String>();
        var visited = new TreeSet<String>();
        var stops = Routes.all(house);
        try (var context = Chromium.open(port, WIDE)) {
            context.onRequest(
                    request -> {
                        if (!request.url().startsWith("http://127.0.0.1:" + port + "/")
                                && !request.url().startsWith("data:")) {
                            faults.add("request to another host: " + request.url());
                        }
                    });
            Visits.signIn(context, visitor);
            for (var stop : stops) {
                for (var language : LANGUAGES) {
                    look(context, stop, language, faults);
                }
                visited.add(stop.route());
            }
        }
        assertThat(faults).isEmpty();
        assertThat(visited).containsAll(Routes.patterns(house));
    }

    @Test
    void theTourKnowsRoutesFromTheHandlerMappings() {
        assertThat(Routes.patterns(house)).contains("/", "/about", "/accessibility");
    }

    private void look(
            BrowserContext context, Routes.Stop stop, String language, List<String> faults) {
        var address =
                stop.address() + (stop.address().contains("?") ? "&" : "?") + "lang=" + language;
        var kind = context.request().get(address).headers().getOrDefault("content-type", "");
        if (!kind.startsWith("text/html")) {
            return;
        }
        var own = new ArrayList<String>();
        try (Page page = context.newPage()) {
            page.onConsoleMessage(
                    message -> {
                        var failedItself = message.location().startsWith(page.url());
                        if (message.type().equals("error") && !failedItself) {
                            own.add("console: " + message.text());
                        }
                    });
            page.onPageError(error -> own.add("script: " + error));
            var answer = page.navigate(address);
            if (answer.status() >= SERVER_FAULT) {
                own.add("status " + answer.status());
            }
            var whole = answer.text().stripLeading().startsWith("<!doctype html>");
            for (var width : List.of(WIDE, NARROW)) {
                page.setViewportSize(width, HEIGHT);
                if (SEEN.add(width + language + content(page))) {
                    Axe.faults(page, whole).forEach(f -> own.add(width + " px: " + f));
                }
                if (sticksOut(page)) {
                    own.add(width + " px: sticks out: " + widest(page));
                }
            }
        }
        own.forEach(fault -> faults.add("\n" + address + " " + fault));
    }

    /// The page without what differs from one sign-in to the next.
    private static String content(Page page) {
        return ((String) page.evaluate("() => document.documentElement.outerHTML"))
                .replaceAll("(value=\"|TOKEN&quot;:&quot;)[A-Za-z0-9_-]{60,}", "");
    }

    private static boolean sticksOut(Page page) {
        return (Boolean)
                page.evaluate(
                        "() => document.documentElement.scrollWidth"
                                + " > document.documentElement.clientWidth");
    }

    private static Object widest(Page page) {
        return page.evaluate(
                """
                () => [...document.body.querySelectorAll('*')]
                  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                  .slice(0, 3).map(e => e.tagName + '.' + e.className).join(', ')
                """);
    }
}
