package org.tongquan.ledger.suggesting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.sheet.Cell;
import org.tongquan.ledger.sheet.Columns;
import org.tongquan.ledger.sheet.Listing;
import org.tongquan.ledger.sheet.web.Lists;
import org.tongquan.ledger.suggesting.Moderating;
import org.tongquan.ledger.suggesting.Suggesting;
import org.tongquan.ledger.suggesting.Suggestion;
import org.tongquan.ledger.suggesting.Wanted;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;

/// The suggestions of the desk, by the filter in the address, as a workbook. How to reach a writer
/// is never in it.
@Controller
class DeskSheets {
    private static final int TEXT = 46;
    private static final int WIDE = 30;
    private static final int NAME = 14;

    private final Moderating moderating;
    private final Names names;
    private final Lists lists;
    private final Messages messages;

    DeskSheets(Moderating moderating, Names names, Lists lists, Messages messages) {
        this.moderating = moderating;
        this.names = names;
        this.lists = lists;
        this.messages = messages;
    }

    @GetMapping("/suggestions.xlsx")
    ResponseEntity<byte[]> suggestions(
            Actor actor,
            @RequestParam(required = false) @Nullable String which,
            @RequestParam(required = false) @Nullable String q,
            HttpServletRequest request) {
        if (actor.region().isEmpty()) {
            throw new NotFound();
        }
        var of = names.of(actor.region(), Language.of(request));
        boolean office = actor.may(Power.SUPERVISE);
        var wanted =
                SuggestViews.wanted(
                        which, q, null, office ? Wanted.Which.PENDING : Wanted.Which.MINE);
        var head =
                new Lists.Head(
                        say(of, "suggesting.menu.desk"),
                        of.region(),
                        of.body(actor.body()),
                        List.of(
                                say(of, "suggesting.which." + wanted.which().word()),
                                wanted.words()));
        return lists.answer(actor, of.language(), head, columns(of), all(actor, wanted));
    }

    /// All pages of the list, one after the other.
    private List<Suggestion> all(Actor actor, Wanted first) {
        var all = new ArrayList<Suggestion>();
        var wanted = first;
        while (true) {
            var page = moderating.list(actor, wanted);
            boolean more = page.size() > Suggesting.PAGE;
            var shown = more ? page.subList(0, Suggesting.PAGE) : page;
            all.addAll(shown);
            if (!more || all.size() > Listing.MOST_ROWS) {
                return all;
            }
            wanted = new Wanted(wanted.which(), wanted.words(), shown.getLast().id());
        }
    }

    private Columns<Suggestion> columns(Names.Of of) {
        return new Columns<Suggestion>()
                .text(say(of, "suggesting.suggestion"), WIDE, Suggestion::title)
                .text(
                        say(of, "suggesting.state"),
                        NAME,
                        s -> say(of, "suggesting.stage." + s.handling().stage()))
                .text(say(of, "sheet.text"), TEXT, Suggestion::text)
                .text(say(of, "ledger.category"), NAME, s -> of.category(s.category()))
                .add(say(of, "suggesting.on"), NAME, s -> Cell.of(s.on()))
                .text(
                        say(of, "suggesting.unit"),
                        WIDE,
                        s -> s.handling().unit().isEmpty() ? "" : of.body(s.handling().unit()))
                .add(say(of, "suggesting.due"), NAME, s -> Cell.of(s.handling().due()))
                .add(say(of, "sheet.answered-on"), NAME, s -> Cell.of(s.handling().answeredOn()))
                .text(say(of, "sheet.answer"), TEXT, s -> s.handling().answer())
                .text(say(of, "sheet.linked"), NAME, s -> s.handling().commitment());
    }

    private String say(Names.Of of, String key) {
        return messages.say(of.language(), key);
    }
}
