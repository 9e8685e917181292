package org.tongquan.browser;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tongquan.compact.Text;
import org.tongquan.compact.conduct.Chief;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Filter;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.chiefs.Accounting;
import org.tongquan.ledger.chiefs.ChiefAnswer.Done;
import org.tongquan.ledger.chiefs.Chiefs;
import org.tongquan.ledger.chiefs.Matter;
import org.tongquan.ledger.chiefs.NewCharge;
import org.tongquan.ledger.chiefs.NewVisit;
import org.tongquan.ledger.chiefs.Patrolling;
import org.tongquan.ledger.chiefs.Visit;

/// A chain with a chief, a visit with a problem that was answered, an issued account.
final class ChiefsSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var office = LedgerSamples.OFFICE;
        var chiefs = house.getBean(Chiefs.class);
        var accounting = house.getBean(Accounting.class);
        var ledger = house.getBean(Ledger.class);
        var item =
                ledger.list(office, Filter.all(LedgerSamples.REGION), Obligation.Cursor.START)
                        .rows()
                        .getFirst();
        var from = ledger.today().minusMonths(3).withDayOfMonth(1);
        var charge = charge(chiefs, office, item, from);
        var file = chiefs.find(office, charge).orElseThrow();
        var units = chiefs.units(file).stream().filter(u -> u.contains("/")).toList();
        var named = new NewCharge.NewHolding(from, "甲", "乙", LedgerSamples.LEAD, "sample");
        chiefs.appoint(office, charge, file.version(), named);
        var keeper = actor(LedgerSamples.LEAD);
        var visits = house.getBean(Patrolling.class);
        var matter = visit(visits, keeper, charge, ledger.today(), units.getLast());
        var wish = new Patrolling.Wish(matter, Matter.Step.ANSWERED, 1, "已整改", "", List.of());
        visits.act(actor(units.getLast()), wish);
        var photo = visits.find(keeper, matter).orElseThrow().visit().files().getFirst().id();
        var account = accounting.issue(office, ledger.today().getYear(), "sample", "");
        var issued = ((Done) account).subject();
        var routes = new LinkedHashMap<String, List<String>>();
        routes.put(
                "/chiefs/{id}", List.of("/chiefs/" + charge, "/chiefs/" + charge + "?rhythm=P3M"));
        routes.put("/chiefs/{id}/visits/new", List.of("/chiefs/" + charge + "/visits/new"));
        routes.put("/chiefs/problems/{id}", List.of("/chiefs/problems/" + matter));
        routes.put("/chiefs/files/{id}", List.of("/chiefs/files/" + photo));
        routes.put("/chiefs/accounts/{id}.pdf", List.of("/chiefs/accounts/" + issued + ".pdf"));
        routes.put("/chiefs/accounts/{id}.ofd", List.of("/chiefs/accounts/" + issued + ".ofd"));
        routes.put("/chiefs/accounts/{id}.docx", List.of("/chiefs/accounts/" + issued + ".docx"));
        routes.put(
                "/public/{region}/chiefs", List.of("/public/" + LedgerSamples.REGION + "/chiefs"));
        return routes;
    }

    private static UUID charge(Chiefs chiefs, Actor office, Obligation item, LocalDate from) {
        var filed =
                new NewCharge(
                        item.party(),
                        Chief.Kind.CHAIN,
                        new Text("样例产业链", "Sample chain"),
                        item.commitment(),
                        "样例文件",
                        new NewCharge.NewTerms(
                                from,
                                false,
                                new Text("分管负责人", "Deputy head"),
                                List.of("走访企业", "协调要素"),
                                Period.ofMonths(1),
                                List.of(),
                                ""));
        return ((Done) chiefs.register(office, filed)).subject();
    }

    private static UUID visit(
            Patrolling visits, Actor keeper, UUID charge, LocalDate on, String unit) {
        var content = "sample".getBytes(StandardCharsets.UTF_8);
        var visit =
                new NewVisit(
                        visits.open(),
                        charge,
                        on,
                        "样例园区",
                        Visit.By.CHIEF,
                        "",
                        "企业反映用电不足",
                        List.of("走访企业"),
                        false,
                        List.of(new NewVisit.Problem("用电容量不足", unit)),
                        List.of(new Attachment("photo.jpg", "image/jpeg", content)));
        visits.record(keeper, visit);
        return visits.handed(actor(unit)).getFirst().found().matter().id();
    }

    private static Actor actor(String unit) {
        return new Actor("-", unit, LedgerSamples.REGION, Set.of(Power.REPORT_PROGRESS));
    }
}
