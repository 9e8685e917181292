package org.tongquan.browser;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanStep;
import org.tongquan.ledger.planning.PlanSteps;
import org.tongquan.ledger.planning.Planning;

/// A plan of the shipped region, open for comments, with one comment.
final class PlanningSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var planning = house.getBean(Planning.class);
        var office = LedgerSamples.OFFICE;
        var id =
                planning.list(office).stream()
                        .findFirst()
                        .map(p -> p.id())
                        .orElseGet(() -> drawn(house, planning));
        var item = planning.find(office, id).orElseThrow().items().getFirst().id();
        var plan = "/plans/" + id;
        return Map.of(
                "/plans/{id}", List.of(plan),
                "/plans/{id}/items/{item}", List.of(plan + "/items/" + item, plan + "/items/new"),
                "/plans/{id}/timeline", List.of(plan + "/timeline"),
                "/plans/{id}/import", List.of(plan + "/import"),
                "/plans/{id}.xlsx", List.of(plan + ".xlsx"),
                "/plans/{id}/register.xlsx", List.of(plan + "/register.xlsx"),
                "/plans/{id}/compare", List.of(plan + "/compare", plan + "/compare?from=0&to=0"),
                "/plans/{id}/adjustments", List.of(plan + "/adjustments"),
                "/plans/{id}/adjustments/{adjustment}/evidence",
                        List.of(plan + "/adjustments/" + new UUID(0, 0) + "/evidence"));
    }

    private static UUID drawn(ApplicationContext house, Planning planning) {
        var office = LedgerSamples.OFFICE;
        int year = house.getBean(Ledger.class).today().getYear();
        var id = ((PlanAnswer.Done) planning.draw(office, year, "年度工作计划")).id();
        house.getBean(PlanSteps.class).take(office, id, PlanStep.Kind.CIRCULATED, "请各市研提意见");
        planning.comment(office, id, "", "请补充节点");
        return id;
    }
}
