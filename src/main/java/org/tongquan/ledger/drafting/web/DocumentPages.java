package org.tongquan.ledger.drafting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.drafting.Origins;
import org.tongquan.ledger.drafting.ReadDocument;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Show;

/// The document that a commitment was read from, at its sentence.
@Controller
class DocumentPages {
    private final Origins origins;
    private final Names names;
    private final Messages messages;

    DocumentPages(Origins origins, Names names, Messages messages) {
        this.origins = origins;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping("/documents/{id}")
    ModelAndView document(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String of,
            HttpServletRequest request) {
        var found = origins.find(actor, id).orElseThrow(NotFound::new);
        return Show.view("ledger/document", view(found, of, Language.of(request)));
    }

    private DocumentView view(ReadDocument found, String asked, Language language) {
        var issued = found.issued() == null ? "" : found.issued().toString();
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb("/ledger", messages.say(language, "ledger.title")));
        if (found.sentences().stream().anyMatch(s -> s.commitment().equals(asked))) {
            crumbs.add(new Crumb("/ledger/" + found.region() + "/" + asked, asked));
        }
        crumbs.add(new Crumb("", found.name()));
        return new DocumentView(
                found.name(),
                String.join(" ", found.number(), found.issuer(), issued).strip(),
                found.version(),
                Moments.of(found.at()),
                names.of(found.region(), language).body(found.body()),
                pieces(found, asked),
                found.sentences().size(),
                crumbs);
    }

    /// Sentences that lie within one before them are left to that one, unless asked for.
    private static List<DocumentView.Piece> pieces(ReadDocument found, String asked) {
        var marked =
                found.sentences().stream()
                        .filter(
                                s ->
                                        s.commitment().equals(asked)
                                                || found.sentences().stream()
                                                        .noneMatch(
                                                                o ->
                                                                        o.commitment().equals(asked)
                                                                                && o.start()
                                                                                        < s.end()
                                                                                && s.start()
                                                                                        < o.end()))
                        .toList();
        var pieces = new ArrayList<DocumentView.Piece>();
        int at = 0;
        for (var sentence : marked) {
            if (sentence.start() < at) {
                continue;
            }
            plain(pieces, found.text().substring(at, sentence.start()));
            pieces.add(
                    new DocumentView.Piece(
                            found.text().substring(sentence.start(), sentence.end()),
                            sentence.commitment(),
                            "/ledger/" + found.region() + "/" + sentence.commitment(),
                            sentence.commitment().equals(asked)));
            at = sentence.end();
        }
        plain(pieces, found.text().substring(at));
        return pieces;
    }

    private static void plain(List<DocumentView.Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new DocumentView.Piece(text, "", "", false));
        }
    }
}
