package org.tongquan.ledger.overview.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.inbox.Sentences;
import org.tongquan.ledger.overview.Overview;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// Makes the view of a month.
@Component
class Calendars {
    private static final int MOST_OF_DAY = 4;
    private static final int DAYS_OF_WEEK = 7;

    private final Overview overview;
    private final Names names;
    private final Messages messages;

    Calendars(Overview overview, Names names, Messages messages) {
        this.overview = overview;
        this.names = names;
        this.messages = messages;
    }

    CalendarView of(
            Actor actor,
            String party,
            YearMonth month,
            @Nullable LocalDate chosen,
            Language language) {
        var of = names.of(actor.region(), language);
        var found = overview.month(actor, party, month);
        var days = items(found, of);
        var calendar = of.compact().calendar();
        var weeks = new ArrayList<List<CalendarView.Day>>();
        var day = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (!day.isAfter(month.atEndOfMonth())) {
            var week = new ArrayList<CalendarView.Day>();
            for (int i = 0; i < DAYS_OF_WEEK; i++) {
                week.add(day(day, month, calendar, days, party, of));
                day = day.plusDays(1);
            }
            weeks.add(week);
        }
        return new CalendarView(
                Boards.parties(of),
                party,
                messages.say(
                        language,
                        "overview.month",
                        Integer.toString(month.getYear()),
                        language == Language.ZH
                                ? Integer.toString(month.getMonthValue())
                                : month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                month.toString(),
                address(month.minusMonths(1), party),
                address(month.plusMonths(1), party),
                weeks,
                found.entries().size() + found.terms().size(),
                chosen == null ? "" : chosen.toString(),
                chosen == null ? List.of() : days.getOrDefault(chosen, List.of()));
    }

    private static String address(YearMonth month, String party) {
        return "/calendar?month=" + month + (party.isEmpty() ? "" : "&party=" + party);
    }

    private Map<LocalDate, List<CalendarView.Item>> items(Overview.Month month, Names.Of of) {
        var days = new HashMap<LocalDate, List<CalendarView.Item>>();
        var sentences =
                new Sentences(
                        (key, values) -> messages.say(of.language(), key, values),
                        of::body,
                        of::party,
                        of.language()::pick);
        for (var term : month.terms()) {
            days.computeIfAbsent(term.due(), _ -> new ArrayList<>())
                    .add(
                            new CalendarView.Item(
                                    "term",
                                    "none",
                                    sentences.of(term.message(), term.values()),
                                    "",
                                    term.href()));
        }
        for (var entry : month.entries()) {
            days.computeIfAbsent(entry.on(), _ -> new ArrayList<>()).add(item(entry, of));
        }
        return days;
    }

    private static CalendarView.Item item(Overview.Entry entry, Names.Of of) {
        var words = entry.words().isEmpty() ? "" : " · " + entry.words();
        return new CalendarView.Item(
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.light().word(),
                of.language().pick(entry.textZh(), entry.textEn()),
                of.party(entry.party()) + words,
                "/ledger/%s/%s#%s"
                        .formatted(
                                of.compact().compact().compact().id(),
                                entry.commitment(),
                                entry.party()));
    }

    private static CalendarView.Day day(
            LocalDate date,
            YearMonth month,
            WorkCalendar calendar,
            Map<LocalDate, List<CalendarView.Item>> days,
            String party,
            Names.Of of) {
        boolean inMonth = YearMonth.from(date).equals(month);
        var items =
                inMonth
                        ? days.getOrDefault(date, List.<CalendarView.Item>of())
                        : List.<CalendarView.Item>of();
        var locale = of.language() == Language.ZH ? Locale.CHINESE : Locale.ENGLISH;
        return new CalendarView.Day(
                date.toString(),
                date.getDayOfMonth(),
                date.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale),
                inMonth,
                date.equals(of.today()),
                !calendar.isWorkday(date),
                items.subList(0, Math.min(MOST_OF_DAY, items.size())),
                Math.max(0, items.size() - MOST_OF_DAY),
                address(month, party) + "&day=" + date + "#day");
    }
}
