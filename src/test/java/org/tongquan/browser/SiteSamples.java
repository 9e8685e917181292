package org.tongquan.browser;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/// The frame's own samples: the pattern page in its variants, and an address that does not exist.
final class SiteSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        return Map.of(
                "/public/failing/number/{number}",
                List.of("/public/failing/number/seven"),
                "/public/failing/as/{how}",
                List.of("/public/failing/as/rejected", "/public/failing/as/forbidden"),
                "/public/patterns/{name}",
                List.of(
                        "/public/patterns/parts",
                        "/public/patterns/review",
                        "/public/patterns/forms"),
                "(no such page)",
                List.of("/public/no-such-page"));
    }
}
