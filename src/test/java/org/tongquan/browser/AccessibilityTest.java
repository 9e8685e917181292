package org.tongquan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    /// The shapes that axe has seen, by width: pages that differ in words and numbers alone break
    /// or keep the same rules. The content and the frame around it, which differs from one reader
    /// to the next, are remembered apart.
    private static final Set<String> SEEN = new HashSet<>();

    /// Content and frame of the page as the rules see them: tags and the attributes that matter, a
    // mark for text, numbers
    /// and identifiers evened out, and rows of a list that look alike counted once.
    private static final String SHAPE =
            """
            () => {
              const named = /^(class|role|type|lang|tabindex|for|id|scope|hidden|disabled|aria-.*)$/;
              const even = text => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#')
                .replace(/[0-9]+/g, '0');
              const shape = node => {
                if (node.nodeType === 3) return node.data.trim() ? 'x' : '';
                if (node.nodeType !== 1 || /^(SCRIPT|STYLE|PATH)$/i.test(node.tagName)) return '';
                const attributes = [...node.attributes].filter(a => named.test(a.name))
                  .map(a => ' ' + a.name + '=' + even(a.value)).join('');
                const inner = [];
                for (const child of node.childNodes) {
                  const one = shape(child);
                  if (one && !inner.includes(one)) inner.push(one);
                }
                return '<' + node.tagName + attributes + '>' + inner.join('') + '/';
              };
              const main = document.querySelector('main');
              const content = main ? shape(main) : shape(document.documentElement);
              main?.remove();
              const frame = main ? shape(document.documentElement) : '';
              if (main) document.querySelector('footer').before(main);
              return [content, frame];
            }
            """;

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
            var own = new ArrayList<String>();
            try (var page = context.newPage()) {
                listen(page, own);
                for (var stop : stops) {
                    for (var language : LANGUAGES) {
                        var address = in(language, stop.address());
                        look(page, address, own);
                        own.forEach(fault -> faults.add("\n" + address + " " + fault));
                        own.clear();
                    }
                    visited.add(stop.route());
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(visited).containsAll(Routes.patterns(house));
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

    private static void look(Page page, String address, List<String> own) {
        page.setViewportSize(WIDE, HEIGHT);
        var answer = open(page, address);
        if (answer.isEmpty()) {
            return;
        }
        if (answer.get().status() >= SERVER_FAULT) {
            own.add("status " + answer.get().status());
        }
        if (!answer.get().headers().getOrDefault("content-type", "").startsWith("text/html")) {
            return;
        }
        var whole = (Boolean) page.evaluate("() => document.doctype !== null");
        var shapes = (List<?>) page.evaluate(SHAPE);
        for (var width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, HEIGHT);
            var newContent = SEEN.add(width + " " + shapes.getFirst());
            var newFrame = SEEN.add(width + " frame " + shapes.getLast());
            if (newContent) {
                Axe.faults(page, whole).forEach(f -> own.add(width + " px: " + f));
            } else if (newFrame) {
                Axe.faultsAround(page, "main").forEach(f -> own.add(width + " px: " + f));
            }
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
