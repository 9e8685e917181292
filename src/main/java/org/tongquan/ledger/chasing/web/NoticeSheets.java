package org.tongquan.ledger.chasing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Notice;
import org.tongquan.ledger.chasing.NoticeFilter;
import org.tongquan.ledger.sheet.Cell;
import org.tongquan.ledger.sheet.Columns;
import org.tongquan.ledger.sheet.Listing;
import org.tongquan.ledger.sheet.web.Lists;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// The notices of the list, by the filter in the address, as a workbook.
@Controller
class NoticeSheets {
    private static final int TEXT = 46;
    private static final int WIDE = 30;
    private static final int NAME = 14;

    private final Chasing chasing;
    private final NoticeViews views;
    private final Names names;
    private final Lists lists;
    private final Messages messages;

    NoticeSheets(Chasing chasing, NoticeViews views, Names names, Lists lists, Messages messages) {
        this.chasing = chasing;
        this.views = views;
        this.names = names;
        this.lists = lists;
        this.messages = messages;
    }

    @GetMapping("/notices.xlsx")
    ResponseEntity<byte[]> notices(
            Actor actor,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "false") boolean overdue,
            HttpServletRequest request) {
        var of = names.of(actor.region(), Language.of(request));
        var query = new NoticeViews.NoticeQuery(party, state, scope, overdue, "");
        var filter = query.filter(actor, chasing.mayIssue(actor, ""));
        var by =
                List.of(
                        party.isEmpty() ? "" : of.party(party),
                        filter.state() == null
                                ? ""
                                : say(of, "chasing.state." + filter.state().word()),
                        filter.mine() ? say(of, "chasing.scope.mine") : "",
                        overdue ? say(of, "chasing.overdue-only") : "");
        var head = new Lists.Head(say(of, "chasing.menu"), of.region(), of.body(actor.body()), by);
        return lists.answer(actor, of.language(), head, columns(of), all(actor, filter));
    }

    /// All pages of the list, one after the other.
    private List<Notice.File> all(Actor actor, NoticeFilter first) {
        var all = new ArrayList<Notice.File>();
        var filter = first;
        while (true) {
            var slice = chasing.list(actor, filter);
            all.addAll(slice.files());
            if (!slice.more() || filter.overdueOnly() || all.size() > Listing.MOST_ROWS) {
                return all;
            }
            filter = filter.after(slice.files().getLast().notice());
        }
    }

    private Columns<Notice.File> columns(Names.Of of) {
        return new Columns<Notice.File>()
                .text(say(of, "chasing.number"), NAME, f -> f.notice().number())
                .text(
                        say(of, "chasing.item"),
                        TEXT,
                        f -> of.language().pick(f.notice().item().zh(), f.notice().item().en()))
                .text(say(of, "chasing.party"), NAME, f -> of.party(f.notice().party()))
                .text(say(of, "chasing.units"), WIDE, f -> views.units(f.notice().units(), of))
                .text(
                        say(of, "chasing.state"),
                        NAME,
                        f -> say(of, "chasing.state." + f.course().state().word()))
                .add(say(of, "chasing.due"), NAME, f -> Cell.of(f.course().due()))
                .add(say(of, "sheet.days-over"), NAME, f -> Cell.of(f.course().daysOver()))
                .add(say(of, "chasing.issued-on"), NAME, f -> Cell.of(f.notice().on()))
                .text(
                        say(of, "sheet.cause"),
                        NAME,
                        f -> say(of, "chasing.cause." + f.notice().cause().word()))
                .add(say(of, "sheet.returned"), NAME, f -> Cell.of(f.course().returned()))
                .add(say(of, "sheet.reopened"), NAME, f -> Cell.of(f.course().reopened()))
                .text(say(of, "sheet.demanded"), TEXT, f -> f.notice().text());
    }

    private String say(Names.Of of, String key) {
        return messages.say(of.language(), key);
    }
}
