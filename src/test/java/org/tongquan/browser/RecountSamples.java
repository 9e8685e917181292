package org.tongquan.browser;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/// Before and after computing again.
final class RecountSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        return Map.of("/recount", List.of("/recount", "/recount?now=true"));
    }
}
