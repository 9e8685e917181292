package org.tongquan.browser;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.tongquan.ledger.measuring.Measuring;
import org.tongquan.ledger.measuring.Reading.Kind;

/// An indicator of a shipped region with values of one member, one of them revised.
final class MeasuringSamples implements Routes.Samples {
    private static final String PARTY = "370100";

    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var measuring = house.getBean(Measuring.class);
        var office = LedgerSamples.OFFICE;
        var region = LedgerSamples.REGION;
        var id = measuring.list(office, region).getFirst().measure().id();
        file(measuring, id, "2024-12-31", "0.5", 0);
        file(measuring, id, "2025-12-31", "0.8", 0);
        file(measuring, id, "2025-12-31", "0.9", 1);
        var page = "/indicators/" + id;
        return Map.of(
                "/indicators/{id}",
                List.of(page, page + "?party=" + PARTY + "&kind=ACHIEVED&on=2025-12-31"),
                "/indicators/{id}.csv",
                List.of(page + ".csv"));
    }

    private static void file(Measuring measuring, String id, String on, String value, int shown) {
        measuring.file(
                LedgerSamples.OFFICE,
                LedgerSamples.REGION,
                new Measuring.NewValue(
                        id,
                        PARTY,
                        Kind.ACHIEVED,
                        LocalDate.parse(on),
                        new BigDecimal(value),
                        "sample source",
                        shown,
                        "sample reason"));
    }
}
