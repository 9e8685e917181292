package org.tongquan.ledger.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Figures;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.standing.Light;
import org.tongquan.site.Language;
import org.tongquan.site.LineChart;
import org.tongquan.site.Messages;

/// How a region came to stand as it does: month by month, and in the last week. Standings of past
/// days are judged anew from the reports, once a day; that of today once a minute.
@Component
class Trends {
    private static final int MONTHS = 12;
    private static final int WEEK_DAYS = 7;
    private static final int MOST_CHANGES = 500;
    private static final int WHOLE = 100;
    private static final int MONTH_LENGTH = 7;
    private static final long FRESH_NS = 60_000_000_000L;
    private static final List<Light> WORST_FIRST =
            List.of(Light.RED, Light.YELLOW, Light.NONE, Light.GREEN);

    /// Lights change by reports and by days passing; every body of a region sees all of them.
    private static final Actor JOB = Actor.job("ledger");

    private final Ledger ledger;
    private final Messages messages;
    private final Map<String, Past> past = new ConcurrentHashMap<>();
    private final Map<String, Present> present = new ConcurrentHashMap<>();

    Trends(Ledger ledger, Messages messages) {
        this.ledger = ledger;
        this.messages = messages;
    }

    private record Past(LocalDate today, List<Figures> months, Map<String, Light> weekAgo) {}

    private record Present(long madeNs, LocalDate today, List<Ledger.AsOf> standings) {}

    /// What changed within a week: the gravest changes, and how many there are.
    record Week(List<CockpitView.Change> first, int worse, int better) {
        static final Week UNASKED = new Week(List.of(), 0, 0);
    }

    /// The last twelve months, ending today; fewer when nothing was in force before.
    ///
    /// @param now the figures of today
    LineChart months(String region, Figures now, Language language) {
        var figures = new ArrayList<>(past(region).months());
        figures.add(now);
        figures.removeIf(f -> f.obligations() == 0);
        return new LineChart(
                messages.say(language, "ledger.trend.title"),
                "%",
                figures.stream().map(f -> f.day().toString().substring(0, MONTH_LENGTH)).toList(),
                List.of(
                        line(language, "mean", figures.stream().map(Figures::meanPercent).toList()),
                        line(language, "alarm", figures.stream().map(Trends::alarm).toList()),
                        line(
                                language,
                                "finished",
                                figures.stream().map(f -> share(f.finished(), f)).toList())));
    }

    Week week(String region, Names.Of of) {
        var before = past(region).weekAgo();
        var changed = new ArrayList<Changed>();
        for (var now : standings(region)) {
            var then = before.get(key(now));
            if (then != null && then != now.standing().light()) {
                changed.add(new Changed(now, then));
            }
        }
        changed.sort(
                Comparator.comparing((Changed c) -> !c.isWorse())
                        .thenComparing(c -> rank(c.now().standing().light())));
        int worse = (int) changed.stream().filter(Changed::isWorse).count();
        return new Week(
                changed.stream().limit(MOST_CHANGES).map(c -> c.view(region, of)).toList(),
                worse,
                changed.size() - worse);
    }

    private record Changed(Ledger.AsOf now, Light then) {
        boolean isWorse() {
            return rank(now.standing().light()) < rank(then);
        }

        CockpitView.Change view(String region, Names.Of of) {
            var commitment = now.commitment();
            return new CockpitView.Change(
                    "/ledger/" + region + "/" + commitment.id() + "#" + now.party(),
                    of.language().pick(commitment.textZh(), commitment.textEn()),
                    of.party(now.party()),
                    then.word(),
                    now.standing().light().word());
        }
    }

    private Past past(String region) {
        var today = ledger.today();
        return past.compute(
                region,
                (r, known) ->
                        known != null && known.today().equals(today) ? known : look(r, today));
    }

    private Past look(String region, LocalDate today) {
        var months = new ArrayList<Figures>();
        for (int i = MONTHS - 1; i > 0; i--) {
            var month = today.minusMonths(i);
            var day = month.withDayOfMonth(month.lengthOfMonth());
            months.add(Figures.of(day, ledger.asOf(JOB, region, day, Instant.MAX)));
        }
        var weekAgo = new HashMap<String, Light>();
        ledger.asOf(JOB, region, today.minusDays(WEEK_DAYS), Instant.MAX)
                .forEach(s -> weekAgo.put(key(s), s.standing().light()));
        return new Past(today, months, weekAgo);
    }

    private List<Ledger.AsOf> standings(String region) {
        var today = ledger.today();
        return present.compute(
                        region,
                        (r, known) ->
                                known != null
                                                && known.today().equals(today)
                                                && System.nanoTime() - known.madeNs() < FRESH_NS
                                        ? known
                                        : new Present(
                                                System.nanoTime(),
                                                today,
                                                ledger.asOf(JOB, r, today, Instant.MAX)))
                .standings();
    }

    private LineChart.Line line(Language language, String name, List<Integer> values) {
        return new LineChart.Line(
                messages.say(language, "ledger.trend." + name),
                values.stream().map(Integer::doubleValue).toList());
    }

    private static int alarm(Figures figures) {
        return share(figures.count(Light.RED) + figures.count(Light.YELLOW), figures);
    }

    private static int share(int part, Figures figures) {
        return part * WHOLE / figures.obligations();
    }

    private static int rank(Light light) {
        return WORST_FIRST.indexOf(light);
    }

    private static String key(Ledger.AsOf one) {
        return one.commitment().id() + " " + one.party();
    }
}
