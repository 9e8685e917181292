package org.tongquan.settlement.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.compact.Compacts;
import org.tongquan.kernel.Actor;
import org.tongquan.settlement.Settlement;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Holding;
import org.tongquan.settlement.posting.Statement;
import org.tongquan.settlement.posting.Unit;
import org.tongquan.site.Crumb;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Show;

/// A party's accounts with their balances and pendings, and the statement of each.
@Controller
class SettlementPages {
    private static final String PATH = "/settlement";
    private static final int ORDER = 70;
    private static final int PAGE = 100;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(CHINA);

    private final Settlement settlement;
    private final Compacts compacts;
    private final Messages messages;
    private final Clock clock;

    SettlementPages(Settlement settlement, Compacts compacts, Messages messages, Clock clock) {
        this.settlement = settlement;
        this.compacts = compacts;
        this.messages = messages;
        this.clock = clock;
    }

    @Bean
    static MenuEntry settlementEntry() {
        return new MenuEntry(ORDER, PATH, "settlement.menu", a -> !a.region().isEmpty());
    }

    @GetMapping(PATH)
    ModelAndView accounts(
            Actor actor,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        requireRegion(actor);
        var language = Language.of(request);
        var found = settlement.list(actor, actor.region() + "/", after, PAGE);
        var groups = new LinkedHashMap<String, List<AccountsView.Row>>();
        for (var holding : found) {
            groups.computeIfAbsent(holding.account().party(), p -> new ArrayList<>())
                    .add(row(holding));
        }
        var shown =
                groups.entrySet().stream()
                        .map(
                                g ->
                                        new AccountsView.Group(
                                                party(actor.region(), g.getKey(), language),
                                                g.getValue()))
                        .toList();
        var next = found.size() < PAGE ? "" : next(found.getLast().account().id());
        return Show.view("settlement/accounts", new AccountsView(shown, next));
    }

    private static String next(String after) {
        return PATH + "?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    }

    private static AccountsView.Row row(Holding holding) {
        var account = holding.account();
        var unit = account.unit();
        var balance = holding.balance();
        return new AccountsView.Row(
                PATH + "/" + account.id(),
                account.purpose(),
                unit.code(),
                unit.grouped(balance.posted()),
                orEmpty(unit, balance.incoming()),
                orEmpty(unit, balance.outgoing()),
                unit.grouped(balance.available()),
                limits(account));
    }

    private static String limits(Account account) {
        return account.least() == null && account.most() == null
                ? "—"
                : limit(account.unit(), account.least())
                        + " ~ "
                        + limit(account.unit(), account.most());
    }

    private static String limit(Unit unit, @Nullable Long amount) {
        return amount == null ? "—" : unit.grouped(amount);
    }

    private static String orEmpty(Unit unit, long amount) {
        return amount == 0 ? "" : unit.grouped(amount);
    }

    @GetMapping(PATH + "/{region}/{party}/{purpose}/{unit}")
    ModelAndView statement(
            Actor actor,
            @PathVariable String region,
            @PathVariable String party,
            @PathVariable String purpose,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") long after,
            HttpServletRequest request) {
        requireRegion(actor);
        var today = LocalDate.ofInstant(clock.instant(), CHINA);
        var last = day(to, today);
        var first = day(from, last.withDayOfMonth(1));
        var id = String.join("/", region, party, purpose, unit);
        var statement =
                settlement
                        .statement(
                                actor,
                                id,
                                first.atStartOfDay(CHINA).toInstant(),
                                last.plusDays(1).atStartOfDay(CHINA).toInstant(),
                                Math.max(0, after),
                                PAGE)
                        .orElseThrow(NotFound::new);
        return Show.view(
                "settlement/statement",
                view(statement, first, last, after <= 0, Language.of(request)));
    }

    private StatementView view(
            Statement statement, LocalDate from, LocalDate to, boolean first, Language language) {
        var account = statement.account();
        var unit = account.unit();
        var path = PATH + "/" + account.id();
        var days = "from=" + from + "&to=" + to;
        var next =
                statement.next().isPresent()
                        ? path + "?" + days + "&after=" + statement.next().getAsLong()
                        : "";
        return new StatementView(
                List.of(
                        new Crumb(PATH, messages.say(language, "settlement.title")),
                        new Crumb("", account.purpose() + " " + unit.code())),
                account.id(),
                party(account.region(), account.party(), language),
                account.purpose(),
                unit.code(),
                path,
                from.toString(),
                to.toString(),
                unit.grouped(statement.opening().posted()),
                unit.grouped(statement.closing().posted()),
                orEmpty(unit, statement.closing().incoming()),
                orEmpty(unit, statement.closing().outgoing()),
                first,
                statement.lines().stream().map(l -> line(l, unit)).toList(),
                next);
    }

    private static StatementView.Line line(Statement.Line line, Unit unit) {
        return new StatementView.Line(
                line.posting().toString(),
                line.kind().word(),
                line.purpose(),
                shown(line.recordedAt()),
                shown(line.eventAt()),
                orEmpty(unit, line.amount()),
                orEmpty(unit, line.reserved()),
                unit.grouped(line.after().posted()),
                line.text());
    }

    private static String shown(Instant moment) {
        return SHOWN.format(moment);
    }

    private String party(String region, String party, Language language) {
        if (party.equals(Account.HOUSE)) {
            return messages.say(language, "settlement.house");
        }
        return compacts.inForce(region, LocalDate.ofInstant(clock.instant(), CHINA))
                .flatMap(c -> c.findParty(party))
                .map(p -> p.name().in(language.locale()))
                .orElse(party);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return text.isEmpty() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new NotFound();
        }
    }

    private static void requireRegion(Actor actor) {
        if (actor.region().isEmpty()) {
            throw new Forbidden("settlement.forbidden");
        }
    }
}
