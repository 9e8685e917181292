package org.tongquan.ledger.scoring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.scoring.Score;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.sheet.Cell;
import org.tongquan.ledger.sheet.Columns;
import org.tongquan.ledger.sheet.web.Lists;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;

/// The ranking of an evaluation, parties first and then units, as a workbook.
@Controller
class ScoreSheets {
    private static final int WIDE = 34;
    private static final int NAME = 14;
    private static final int SHORT = 9;

    private final Scoring scoring;
    private final ScoreNames words;
    private final Names names;
    private final Lists lists;
    private final Messages messages;

    ScoreSheets(Scoring scoring, ScoreNames words, Names names, Lists lists, Messages messages) {
        this.scoring = scoring;
        this.words = words;
        this.names = names;
        this.lists = lists;
        this.messages = messages;
    }

    @GetMapping("/scores/{id}.xlsx")
    ResponseEntity<byte[]> scores(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var result = scoring.find(actor, id).orElseThrow(NotFound::new);
        var of = names.of(result.evaluation().region(), Language.of(request));
        var head = words.item(result.evaluation(), of);
        var rows = new ArrayList<Score>(result.of(Score.Kind.PARTY));
        rows.addAll(result.of(Score.Kind.UNIT));
        var about =
                new Lists.Head(
                        head.span() + " " + say(of, "scoring.menu"),
                        of.region(),
                        of.body(actor.body()),
                        List.of(say(of, "scoring.state." + head.state()), head.rule()));
        return lists.answer(actor, of.language(), about, columns(of), rows);
    }

    private Columns<Score> columns(Names.Of of) {
        return new Columns<Score>()
                .text(say(of, "sheet.subject"), WIDE, s -> words.subject(of, s))
                .text(say(of, "sheet.kind"), NAME, s -> say(of, "sheet.kind." + s.kind().word()))
                .add(say(of, "scoring.rank"), SHORT, s -> Cell.of(s.rank()))
                .add(say(of, "scoring.score"), SHORT, s -> Cell.of(s.score()))
                .add(say(of, "sheet.raw"), NAME, s -> Cell.of(s.raw()))
                .text(
                        say(of, "scoring.party"),
                        NAME,
                        s -> s.party().isEmpty() ? "" : of.party(s.party()))
                .add(say(of, "scoring.led"), SHORT, s -> Cell.of(s.led()))
                .add(say(of, "scoring.cooperated"), SHORT, s -> Cell.of(s.cooperated()));
    }

    private String say(Names.Of of, String key) {
        return messages.say(of.language(), key);
    }
}
