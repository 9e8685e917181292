package org.tongquan.ledger.mail.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.inbox.Sentences;
import org.tongquan.ledger.mail.Choosing;
import org.tongquan.ledger.mail.Mails;
import org.tongquan.ledger.mail.Pace;
import org.tongquan.ledger.mail.Sent;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Where and when the acting person has mail of what the acting body is told.
@Controller
class MailPages {
    private final Mails mails;
    private final Names names;
    private final Messages messages;

    MailPages(Mails mails, Names names, Messages messages) {
        this.mails = mails;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping("/inbox/mail")
    ModelAndView own(Actor actor, HttpServletRequest request) {
        if (actor.region().isEmpty()) {
            throw new Forbidden("mail.forbidden");
        }
        var own = mails.own(actor);
        return show(
                actor,
                own.map(c -> c.address()).orElse(""),
                own.map(c -> c.pace()).orElse(Pace.NONE).word(),
                "",
                request);
    }

    @PostMapping("/inbox/mail")
    ModelAndView choose(
            Actor actor,
            @RequestParam(defaultValue = "") String address,
            @RequestParam String pace,
            HttpServletRequest request,
            RedirectAttributes after) {
        var wanted = Pace.find(pace).orElseThrow(NotFound::new);
        return switch (mails.choose(actor, address, wanted, Language.of(request))) {
            case Choosing.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "mail.chosen");
                yield new ModelAndView("redirect:/inbox/mail");
            }
            case Choosing.Refused(var reason) -> show(actor, address, pace, reason.word(), request);
        };
    }

    private ModelAndView show(
            Actor actor, String address, String pace, String error, HttpServletRequest request) {
        var language = Language.of(request);
        var of = names.of(actor.region(), language);
        var sentences =
                new Sentences(
                        (key, values) -> messages.say(language, key, values),
                        of::body,
                        of::party,
                        language::pick);
        return Show.view(
                "mail/own",
                new MailView(
                        List.of(
                                new Crumb("/inbox", messages.say(language, "inbox.menu")),
                                new Crumb("", messages.say(language, "mail.title"))),
                        of.body(actor.body()),
                        mails.isOn(),
                        address,
                        pace,
                        mails.list(actor).stream().map(s -> row(s, sentences)).toList(),
                        error));
    }

    private static MailView.Row row(Sent sent, Sentences sentences) {
        return new MailView.Row(
                sentences.of(sent.message(), sent.values()),
                Moments.of(sent.at()),
                sent.state(),
                sent.fault());
    }
}
