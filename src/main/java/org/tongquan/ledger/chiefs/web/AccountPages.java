package org.tongquan.ledger.chiefs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chiefs.Account;
import org.tongquan.ledger.chiefs.Accounting;
import org.tongquan.ledger.chiefs.ChiefAnswer;
import org.tongquan.ledger.chiefs.Chiefs;
import org.tongquan.ledger.paper.web.PaperFile;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The yearly account as page and document, and the public board.
@Controller
class AccountPages {
    /// Years offered, the running one first.
    private static final int YEARS = 5;

    private final Accounting accounting;
    private final Chiefs chiefs;
    private final Ledger ledger;
    private final Names names;
    private final ChiefWords words;

    AccountPages(
            Accounting accounting, Chiefs chiefs, Ledger ledger, Names names, ChiefWords words) {
        this.accounting = accounting;
        this.chiefs = chiefs;
        this.ledger = ledger;
        this.names = names;
        this.words = words;
    }

    @GetMapping("/chiefs/accounts")
    ModelAndView accounts(
            Actor actor,
            @RequestParam(required = false) @Nullable Integer year,
            HttpServletRequest request) {
        return show(actor, year == null ? ledger.today().getYear() : year, null, "", "", request);
    }

    @PostMapping("/chiefs/accounts")
    ModelAndView issue(
            Actor actor,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (accounting.issue(actor, year, title, number)) {
            case ChiefAnswer.Done _ -> back(after, year, "chiefs.done.issued");
            case ChiefAnswer.Stale _ -> throw new NotFound();
            case ChiefAnswer.Refused(var reason) ->
                    show(actor, year, title, number, reason.word(), request);
        };
    }

    /// Counts an issued account again, as of its day.
    @PostMapping("/chiefs/accounts/{id}/recount")
    ModelAndView recount(Actor actor, @PathVariable UUID id, RedirectAttributes after) {
        boolean same = accounting.recount(actor, id).orElseThrow(NotFound::new);
        return back(
                after,
                ledger.today().getYear(),
                same ? "chiefs.done.recounted-same" : "chiefs.done.recounted-other");
    }

    private static ModelAndView back(RedirectAttributes after, int year, String notice) {
        after.addFlashAttribute(Pages.NOTICE, notice);
        return new ModelAndView("redirect:/chiefs/accounts?year=" + year);
    }

    @GetMapping("/chiefs/accounts/{id}.docx")
    ResponseEntity<byte[]> docx(Actor actor, @PathVariable UUID id) {
        var bytes = accounting.docx(actor, id).orElseThrow(NotFound::new);
        return PaperFile.DOCX.of(id, bytes);
    }

    @GetMapping("/chiefs/accounts/{id}.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable UUID id) {
        var bytes = accounting.pdf(actor, id).orElseThrow(NotFound::new);
        return PaperFile.PDF.of(id, bytes);
    }

    @GetMapping("/chiefs/accounts/{id}.ofd")
    ResponseEntity<byte[]> ofd(Actor actor, @PathVariable UUID id) {
        return PaperFile.OFD.of(id, accounting.ofd(actor, id).orElseThrow(NotFound::new));
    }

    private ModelAndView show(
            Actor actor,
            int year,
            @Nullable String title,
            String number,
            String error,
            HttpServletRequest request) {
        var language = Language.of(request);
        var of = names.of(actor.region(), language);
        var day = accounting.day(year).orElseThrow(NotFound::new);
        var accounts = accounting.list(actor, year);
        int now = ledger.today().getYear();
        var region = names.of(actor.region(), Language.ZH).region();
        return Show.view(
                "chiefs/accounts",
                new AccountsView(
                        List.of(
                                new Crumb("/chiefs", words.say(language, "chiefs.menu")),
                                new Crumb("", words.say(language, "chiefs.accounts"))),
                        year,
                        IntStream.range(0, YEARS).mapToObj(i -> now - i).toList(),
                        day.toString(),
                        row(
                                words.say(language, "chiefs.account.all"),
                                Account.total(accounts),
                                Account.totalBefore(accounts)),
                        row(
                                words.say(language, "chiefs.account.before"),
                                Account.totalBefore(accounts),
                                Account.totalBefore(accounts)),
                        rows(accounts, of),
                        accounting.issued(actor).stream().map(i -> issued(i, of)).toList(),
                        actor.may(Power.ISSUE_REPORT),
                        title == null
                                ? words.say(Language.ZH, "chiefs.account.title", region, year + "")
                                : title,
                        number,
                        error));
    }

    private static List<AccountsView.Row> rows(List<Account> accounts, Names.Of of) {
        var rows = new ArrayList<AccountsView.Row>();
        for (var one : accounts) {
            var name = of.party(one.charge().party()) + " " + object(one, of.language());
            var href = "/chiefs/" + one.charge().id();
            var post = ChiefWords.pick(one.terms().post(), of.language());
            var who = one.parts().isEmpty() ? "" : one.parts().getLast().holding().holder();
            rows.add(row(name, href, post + " " + who, false, one.sums(), one.before()));
            if (one.parts().size() > 1) {
                for (var part : one.parts()) {
                    rows.add(
                            row(
                                    part.from() + " – " + part.to(),
                                    "",
                                    part.holding().holder(),
                                    true,
                                    part.sums(),
                                    null));
                }
            }
        }
        return rows;
    }

    private static String object(Account one, Language language) {
        return ChiefWords.pick(one.charge().object(), language);
    }

    private static AccountsView.Row row(String name, Account.Sums sums, Account.Sums before) {
        return row(name, "", "", false, sums, before);
    }

    private static AccountsView.Row row(
            String name,
            String href,
            String who,
            boolean part,
            Account.Sums sums,
            Account.@Nullable Sums before) {
        return new AccountsView.Row(
                name,
                href,
                who,
                part,
                sums.owed(),
                sums.done(),
                sums.late(),
                sums.missed(),
                sums.visits(),
                sums.found(),
                sums.closed(),
                sums.overdue(),
                sums.mean(),
                before == null ? "" : before.done() + "/" + before.owed(),
                before == null ? "" : before.mean());
    }

    private static AccountsView.Issued issued(Accounting.Issued issued, Names.Of of) {
        return new AccountsView.Issued(
                issued.id().toString(),
                issued.title(),
                issued.number(),
                issued.asOf().toString(),
                of.body(issued.body()),
                Moments.of(issued.at()),
                issued.simulated(),
                issued.sha256());
    }

    @GetMapping("/public/{region}/chiefs")
    ModelAndView board(@PathVariable String region, HttpServletRequest request) {
        var signs = chiefs.signs(region).orElseThrow(NotFound::new);
        var of = names.of(region, Language.of(request));
        return Show.view(
                "chiefs/board",
                new AccountsView.Board(
                        of.region(),
                        "/public/" + region,
                        ledger.today().toString(),
                        signs.stream().map(s -> sign(s, of)).toList()));
    }

    private static AccountsView.Sign sign(Chiefs.Sign sign, Names.Of of) {
        var language = of.language();
        return new AccountsView.Sign(
                ChiefWords.pick(sign.charge().object(), language),
                ChiefWords.word(sign.charge().kind()),
                of.party(sign.charge().party()),
                ChiefWords.pick(sign.terms().post(), language),
                sign.holding().map(h -> h.holder()).orElse(""),
                sign.holding().map(h -> of.body(h.unit())).orElse(""),
                sign.terms().duties(),
                sign.open(),
                sign.all() - sign.open());
    }
}
