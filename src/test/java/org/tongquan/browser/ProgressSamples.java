package org.tongquan.browser;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.tongquan.ledger.Filter;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.progress.Assessing;
import org.tongquan.ledger.progress.Rating;

/// A rating beside the lights of the shipped region, and its reports due; needs the region of
/// [LedgerSamples].
final class ProgressSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var region = LedgerSamples.REGION;
        var office = LedgerSamples.OFFICE;
        var ledger = house.getBean(Ledger.class);
        var first =
                ledger.list(office, Filter.all(region), Obligation.Cursor.START).rows().getFirst();
        var card = ledger.find(office, region, first.commitment()).orElseThrow();
        var assessing = house.getBean(Assessing.class);
        assessing.rate(office, card, first.party(), Rating.Level.UNLIKELY, "资金未到位", 0);
        assessing.rate(office, card, first.party(), Rating.Level.AT_RISK, "资金已落实", 1);
        return Map.of(
                "/ledger/{region}/{id}/ratings",
                List.of("/ledger/" + region + "/" + first.commitment() + "/ratings"),
                "/reports-due",
                List.of("/reports-due", "/reports-due?word=late&party=no-such"));
    }
}
