package org.tongquan.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One headless Chromium for all browser tests of a JVM. Tests run one after another, on one
/// thread, as Playwright asks.
public final class Chromium {
    private static final Path BINARY =
            Path.of(System.getenv().getOrDefault("TONGQUAN_CHROMIUM", "/usr/bin/chromium"));
    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage");
    private static final int HEIGHT_PX = 900;
    private static final double LIMIT_MS = 60_000;

    private static final class Holder {
        static final Playwright PLAYWRIGHT =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser BROWSER = launch();

        private static Browser launch() {
            if (!Files.isExecutable(BINARY)) {
                throw new IllegalStateException(
                        BINARY
                                + " is missing: install Debian's package chromium,"
                                + " or name another browser with TONGQUAN_CHROMIUM");
            }
            Runtime.getRuntime().addShutdownHook(new Thread(PLAYWRIGHT::close));
            return PLAYWRIGHT
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(BINARY)
                                    .setHeadless(true)
                                    .setArgs(QUIET));
        }
    }

    private Chromium() {}

    /// A browser profile of its own: no cookies, this width, this server. Close it after use.
    public static BrowserContext open(int port, int width) {
        return open(port, new Browser.NewContextOptions(), width);
    }

    /// The same with options of the test's own, for example without scripts.
    public static BrowserContext open(int port, Browser.NewContextOptions options, int width) {
        var context =
                Holder.BROWSER.newContext(
                        options.setBaseURL("http://127.0.0.1:" + port)
                                .setViewportSize(width, HEIGHT_PX)
                                .setLocale("zh-CN")
                                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(LIMIT_MS);
        return context;
    }
}
