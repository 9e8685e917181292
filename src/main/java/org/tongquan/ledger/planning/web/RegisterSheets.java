package org.tongquan.ledger.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.planning.Adjusting;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.planning.Register;
import org.tongquan.ledger.sheet.Cell;
import org.tongquan.ledger.sheet.Columns;
import org.tongquan.ledger.sheet.web.Lists;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;

/// The register of promises as a workbook: every item that was ever published, kept or moved.
@Controller
class RegisterSheets {
    private static final int TEXT = 46;
    private static final int NAME = 14;
    private static final int SHORT = 10;

    private final Planning planning;
    private final Adjusting adjusting;
    private final Names names;
    private final Lists lists;
    private final Messages messages;

    RegisterSheets(
            Planning planning, Adjusting adjusting, Names names, Lists lists, Messages messages) {
        this.planning = planning;
        this.adjusting = adjusting;
        this.names = names;
        this.lists = lists;
        this.messages = messages;
    }

    @GetMapping("/plans/{id}/register.xlsx")
    ResponseEntity<byte[]> register(
            Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var plan = planning.find(actor, id).orElseThrow(NotFound::new);
        var of = names.of(actor.region(), Language.of(request));
        var head =
                new Lists.Head(
                        plan.head().title() + " " + say(of, "planning.register"),
                        of.region(),
                        of.body(actor.body()),
                        List.of());
        return lists.answer(actor, of.language(), head, columns(of), adjusting.register(actor, id));
    }

    private Columns<Register.Entry> columns(Names.Of of) {
        return new Columns<Register.Entry>()
                .text(say(of, "sheet.id"), NAME, Register.Entry::id)
                .text(say(of, "planning.field.text"), TEXT, e -> text(e.promised(), of))
                .add(say(of, "sheet.since"), NAME, e -> Cell.of(e.since()))
                .add(
                        say(of, "planning.register.promised"),
                        NAME,
                        e -> Cell.of(e.promised().deadline()))
                .add(
                        say(of, "planning.register.now"),
                        NAME,
                        e -> e.deadline() == null ? Cell.NONE : Cell.of(e.deadline()))
                .add(say(of, "planning.register.days"), SHORT, e -> Cell.of(e.days()))
                .add(say(of, "planning.register.moved"), SHORT, e -> Cell.of(e.moved()))
                .add(say(of, "sheet.reworded"), SHORT, e -> Cell.of(e.reworded()))
                .text(
                        say(of, "sheet.wording-now"),
                        TEXT,
                        e -> e.now() == null ? say(of, "sheet.taken-out") : text(e.now(), of))
                .text(say(of, "planning.register.from"), NAME, e -> String.join("、", e.from()))
                .text(say(of, "planning.register.into"), NAME, e -> String.join("、", e.into()));
    }

    private static String text(PlanItem item, Names.Of of) {
        return of.language().pick(item.textZh(), item.textEn());
    }

    private String say(Names.Of of, String key) {
        return messages.say(of.language(), key);
    }
}
