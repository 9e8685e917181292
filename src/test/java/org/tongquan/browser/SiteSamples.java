package org.tongquan.browser;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/// The frame's own samples: the pattern page in its variants, and an address that does not exist.
final class SiteSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        return Map.of(
                "/patterns/{name}",
                List.of("/patterns/parts", "/patterns/review", "/patterns/forms"),
                "(no such page)",
                List.of("/no-such-page"));
    }
}
