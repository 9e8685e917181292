package org.tongquan.ledger.measuring.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.measuring.Filed;
import org.tongquan.ledger.measuring.ItemMeasure;
import org.tongquan.ledger.measuring.ItemMeasuring;
import org.tongquan.ledger.standing.Measured;
import org.tongquan.ledger.web.CommitmentTile;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.NotFound;
import org.tongquan.site.Option;
import org.tongquan.site.Pages;

/// Adds to a commitment's page what its indicator says, and lets the office name one.
@Controller
class MeasuredPages implements CommitmentTile {
    private static final int TILE = 10;

    private final ItemMeasuring measuring;
    private final Ledger ledger;

    MeasuredPages(ItemMeasuring measuring, Ledger ledger) {
        this.measuring = measuring;
        this.ledger = ledger;
    }

    @Override
    public int order() {
        return TILE;
    }

    @Override
    public Pieces of(Actor actor, Card card, Names.Of names) {
        var of = card.commitment();
        var all = measuring.choices(of.region());
        if (all.isEmpty() || !actor.region().equals(of.region())) {
            return new Pieces(List.of(), Map.of());
        }
        var rows = new ArrayList<MeasuredView.Row>();
        for (var obligation : card.obligations()) {
            var party = obligation.party();
            ledger.measured(actor, card, party).ifPresent(m -> rows.add(row(m, party, all, names)));
        }
        boolean mayName = measuring.mayName(actor, card);
        if (rows.isEmpty() && !mayName) {
            return new Pieces(List.of(), Map.of());
        }
        var last = measuring.last(actor, card);
        var view =
                new MeasuredView(
                        rows,
                        mayName ? "/ledger/" + of.region() + "/" + of.id() + "/indicator" : "",
                        mayName ? choices(all, names) : List.of(),
                        last.map(ItemMeasure::indicator).orElse(""),
                        last.map(ItemMeasure::revision).orElse(0));
        return new Pieces(List.of(new Piece("measuring/item", view)), Map.of());
    }

    private static List<Option> choices(List<Measure> all, Names.Of names) {
        return all.stream()
                .map(m -> new Option(m.id(), m.name().in(names.language().locale())))
                .toList();
    }

    private static MeasuredView.Row row(
            Measured measured, String party, List<Measure> all, Names.Of names) {
        Optional<Measure> of =
                all.stream().filter(m -> m.id().equals(measured.indicator())).findFirst();
        var unit = of.map(Measure::unit).orElse("");
        return new MeasuredView.Row(
                names.party(party),
                "/indicators/" + measured.indicator(),
                of.map(m -> m.name().in(names.language().locale())).orElse(measured.indicator()),
                number(measured.value(), unit),
                measured.on().toString(),
                number(measured.path(), unit),
                measured.behind(),
                number(measured.target(), unit),
                measured.percent().orElse(-1),
                measured.source());
    }

    private static String number(@Nullable BigDecimal value, String unit) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString() + " " + unit;
    }

    /// @param shown how often an indicator had been named when the form was made
    @PostMapping("/ledger/{region}/{id}/indicator")
    ModelAndView name(
            Actor actor,
            @PathVariable String region,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "0") int shown,
            RedirectAttributes after) {
        var card = ledger.find(actor, region, id).orElseThrow(NotFound::new);
        var notice =
                switch (measuring.name(actor, card, indicator, shown)) {
                    case Filed.Kept _ -> "measuring.item.kept";
                    case Filed.Refused(var why) -> "measuring.item.refused." + why.word();
                };
        after.addFlashAttribute(Pages.NOTICE, notice);
        return new ModelAndView("redirect:/ledger/" + region + "/" + id);
    }
}
