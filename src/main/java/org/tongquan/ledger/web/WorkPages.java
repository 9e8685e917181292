package org.tongquan.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.standing.Light;
import org.tongquan.site.Language;
import org.tongquan.site.Show;

/// The first page after signing in: what the acting body has to do.
@Controller
class WorkPages {
    private static final int MOST = 30;

    private final Ledger ledger;
    private final Names names;

    WorkPages(Ledger ledger, Names names) {
        this.ledger = ledger;
        this.names = names;
    }

    /// A department sees its own duties; a body without duties of its own what is red.
    @GetMapping("/work")
    ModelAndView work(Actor actor, HttpServletRequest request) {
        var of = names.of(actor.region(), Language.of(request));
        var rows = own(actor).stream().map(o -> RowView.of(o, of)).toList();
        return Show.view(
                "ledger/work", new WorkView(of.body(actor.body()), rows, actor.may(Power.DRAFT)));
    }

    List<Obligation> own(Actor actor) {
        return actor.may(Power.REPORT_PROGRESS)
                ? ledger.work(actor)
                : ledger.urgent(actor, actor.region(), Light.RED, MOST);
    }
}
