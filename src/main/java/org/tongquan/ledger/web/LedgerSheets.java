package org.tongquan.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.sheet.Cell;
import org.tongquan.ledger.sheet.Columns;
import org.tongquan.ledger.sheet.Listing;
import org.tongquan.ledger.sheet.web.Lists;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// The ledger's list, by the filter in the address, and a body's own work, as workbooks.
@Controller
class LedgerSheets {
    private static final int TEXT = 46;
    private static final int WIDE = 30;
    private static final int NAME = 14;
    private static final int SHORT = 9;

    private final Ledger ledger;
    private final WorkPages work;
    private final Names names;
    private final Lists lists;
    private final Messages messages;

    LedgerSheets(Ledger ledger, WorkPages work, Names names, Lists lists, Messages messages) {
        this.ledger = ledger;
        this.work = work;
        this.names = names;
        this.lists = lists;
        this.messages = messages;
    }

    @GetMapping("/ledger.xlsx")
    ResponseEntity<byte[]> ledger(Actor actor, LedgerQuery query, HttpServletRequest request) {
        var of = names.of(actor.region(), Language.of(request));
        var filter = query.filter(actor.region(), of);
        var slice = ledger.list(actor, filter, Obligation.Cursor.START, Listing.MOST_ROWS + 1);
        var chosen = query.chosen();
        var by =
                List.of(
                        chosen.chapter(),
                        chosen.party().isEmpty() ? "" : of.party(chosen.party()),
                        chosen.unit().isEmpty() ? "" : of.unit(chosen.unit()),
                        chosen.light().isEmpty() ? "" : say(of, "site.light." + chosen.light()),
                        chosen.category().isEmpty() ? "" : of.category(chosen.category()),
                        chosen.dueBy().isEmpty() ? "" : "≤ " + chosen.dueBy(),
                        chosen.words());
        return answer(actor, of, "ledger.title", by, slice.rows());
    }

    @GetMapping("/work.xlsx")
    ResponseEntity<byte[]> work(Actor actor, HttpServletRequest request) {
        var of = names.of(actor.region(), Language.of(request));
        return answer(actor, of, "ledger.menu.work", List.of(), work.own(actor));
    }

    private ResponseEntity<byte[]> answer(
            Actor actor, Names.Of of, String title, List<String> by, List<Obligation> rows) {
        var head = new Lists.Head(say(of, title), of.region(), of.body(actor.body()), by);
        return lists.answer(actor, of.language(), head, columns(of), rows);
    }

    private Columns<Obligation> columns(Names.Of of) {
        return new Columns<Obligation>()
                .text(
                        say(of, "ledger.commitment"),
                        TEXT,
                        o -> of.language().pick(o.textZh(), o.textEn()))
                .text(
                        say(of, "ledger.light"),
                        SHORT,
                        o -> say(of, "site.light." + o.standing().light().word()))
                .text(say(of, "ledger.party"), NAME, o -> of.party(o.party()))
                .add(say(of, "ledger.progress") + " %", SHORT, o -> Cell.of(o.standing().percent()))
                .add(say(of, "ledger.due"), NAME, o -> Cell.of(o.standing().due()))
                .text(
                        say(of, "sheet.why"),
                        TEXT,
                        o ->
                                messages.say(
                                        of.language(),
                                        "ledger.reason." + o.standing().reason().word(),
                                        o.standing().values().toArray()))
                .text(say(of, "ledger.category"), NAME, o -> of.category(o.category()))
                .text(say(of, "ledger.chapter"), WIDE, Obligation::chapterTitle)
                .text(say(of, "sheet.id"), NAME, Obligation::commitment);
    }

    private String say(Names.Of of, String key) {
        return messages.say(of.language(), key);
    }
}
