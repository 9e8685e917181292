package org.tongquan.ledger.inbox.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Sentences;
import org.tongquan.ledger.inbox.Told;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.Messages;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The inbox of the acting body.
@Controller
class InboxPages {
    private static final int ORDER = 22;
    private static final String JOB = "job:";

    private final Inbox inbox;
    private final Ledger ledger;
    private final Names names;
    private final Messages messages;

    InboxPages(Inbox inbox, Ledger ledger, Names names, Messages messages) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.names = names;
        this.messages = messages;
    }

    @Bean
    static MenuEntry inboxEntry(Inbox inbox) {
        return new MenuEntry(
                ORDER, "/inbox", "inbox.menu", a -> !a.region().isEmpty(), inbox::unread);
    }

    @GetMapping("/inbox")
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            HttpServletRequest request) {
        var language = Language.of(request);
        var of = names.find(actor.region(), language);
        var sentences =
                new Sentences(
                        (key, values) -> messages.say(language, key, values),
                        id -> of.map(n -> n.body(id)).orElse(id),
                        id -> of.map(n -> n.party(id)).orElse(id),
                        language::pick);
        return Show.view(
                "ledger/inbox_list",
                new InboxView(
                        of.map(n -> n.body(actor.body())).orElse(actor.body()),
                        inbox.unread(actor),
                        unread,
                        inbox.list(actor, unread).stream()
                                .map(t -> item(t, sentences, of, language))
                                .toList()));
    }

    private InboxView.Item item(
            Told told, Sentences sentences, Optional<Names.Of> of, Language language) {
        var due = told.due();
        var by = told.byBody();
        return new InboxView.Item(
                told.id().toString(),
                sentences.of(told.message(), told.values()),
                told.href(),
                due == null ? "" : due.toString(),
                due != null && due.isBefore(ledger.today()),
                by.startsWith(JOB)
                        ? messages.say(language, "inbox.from.ledger")
                        : of.map(n -> n.body(by)).orElse(by),
                Moments.of(told.at()),
                told.read());
    }

    @PostMapping("/inbox/{id}/read")
    ModelAndView read(Actor actor, @PathVariable UUID id) {
        inbox.read(actor, id);
        return new ModelAndView("redirect:/inbox");
    }

    @PostMapping("/inbox/read")
    ModelAndView readAll(Actor actor, RedirectAttributes after) {
        inbox.readAll(actor);
        after.addFlashAttribute(Pages.NOTICE, "inbox.all-read");
        return new ModelAndView("redirect:/inbox");
    }
}
