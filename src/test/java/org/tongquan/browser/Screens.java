package org.tongquan.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;

/// Pictures of every page at both widths into `target/screens`, to be looked at. Not part of the
/// check: `mvn test -Dtest=Screens`, with `-Dscreens=/ledger` for some of them only.
@HouseTest
class Screens {
    private static final Path FOLDER = Path.of("target/screens");
    private static final int[] WIDTHS = {360, 1440};

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    @Test
    void picturesOfEveryPage() throws IOException {
        Files.createDirectories(FOLDER);
        var only = System.getProperty("screens", "");
        var stops = Routes.all(house);
        for (var visitor : Visits.all()) {
            for (var width : WIDTHS) {
                try (var context = Chromium.open(port, width)) {
                    Visits.signIn(context, visitor);
                    var page = context.newPage();
                    for (var stop : stops) {
                        if (stop.address().startsWith(only)) {
                            take(page, stop, visitor + "-" + width);
                        }
                    }
                }
            }
        }
    }

    private static void take(Page page, Routes.Stop stop, String name) {
        var answer = page.navigate(stop.address());
        if (answer != null && answer.headerValue("content-type").startsWith("text/html")) {
            var file = stop.address().replaceAll("[^A-Za-z0-9]+", "_") + "-" + name + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(file)));
        }
    }
}
