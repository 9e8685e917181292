package org.tongquan.ledger.measuring.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Clause;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.measuring.Measuring;
import org.tongquan.ledger.measuring.Reading;
import org.tongquan.ledger.measuring.Reading.Kind;
import org.tongquan.ledger.measuring.Standings;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.LineChart;
import org.tongquan.site.Messages;
import org.tongquan.site.Option;

/// Makes what the pages of one indicator show.
@Component
class Indicators {
    private final Measuring measuring;
    private final Messages messages;

    Indicators(Measuring measuring, Messages messages) {
        this.measuring = measuring;
        this.messages = messages;
    }

    /// Everything one page needs to speak of one indicator.
    private record Of(Measure measure, Names.Of names, String region) {
        Language language() {
            return names.language();
        }
    }

    IndicatorsView.Item item(Measuring.Sheet sheet, Names.Of names) {
        var of = new Of(sheet.measure(), names, names.compact().compact().id());
        var measure = sheet.measure();
        var counts = new ArrayList<IndicatorsView.Count>();
        for (var status : Standings.Status.values()) {
            int n =
                    (int)
                            sheet.rows().stream()
                                    .filter(r -> r.standing().status() == status)
                                    .count();
            if (n > 0) {
                counts.add(new IndicatorsView.Count(status.word(), n));
            }
        }
        return new IndicatorsView.Item(
                "/indicators/" + measure.id(),
                measure.name().in(of.language().locale()),
                measure.unit(),
                word(measure.series()),
                String.join("；", targets(of)),
                sheet.status().word(),
                counts,
                measure.verified());
    }

    IndicatorView view(
            Actor actor,
            Measuring.Sheet sheet,
            Names.Of names,
            IndicatorView.Form form,
            String error) {
        var measure = sheet.measure();
        var region = names.compact().compact().id();
        var of = new Of(measure, names, region);
        var language = of.language();
        var name = measure.name().in(language.locale());
        var base = measure.base();
        return new IndicatorView(
                List.of(
                        new Crumb("/indicators", messages.say(language, "measuring.title")),
                        new Crumb("", name)),
                "/indicators/" + measure.id(),
                name,
                measure.unit(),
                word(measure.series()),
                sheet.status().word(),
                base == null ? "" : shown(of, base.value()) + " (" + base.on() + ")",
                targets(of),
                outdoes(of),
                basis(of),
                measure.note() == null ? "" : measure.note(),
                measure.verified(),
                measure.apart(),
                measure.commitment() == null
                        ? ""
                        : "/ledger/" + region + "/" + measure.commitment(),
                sheet.rows().stream().map(r -> row(of, r)).toList(),
                charts(of, sheet),
                sheet.totals().stream().map(t -> total(of, t)).toList(),
                revisions(actor, of, sheet),
                form,
                error);
    }

    List<Option> mayFile(Actor actor, Measuring.Sheet sheet, Names.Of names) {
        return sheet.rows().stream()
                .map(Measuring.Row::party)
                .filter(p -> measuring.mayFile(actor, p))
                .map(p -> new Option(p, names.party(p)))
                .toList();
    }

    private String outdoes(Of of) {
        return of.names().compact().compact().indicators().stream()
                .filter(m -> m.id().equals(of.measure().outdoes()))
                .map(m -> m.name().in(of.language().locale()))
                .findFirst()
                .orElse("");
    }

    private static String basis(Of of) {
        var basis = of.measure().basis();
        if (basis == null) {
            return "";
        }
        var source =
                of.names().compact().sources().stream()
                        .filter(s -> s.id().equals(basis.source()))
                        .map(s -> s.title())
                        .findFirst()
                        .orElse("");
        return (source + " " + (basis.article() == null ? "" : basis.article())).strip();
    }

    private List<String> targets(Of of) {
        return of.measure().targets().stream().map(a -> target(of, a)).toList();
    }

    private String target(Of of, Measure.Aim aim) {
        var by = aim.by();
        var text = sign(aim.operator()) + " " + shown(of, aim.value());
        return by == null
                ? messages.say(of.language(), "measuring.target.open", text)
                : messages.say(of.language(), "measuring.target.by", text, by.toString());
    }

    private static String sign(Clause.Operator operator) {
        return switch (operator) {
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
            case ABOVE -> ">";
            case BELOW -> "<";
            case EQUAL -> "=";
            case ABOUT -> "≈";
        };
    }

    private IndicatorView.Row row(Of of, Measuring.Row row) {
        var standing = row.standing();
        var aim = standing.aim();
        var decided = row.of(Kind.DECIDED);
        var achieved = row.of(Kind.ACHIEVED);
        return new IndicatorView.Row(
                of.names().party(row.party()),
                standing.status().word(),
                why(of, standing),
                aim == null ? "" : target(of, aim),
                decided.isEmpty() ? "" : shown(of, decided.getLast().value()),
                achieved.isEmpty() ? "" : shown(of, achieved.getLast().value()),
                achieved.isEmpty() ? "" : achieved.getLast().on().toString(),
                change(of, row),
                against(of, row.against()));
    }

