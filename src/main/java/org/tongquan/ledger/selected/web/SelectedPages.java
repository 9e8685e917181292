package org.tongquan.ledger.selected.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.kernel.Actor;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Show;

/// Rows chosen in the ledger's list: what is to be done with them, and what became of each.
@Controller
class SelectedPages {
    private final Selections selections;

    SelectedPages(Selections selections) {
        this.selections = selections;
    }

    @GetMapping("/ledger/selected")
    ModelAndView choose(
            Actor actor,
            @RequestParam(name = "item", required = false) @Nullable List<String> items,
            @RequestParam(defaultValue = "") String act,
            HttpServletRequest request) {
        var wanted = permitted(actor, act);
        return Show.view(
                "selected/form",
                selections.form(actor, wanted, orNone(items), Language.of(request)));
    }

    @PostMapping("/ledger/selected/{act}")
    ModelAndView act(
            Actor actor,
            @PathVariable String act,
            @RequestParam(name = "item", required = false) @Nullable List<String> items,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "lead") String role,
            @RequestParam(defaultValue = "") String who,
            HttpServletRequest request) {
        var wanted = permitted(actor, act);
        var wish = new Wish(text, level, unit, role, who.strip());
        return Show.view(
                "selected/form",
                selections.done(actor, wanted, orNone(items), wish, Language.of(request)));
    }

    private static Act permitted(Actor actor, String word) {
        var act = Act.find(word).orElseThrow(NotFound::new);
        if (!act.isFor(actor)) {
            throw new Forbidden("selected.forbidden");
        }
        return act;
    }

    private static List<String> orNone(@Nullable List<String> items) {
        return items == null ? List.of() : items;
    }
}
