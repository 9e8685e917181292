package org.tongquan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
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
///
/// Every page is fetched for every reader, and in both languages unless the reader is turned away
/// as before. A page whose content and frame were seen
/// before in this language, words and numbers apart ([PageShape]), is not shown once more.
@HouseTest
class AccessibilityTest {
    private static final int NARROW = 360;
    private static final int WIDE = 1440;
    private static final int HEIGHT = 900;
    private static final int SERVER_FAULT = 500;
    private static final int OK = 200;
    private static final int LED_ON = 302;
    private static final List<String> LANGUAGES = List.of("zh", "en");

    /// The shapes that axe has seen: pages that differ in words and numbers alone break or keep the
    /// same rules. The content and the frame around it, which differs from one reader to the next,
    /// are remembered apart.
    private static final Set<String> SEEN = new HashSet<>();

    /// Routes whose page was there for somebody, and who has come.
    private static final Set<String> FOUND = new TreeSet<>();

    private static final Set<String> PATTERNS = new TreeSet<>();
    private static final Set<Visits.Visitor> CAME = new HashSet<>();

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    static List<Visits.Visitor> visitors() {
        return Visits.all();
    }

    /// A sample that is not there, or not for anybody, would pass unseen.
    @AfterAll
    static void everyRouteWasThereForSomebody() {
        if (CAME.containsAll(visitors())) {
            assertThat(FOUND).containsAll(PATTERNS);
        }
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
            var own = new ArrayList<String>();
            var turnedAway = new HashSet<String>();
            try (var page = context.newPage()) {
                listen(page, own);
                for (var stop : stops) {
                    for (var language : LANGUAGES) {
                        var address = in(language, stop.address());
                        var status = look(page, address, language, own);
                        own.forEach(fault -> faults.add("\n" + address + " " + fault));
                        own.clear();
                        if (status == OK) {
                            FOUND.add(stop.route());
                        } else if (!turnedAway.add(language + status)) {
                            break;
                        }
                    }
                    visited.add(stop.route());
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(visited).containsAll(Routes.patterns(house));
        PATTERNS.addAll(Routes.shown(house));
        CAME.add(visitor);
    }

    @Test
    void theTourKnowsRoutesFromTheHandlerMappings() {
        assertThat(Routes.patterns(house)).contains("/", "/about", "/accessibility");
    }

    private static String in(String language, String address) {
        return address + (address.contains("?") ? "&" : "?") + "lang=" + language;
    }

    private static void listen(Page page, List<String> own) {
        page.onConsoleMessage(
                message -> {
                    var failedItself = message.location().startsWith(page.url());
                    if (message.type().equals("error") && !failedItself) {
                        own.add("console: " + message.text());
                    }
                });
        page.onPageError(error -> own.add("script: " + error));
    }

    /// @return the status; where a page leads on to another one, that it does
    private int look(Page page, String address, String language, List<String> own) {
        var fetched = page.context().request().get("http://127.0.0.1:" + port + address);
        if (fetched.status() >= SERVER_FAULT) {
            own.add("status " + fetched.status());
        }
        if (!fetched.headers().getOrDefault("content-type", "").startsWith("text/html")) {
            return reached(fetched, address);
        }
        var shape = PageShape.of(fetched.text());
        shape.foreign().forEach(f -> own.add("fetches from elsewhere: " + f));
        var newContent = SEEN.add(language + " " + shape.content());
        var newFrame = SEEN.add(language + " frame " + shape.frame());
        if (newContent || newFrame) {
            show(page, address, newContent, own);
        }
        return reached(fetched, address);
    }

    private static int reached(APIResponse fetched, String address) {
        return fetched.url().endsWith(address) ? fetched.status() : LED_ON;
    }

    private static void show(Page page, String address, boolean newContent, List<String> own) {
        page.setViewportSize(WIDE, HEIGHT);
        if (open(page, address).isEmpty()) {
            return;
        }
        var whole = (Boolean) page.evaluate("() => document.doctype !== null");
        for (var width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, HEIGHT);
            var found = newContent ? Axe.faults(page, whole) : Axe.faultsAround(page, "main");
            found.forEach(f -> own.add(width + " px: " + f));
            if (sticksOut(page)) {
                own.add(width + " px: sticks out: " + widest(page));
            }
        }
    }

    /// The answer, or empty when the browser stores it as a file instead of showing it.
    private static Optional<Response> open(Page page, String address) {
        try {
            return Optional.of(page.navigate(address));
        } catch (PlaywrightException e) {
            if (e.getMessage() != null && e.getMessage().contains("Download is starting")) {
                return Optional.empty();
            }
            throw e;
        }
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
