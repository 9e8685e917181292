package org.tongquan.ledger.web;

import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.standing.Light;
import org.tongquan.site.FrontTile;
import org.tongquan.site.Language;

/// The public figures of the home region on the front page.
@Component
class LedgerTile implements FrontTile {
    private static final int ORDER = 10;
    private static final int WHOLE = 100;

    private final HomeRegion home;
    private final Ledger ledger;
    private final Names names;

    LedgerTile(HomeRegion home, Ledger ledger, Names names) {
        this.home = home;
        this.ledger = ledger;
        this.names = names;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String template() {
        return "ledger/front";
    }

    @Override
    public Object view(Language language) {
        return names.find(home.id(), language)
                .filter(of -> of.compact().compact().compact().publicProgress())
                .map(this::front)
                .orElse(CockpitView.Front.NOTHING);
    }

    private CockpitView.Front front(Names.Of of) {
        var figures = ledger.figures(Actor.PUBLIC, home.id());
        if (figures.obligations() == 0) {
            return CockpitView.Front.NOTHING;
        }
        return new CockpitView.Front(
                true,
                of.region(),
                ledger.today().toString(),
                figures.commitments(),
                figures.finished() * WHOLE / figures.obligations(),
                figures.meanPercent(),
                new CockpitView.Bar(
                        of.region(),
                        "/public/" + home.id(),
                        figures.count(Light.RED),
                        figures.count(Light.YELLOW),
                        figures.count(Light.GREEN),
                        figures.count(Light.NONE)));
    }
}
