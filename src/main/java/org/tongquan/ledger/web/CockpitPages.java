package org.tongquan.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Figures;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.standing.Light;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Show;

/// The numbers of a region: the cockpit for staff, the progress page for everybody.
@Controller
class CockpitPages {
    private static final int MOST_URGENT = 12;
    private static final LedgerQuery EVERYTHING =
            new LedgerQuery(null, null, null, null, null, null, null, null, null, null);

    private final Ledger ledger;
    private final LedgerLists lists;
    private final Names names;
    private final Trends trends;

    CockpitPages(Ledger ledger, LedgerLists lists, Names names, Trends trends) {
        this.ledger = ledger;
        this.lists = lists;
        this.names = names;
        this.trends = trends;
    }

    @GetMapping("/cockpit")
    ModelAndView cockpit(Actor actor, HttpServletRequest request) {
        return Show.view(
                "ledger/cockpit",
                view(actor, actor.region(), EVERYTHING, "/ledger", Language.of(request)));
    }

    @GetMapping("/public/{region}")
    ModelAndView progress(
            @PathVariable String region,
            LedgerQuery query,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletRequest request) {
        var language = Language.of(request);
        if (!names.of(region, language).compact().compact().compact().publicProgress()) {
            throw new NotFound();
        }
        var path = "/public/" + region;
        if (fragment) {
            return Show.view(
                    "ledger/public_rows", lists.view(Actor.PUBLIC, region, query, path, language));
        }
        return Show.view("ledger/public", view(Actor.PUBLIC, region, query, path, language));
    }

    private CockpitView view(
            Actor actor, String region, LedgerQuery query, String path, Language language) {
        var of = names.of(region, language);
        var figures = ledger.figures(actor, region);
        var week = actor.equals(Actor.PUBLIC) ? Trends.Week.UNASKED : trends.week(region, of);
        return new CockpitView(
                region,
                of.region(),
                ledger.today().toString(),
                figures.commitments(),
                figures.obligations(),
                figures.count(Light.RED),
                figures.count(Light.YELLOW),
                figures.count(Light.GREEN),
                figures.count(Light.NONE),
                figures.finished(),
                figures.wasLate(),
                figures.meanPercent(),
                byParty(figures, of, path),
                byChapter(figures, path),
                trends.months(region, figures, language),
                week.first(),
                week.worse(),
                week.better(),
                urgent(actor, region, of),
                lists.view(actor, region, query, path, language));
    }

    private static List<CockpitView.Bar> byParty(Figures figures, Names.Of of, String path) {
        return figures.byParty().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(
                        e ->
                                CockpitView.Bar.of(
                                        of.party(e.getKey()),
                                        path + "?party=" + encode(e.getKey()),
                                        e.getValue()))
                .toList();
    }

    private static List<CockpitView.Bar> byChapter(Figures figures, String path) {
        return figures.byChapter().entrySet().stream()
                .map(
                        e ->
                                CockpitView.Bar.of(
                                        e.getKey(),
                                        path + "?chapter=" + encode(e.getKey()),
                                        e.getValue()))
                .toList();
    }

    private List<RowView> urgent(Actor actor, String region, Names.Of of) {
        var urgent = new ArrayList<RowView>();
        for (var light : List.of(Light.RED, Light.YELLOW)) {
            ledger.urgent(actor, region, light, MOST_URGENT - urgent.size()).stream()
                    .map(o -> RowView.of(o, of))
                    .forEach(urgent::add);
        }
        return urgent;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
