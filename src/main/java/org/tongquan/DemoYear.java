package org.tongquan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Adoption;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.Article;
import org.tongquan.compact.Basis;
import org.tongquan.compact.Clause;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.Source;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.kernel.Problems;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.NewReport;
import org.tongquan.ledger.Simulation;
import org.tongquan.ledger.reporting.Reporting;

/// Plays a simulated year over a region's real commitments: a made-up plan with deadlines, monthly
/// reports, two issued reports. Everything is marked as simulated and follows from a fixed seed.
@Component
class DemoYear {
    private static final String LABEL = "simulated-year";
    private static final String MARK = "模拟";
    private static final long SEED = 20_200_603;
    private static final int DAYS = 365;
    private static final int MONTH = 30;
    private static final int PLANNED_PERCENT = 60;
    private static final int WHOLE = 100;

    private final Compacts compacts;
    private final Simulation simulation;
    private final Reporting reporting;
    private final Clock clock;

    DemoYear(Compacts compacts, Simulation simulation, Reporting reporting, Clock clock) {
        this.compacts = compacts;
        this.simulation = simulation;
        this.reporting = reporting;
        this.clock = clock;
    }

    /// Plays the year once; a region that has one already is left as it is.
    ///
    /// @return how many reports were made up
    int play(String region) {
        if (compacts.findVersion(region, LABEL).isPresent()) {
            return 0;
        }
        var today = LocalDate.ofInstant(clock.instant(), Ledger.ZONE);
        var real = compacts.inForce(region, today).orElseThrow();
        var plan = plan(real.compact(), today);
        if (compacts.adopt(Actor.job("ledger"), plan)
                instanceof AdoptionOutcome.Refused(var problems)) {
            throw new Problems.Rejected(problems);
        }
        var played = compacts.inForce(region, today).orElseThrow();
        int kept = simulation.keep(region, reports(played, today));
        office(region)
                .ifPresent(
                        office -> {
                            issue(office, played, today.minusDays(DAYS / 2));
                            issue(office, played, today);
                        });
        return kept;
    }

    /// The commitments in force, most of the tasks with a made-up deadline around today.
    private static Compact plan(Compact real, LocalDate today) {
        var random = new Random(SEED);
        var from = today.minusDays(DAYS);
        var source =
                new Source(
                        "simulated-plan",
                        "模拟年度工作计划（演示数据）",
                        null,
                        null,
                        from,
                        Source.Form.OFFICIAL,
                        null,
                        MARK,
                        false);
        var articles = new ArrayList<Article>();
        for (var article : real.articles()) {
            articles.add(
                    new Article(
                            article.id(),
                            article.source(),
                            article.chapter(),
                            article.number(),
                            article.title(),
                            article.commitments().stream()
                                    .map(c -> planned(c, from, random))
                                    .toList(),
                            article.note(),
                            article.verified()));
        }
        var sources = new ArrayList<>(real.sources());
        sources.add(source);
        var head = real.compact();
        return real.with(
                new Compact.Head(
                        head.id(),
                        head.kind(),
                        head.name(),
                        LABEL,
                        from,
                        null,
                        Adoption.RESOLVED,
                        head.languages(),
                        head.uses(),
                        head.within(),
                        head.publicProgress(),
                        new Basis(source.id(), null, MARK, false),
                        MARK,
                        false),
                sources,
                articles);
    }

    private static Clause planned(Clause clause, LocalDate from, Random random) {
        int draw = random.nextInt(WHOLE);
        int days = DAYS / 2 + random.nextInt(DAYS);
        if (clause.deadline() != null
                || clause.cycle() != null
                || clause.kind() != Clause.Kind.TASK
                || draw >= PLANNED_PERCENT) {
            return clause;
        }
        return new Clause(
                clause.id(),
                clause.text(),
                clause.kind(),
                clause.parties(),
                clause.scope(),
                clause.otherPlaces(),
                clause.lead(),
                clause.cooperating(),
                clause.names(),
                from,
                from.plusDays(days),
                null,
                clause.indicators(),
                clause.figures(),
                clause.category(),
                clause.basis(),
                "期限为模拟",
                false);
    }

    /// Each party reports at its own pace: most keep up, some lag, a few stay silent.
    private static List<NewReport> reports(Resolved played, LocalDate today) {
        var random = new Random(SEED);
        var reports = new ArrayList<NewReport>();
        var from = today.minusDays(DAYS);
        for (var bound : played.clauses()) {
            var clause = bound.clause();
            var end = clause.deadline() == null ? from.plusDays(2L * DAYS) : clause.deadline();
            long whole = Math.max(MONTH, from.until(end, java.time.temporal.ChronoUnit.DAYS));
            for (var party : bound.parties()) {
                double pace = 0.55 + random.nextDouble() * 0.75;
                int first = random.nextInt(MONTH);
                int step = MONTH + random.nextInt(2 * MONTH);
                for (int day = first + step; day < DAYS; day += step) {
                    int percent = (int) Math.min(WHOLE, day * WHOLE * pace / whole);
                    reports.add(report(played, clause, party, from.plusDays(day), percent));
                    if (percent == WHOLE) {
                        break;
                    }
                }
            }
        }
        return reports;
    }

    private static NewReport report(
            Resolved played, Clause clause, String party, LocalDate on, int percent) {
        var text = percent == WHOLE ? "模拟：任务已完成，等待核验。" : "模拟：按计划推进，累计完成%d%%。".formatted(percent);
        return new NewReport(
                played.compact().id(), clause.id(), party, on, percent, text, List.of(), true);
    }

    private java.util.Optional<Actor> office(String region) {
        return compacts.bodies(region).stream()
                .filter(b -> b.powers().contains(Power.ISSUE_REPORT))
                .findFirst()
                .map(b -> new Actor("-", b.id(), region, b.powers()));
    }

    private void issue(Actor office, Resolved played, LocalDate day) {
        var title = played.compact().compact().name().zh() + "规约任务进展情况的报告（截至" + day + "，演示）";
        reporting.issue(office, played.compact().id(), new Reporting.Wish(day, title, "", ""));
    }
}
