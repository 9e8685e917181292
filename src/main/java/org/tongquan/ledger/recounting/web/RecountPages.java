package org.tongquan.ledger.recounting.web;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.recounting.Recounting;
import org.tongquan.site.Forbidden;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.Show;

/// Computes a region's outcomes again for those who examine them.
@Controller
class RecountPages {
    private static final String PATH = "/recount";
    private static final int ORDER = 821;

    private final Recounting recounting;
    private final Ledger ledger;

    RecountPages(Recounting recounting, Ledger ledger) {
        this.recounting = recounting;
        this.ledger = ledger;
    }

    @Bean
    static MenuEntry recountEntry() {
        return new MenuEntry(
                ORDER, PATH, "recounting.menu", a -> !a.region().isEmpty() && a.may(Power.AUDIT));
    }

    /// @param now whether to compute; it takes a while in a large region
    @GetMapping(PATH)
    ModelAndView show(Actor actor, @RequestParam(defaultValue = "false") boolean now) {
        if (!recounting.may(actor)) {
            throw new Forbidden("recounting.forbidden");
        }
        return Show.view(
                "recounting/recount",
                new RecountView(
                        ledger.today().toString(),
                        now ? recounting.recount(actor).orElse(null) : null));
    }
}
