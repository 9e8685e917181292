package org.tongquan.browser;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.tongquan.identity.People;

/// The accounts of the tour, and one of them as the system officer sees it.
final class IdentitySamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        Visits.prepare(house);
        var people = house.getBean(People.class);
        var person = people.list(People.OPERATOR, LedgerSamples.REGION).getFirst().person();
        return Map.of("/people/{id}", List.of("/people/" + person.id()));
    }
}
