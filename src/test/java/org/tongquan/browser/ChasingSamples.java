package org.tongquan.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Filter;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Finding;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.chasing.Inspecting;
import org.tongquan.ledger.chasing.Step;

/// A notice that was answered, and an inspection with a finding that was put right.
final class ChasingSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var office = LedgerSamples.OFFICE;
        var last =
                house.getBean(Ledger.class)
                        .list(office, Filter.all(LedgerSamples.REGION), Obligation.Cursor.START)
                        .rows()
                        .getLast();
        var notice = notice(house.getBean(Chasing.class), office, last);
        var inspection = inspection(house.getBean(Inspecting.class), office, last);
        var page = "/notices/" + notice;
        var routes = new LinkedHashMap<String, List<String>>();
        routes.put(
                "/notices", List.of("/notices", "/notices?overdue=true", "/notices?state=closed"));
        routes.put(
                "/notices/new",
                List.of(
                        "/notices/new",
                        "/notices/new?commitment=" + last.commitment() + "&party=" + last.party()));
        routes.put("/notices/{id}", List.of(page));
        routes.put("/notices/{id}.pdf", List.of(page + ".pdf"));
        routes.put("/notices/{id}.ofd", List.of(page + ".ofd"));
        routes.put("/notices/{id}.docx", List.of(page + ".docx"));
        routes.put("/notices/inspections/{id}", List.of("/notices/inspections/" + inspection));
        return routes;
    }

    private static String notice(Chasing chasing, Actor office, Obligation item) {
        var target = new Chasing.Target(item.commitment(), item.party());
        if (chasing.issue(office, List.of(target), "sample").getFirst()
                instanceof Handling.Done(var id, int seq)) {
            var unit = chasing.find(office, id).orElseThrow().notice().units().getFirst();
            var actor = new Actor("-", unit, LedgerSamples.REGION, Set.of(Power.REPORT_PROGRESS));
            chasing.act(actor, id, Step.SIGNED, seq, "");
            chasing.act(actor, id, Step.ANSWERED, seq + 1, "sample answer");
            return id.toString();
        }
        return chasing.about(office, LedgerSamples.REGION, item.commitment(), item.party())
                .getFirst()
                .notice()
                .id()
                .toString();
    }

    private static String inspection(Inspecting inspecting, Actor office, Obligation item) {
        var plan =
                new Inspecting.Plan(
                        "sample", "scope", List.of(item.party()), List.of(item.commitment()));
        var id = ((Handling.Done) inspecting.open(office, plan)).subject();
        var found = inspecting.find(office, id, item.party(), item.commitment(), "sample finding");
        var finding = ((Handling.Done) found).subject();
        var file = inspecting.find(office, id).orElseThrow().findings().getFirst().finding();
        var unit = file.units().getFirst();
        var actor = new Actor("-", unit, LedgerSamples.REGION, Set.of(Power.REPORT_PROGRESS));
        inspecting.act(actor, finding, Finding.Step.RECTIFIED, 1, "sample rectification");
        return id.toString();
    }
}
