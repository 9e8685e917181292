package org.tongquan.ledger.matter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.matter.Alerting;
import org.tongquan.ledger.matter.Matter;
import org.tongquan.ledger.sheet.Cell;
import org.tongquan.ledger.sheet.Columns;
import org.tongquan.ledger.sheet.web.Lists;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// The major matters that a body sees as a workbook.
@Controller
class MatterSheets {
    private static final int TEXT = 46;
    private static final int WIDE = 30;
    private static final int NAME = 14;

    private final Alerting alerting;
    private final Names names;
    private final Lists lists;
    private final Messages messages;

    MatterSheets(Alerting alerting, Names names, Lists lists, Messages messages) {
        this.alerting = alerting;
        this.names = names;
        this.lists = lists;
        this.messages = messages;
    }

    @GetMapping("/matters.xlsx")
    ResponseEntity<byte[]> matters(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean open,
            HttpServletRequest request) {
        var of = names.of(actor.region(), Language.of(request));
        var head =
                new Lists.Head(
                        say(of, "matter.menu"),
                        of.region(),
                        of.body(actor.body()),
                        List.of(open ? say(of, "matter.open-only") : ""));
        var rows = alerting.list(actor, open);
        return lists.answer(actor, of.language(), head, columns(of), rows);
    }

    private Columns<Matter.File> columns(Names.Of of) {
        return new Columns<Matter.File>()
                .text(say(of, "matter.title"), WIDE, f -> f.matter().title())
                .text(
                        say(of, "matter.state"),
                        NAME,
                        f -> say(of, "matter.state." + f.course().state().word()))
                .text(
                        say(of, "matter.urgent"),
                        NAME,
                        f -> f.matter().urgent() ? say(of, "sheet.yes") : "")
                .text(say(of, "matter.reporter"), WIDE, f -> of.body(f.matter().body()))
                .text(
                        say(of, "ledger.party"),
                        NAME,
                        f -> f.matter().party().isEmpty() ? "" : of.party(f.matter().party()))
                .add(say(of, "matter.at"), NAME, f -> Cell.of(f.matter().on()))
                .add(say(of, "matter.due"), NAME, f -> Cell.of(f.course().due()))
                .add(say(of, "sheet.days-over"), NAME, f -> Cell.of(f.course().daysOver()))
                .text(say(of, "matter.happened"), TEXT, f -> f.matter().happened())
                .text(say(of, "matter.needed"), TEXT, f -> f.matter().needed())
                .text(say(of, "sheet.bodies"), WIDE, f -> bodies(f.matter().bodies(), of));
    }

    private static String bodies(List<String> ids, Names.Of of) {
        return String.join("、", ids.stream().map(of::body).toList());
    }

    private String say(Names.Of of, String key) {
        return messages.say(of.language(), key);
    }
}