    private String why(Of of, Standings.Standing standing) {
        return messages.say(
                of.language(),
                "measuring.why." + standing.status().word(),
                text(standing.on()),
                shown(of, standing.value()),
                shown(of, standing.path()),
                standing.aim() == null ? "" : target(of, standing.aim()));
    }

    private String change(Of of, Measuring.Row row) {
        var change = row.change();
        if (change == null) {
            return "";
        }
        var sign = change.signum() > 0 ? "+" : "";
        var number = sign + plain(of, change);
        return row.points()
                ? messages.say(of.language(), "measuring.points", number)
                : number + " " + of.measure().unit();
    }

    private String against(Of of, Standings.@Nullable Against against) {
        return against == null
                ? ""
                : messages.say(
                        of.language(),
                        "measuring.against." + against.outcome().word(),
                        text(against.on()),
                        shown(of, against.value()),
                        shown(of, against.other()),
                        against.difference() == null ? "" : plain(of, against.difference()));
    }

    private IndicatorView.TotalView total(Of of, Measuring.DayTotal day) {
        var total = day.total();
        return new IndicatorView.TotalView(
                day.on().toString(),
                shown(of, total.value()),
                total.reason().word(),
                String.join("、", total.missing().stream().map(of.names()::party).toList()));
    }

    private List<IndicatorView.RevisionView> revisions(Actor actor, Of of, Measuring.Sheet sheet) {
        var seen = new TreeSet<String>();
        var views = new ArrayList<IndicatorView.RevisionView>();
        for (var reading : sheet.revisions()) {
            boolean latest = seen.add(reading.kind() + "@" + reading.party() + "@" + reading.on());
            boolean may = latest && measuring.mayFile(actor, reading.party());
            views.add(
                    new IndicatorView.RevisionView(
                            reading.on().toString(),
                            of.names().party(reading.party()),
                            reading.kind().word(),
                            shown(of, reading.value()),
                            reading.revision(),
                            latest,
                            reading.source(),
                            reading.reason(),
                            of.names().body(reading.body()),
                            Moments.of(reading.at()),
                            may ? revise(reading) : ""));
        }
        return views;
    }

    private static String revise(Reading reading) {
        return "/indicators/%s?party=%s&kind=%s&on=%s#enter"
                .formatted(
                        reading.indicator(),
                        URLEncoder.encode(reading.party(), StandardCharsets.UTF_8),
                        reading.kind().name(),
                        reading.on());
    }

    /// One chart for each member that has a value, and more than one day to show: path or target,
    // forecast, what was reached.
    private List<IndicatorView.ChartView> charts(Of of, Measuring.Sheet sheet) {
        var charts = new ArrayList<IndicatorView.ChartView>();
        for (var row : sheet.rows()) {
            var chart = chart(of, row);
            if (!row.readings().isEmpty() && chart.labels().size() > 1) {
                charts.add(new IndicatorView.ChartView("chart-" + charts.size(), chart));
            }
        }
        return charts;
    }

    private LineChart chart(Of of, Measuring.Row row) {
        var days =
                Stream.concat(
                                measuring.bends(of.measure()).stream(),
                                row.readings().stream().map(Reading::on))
                        .distinct()
                        .sorted()
                        .toList();
        var lines = new ArrayList<LineChart.Line>();
        var path = days.stream().map(d -> goal(of, d)).toList();
        if (path.stream().anyMatch(v -> !Double.isNaN(v))) {
            lines.add(new LineChart.Line(messages.say(of.language(), "measuring.path"), path));
        }
        for (var kind : List.of(Kind.ACHIEVED, Kind.DECIDED)) {
            var values = days.stream().map(d -> value(row.of(kind), d)).toList();
            if (values.stream().anyMatch(v -> !Double.isNaN(v))) {
                lines.add(
                        new LineChart.Line(
                                messages.say(of.language(), "measuring.kind." + kind.word()),
                                values));
            }
        }
        return new LineChart(
                of.names().party(row.party()),
                of.measure().unit(),
                days.stream().map(LocalDate::toString).toList(),
                lines);
    }

    /// The path, or the target itself where there is no path.
    private double goal(Of of, LocalDate day) {
        var path = measuring.path(of.measure(), day);
        if (path.isPresent() || of.measure().base() != null) {
            return path.map(Indicators::drawn).orElse(Double.NaN);
        }
        return of.measure().targets().stream()
                .findFirst()
                .map(a -> drawn(a.value()))
                .orElse(Double.NaN);
    }

    private static double value(List<Reading> readings, LocalDate day) {
        return readings.stream()
                .filter(r -> r.on().equals(day))
                .findFirst()
                .map(r -> drawn(r.value()))
                .orElse(Double.NaN);
    }

    /// The scale of a chart starts at zero: a value below it stands in the table alone.
    private static double drawn(BigDecimal value) {
        return value.signum() < 0 ? Double.NaN : value.doubleValue();
    }

    static String word(Measure.Series series) {
        return series.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String plain(Of of, BigDecimal value) {
        return value.setScale(Math.max(of.measure().decimals(), 0), RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String shown(Of of, @Nullable BigDecimal value) {
        return Optional.ofNullable(value)
                .map(
                        v ->
                                plain(of, v)
                                        + (of.measure().unit().equals("%")
                                                ? "%"
                                                : " " + of.measure().unit()))
                .orElse("");
    }
}
