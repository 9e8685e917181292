package org.tongquan.browser;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.tongquan.ledger.views.ListedPage;
import org.tongquan.ledger.views.SavedViews;

/// Saved views of the office, and a calendar address that opens nothing.
final class FeedSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        house.getBean(SavedViews.class)
                .save(LedgerSamples.OFFICE, ListedPage.LEDGER, "红灯", "light=red", true);
        return Map.of(
                "/views",
                List.of("/views"),
                "/calendar",
                List.of("/calendar", "/calendar?month=2025-12&day=2025-12-31"),
                "/feed/{token}.ics",
                List.of("/feed/none.ics"));
    }
}
