package org.tongquan.browser;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.tongquan.ledger.template.TemplateKind;
import org.tongquan.ledger.template.Templating;

/// Templates as shipped, and one that the office of the shipped region edited.
final class TemplateSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var templating = house.getBean(Templating.class);
        var office = LedgerSamples.OFFICE;
        var now = templating.current(office, TemplateKind.ANNUAL);
        if (now.version() == 0) {
            templating.save(office, TemplateKind.ANNUAL, 0, now.text() + "特此报告。");
        }
        return Map.of(
                "/templates/{kind}",
                List.of(
                        "/templates/half-year",
                        "/templates/annual?version=0",
                        "/templates/minutes"));
    }
}
