package org.tongquan.ledger.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.NotFound;
import org.tongquan.site.Show;

/// The board, the calendar, and the timeline of a plan.
@Controller
class OverviewPages {
    private static final int BOARD = 52;
    private static final int CALENDAR = 24;

    private final Boards boards;
    private final Calendars calendars;
    private final Timelines timelines;
    private final Planning planning;
    private final Ledger ledger;

    OverviewPages(
            Boards boards,
            Calendars calendars,
            Timelines timelines,
            Planning planning,
            Ledger ledger) {
        this.boards = boards;
        this.calendars = calendars;
        this.timelines = timelines;
        this.planning = planning;
        this.ledger = ledger;
    }

    @Bean
    static MenuEntry boardEntry() {
        return new MenuEntry(BOARD, "/board", "overview.board", a -> !a.region().isEmpty());
    }

    @Bean
    static MenuEntry calendarEntry() {
        return new MenuEntry(
                CALENDAR, "/calendar", "overview.calendar", a -> !a.region().isEmpty());
    }

    @GetMapping("/board")
    ModelAndView board(
            Actor actor,
            @RequestParam(defaultValue = "") String party,
            HttpServletRequest request) {
        requireRegion(actor);
        return Show.view("overview/board", boards.of(actor, party, Language.of(request)));
    }

    @GetMapping("/calendar")
    ModelAndView calendar(
            Actor actor,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String day,
            HttpServletRequest request) {
        requireRegion(actor);
        return Show.view(
                "overview/calendar",
                calendars.of(actor, party, month(month), day(day), Language.of(request)));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The month of an address; this one when it cannot be read.
    private YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            return YearMonth.from(ledger.today());
        }
    }

    @GetMapping("/plans/{id}/timeline")
    ModelAndView timeline(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var plan = planning.find(actor, id).orElseThrow(NotFound::new);
        return Show.view("overview/timeline", timelines.of(actor, plan, Language.of(request)));
    }

    private static void requireRegion(Actor actor) {
        if (actor.region().isEmpty()) {
            throw new Forbidden("overview.forbidden");
        }
    }
}
