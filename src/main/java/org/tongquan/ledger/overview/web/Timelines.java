package org.tongquan.ledger.overview.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.overview.Overview;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.waiting.Wait;
import org.tongquan.ledger.planning.waiting.Waiting;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// Makes the view of a plan's timeline.
@Component
class Timelines {
    private static final double WHOLE = 100;
    private static final double LEAST_WIDTH = 0.6;
    private static final int MONTHS = 12;

    private final Overview overview;
    private final Waiting waiting;
    private final Names names;
    private final Messages messages;

    Timelines(Overview overview, Waiting waiting, Names names, Messages messages) {
        this.overview = overview;
        this.waiting = waiting;
        this.names = names;
        this.messages = messages;
    }

    TimelineView of(Actor actor, Plan plan, Language language) {
        var of = names.of(actor.region(), language);
        var bars =
                plan.isPublished()
                        ? overview.standings(
                                actor, plan.items().stream().map(PlanItem::id).toList())
                        : java.util.Map.<String, Overview.Bar>of();
        int year = plan.head().year();
        var waits = waiting.of(actor, plan.head().region(), plan.items());
        return new TimelineView(
                List.of(
                        new Crumb("/plans", messages.say(language, "planning.title")),
                        new Crumb("/plans/" + plan.head().id(), plan.head().title()),
                        new Crumb("", messages.say(language, "overview.timeline"))),
                plan.head().title(),
                months(year, language),
                of.today().getYear() == year ? percent(place(of.today(), year)) : "",
                plan.items().stream()
                        .map(
                                i ->
                                        row(
                                                i,
                                                bars.getOrDefault(
                                                        i.id(), new Overview.Bar(Light.NONE, 0)),
                                                year,
                                                plan.isPublished(),
                                                arrows(waits, i, year, language),
                                                of))
                        .toList());
    }

    private static List<TimelineView.Tick> months(int year, Language language) {
        var months = new ArrayList<TimelineView.Tick>();
        for (int m = 1; m <= MONTHS; m++) {
            var label = language == Language.ZH ? m + "月" : Integer.toString(m);
            months.add(
                    new TimelineView.Tick(
                            percent(place(YearMonth.of(year, m).atDay(1), year)), label));
        }
        return months;
    }

    private static TimelineView.Row row(
            PlanItem item,
            Overview.Bar bar,
            int year,
            boolean published,
            List<TimelineView.Arrow> arrows,
            Names.Of of) {
        double from = place(item.start(), year);
        double width = Math.max(LEAST_WIDTH, place(item.deadline().plusDays(1), year) - from);
        var region = of.compact().compact().compact().id();
        return new TimelineView.Row(
                published ? "/ledger/" + region + "/" + item.id() : "",
                item.id(),
                of.language().pick(item.textZh(), item.textEn()),
                item.parties().stream().map(of::party).collect(Collectors.joining("、")),
                bar.light().word(),
                bar.percent(),
                item.start().toString(),
                item.deadline().toString(),
                percent(from),
                percent(width),
                percent(width * bar.percent() / WHOLE),
                item.milestones().stream()
                        .map(
                                m ->
                                        new TimelineView.Mark(
                                                percent(place(m.due(), year)),
                                                m.due() + " " + m.percent() + "% " + m.text()))
                        .toList(),
                arrows);
    }

    private List<TimelineView.Arrow> arrows(
            List<Wait> waits, PlanItem item, int year, Language language) {
        return waits.stream()
                .filter(w -> w.item().id().equals(item.id()))
                .map(
                        w ->
                                new TimelineView.Arrow(
                                        percent(place(w.on().deadline().plusDays(1), year)),
                                        percent(place(item.start(), year)),
                                        w.on().id(),
                                        title(w, language),
                                        w.isWarning()))
                .toList();
    }

    private String title(Wait wait, Language language) {
        var text = language.pick(wait.on().textZh(), wait.on().textEn());
        var sort = wait.late() ? "late" : wait.clashes() ? "clashes" : "due";
        var value = wait.clashes() && !wait.late() ? wait.item().start() : wait.on().deadline();
        return text + " · " + messages.say(language, "planning.wait." + sort, value.toString());
    }

    /// Where a day lies in the year, 0 to 100.
    private static double place(LocalDate day, int year) {
        var first = LocalDate.of(year, 1, 1);
        long days = ChronoUnit.DAYS.between(first, day);
        return Math.clamp(days * WHOLE / first.lengthOfYear(), 0.0, WHOLE);
    }

    private static String percent(double place) {
        return String.format(Locale.ROOT, "%.2f%%", place);
    }
}
