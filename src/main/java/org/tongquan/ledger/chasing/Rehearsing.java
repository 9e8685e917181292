package org.tongquan.ledger.chasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.compact.conduct.ChaseRule;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.host.Acting;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chasing.rule.Chase;
import org.tongquan.ledger.rehearsing.Rehearsed;
import org.tongquan.ledger.rehearsing.Said;
import org.tongquan.ledger.rehearsing.Trial;

/// What chasing would have done under a version: its steps day by day, as though it had begun on
/// the day before the first, and the terms of the notices and findings that there were.
@Component
class Rehearsing implements Rehearsed {
    private final Acting acting;
    private final Ledger ledger;
    private final Notices notices;
    private final Inspections inspections;

    Rehearsing(Acting acting, Ledger ledger, Notices notices, Inspections inspections) {
        this.acting = acting;
        this.ledger = ledger;
        this.notices = notices;
        this.inspections = inspections;
    }

    @Override
    public List<Said> under(Trial trial) {
        var said = steps(trial);
        said.addAll(acting.read(trial.actor(), () -> notices(trial)));
        said.addAll(acting.read(trial.actor(), () -> findings(trial)));
        return said;
    }

    private List<Said> steps(Trial trial) {
        var taken = new HashSet<String>();
        steps(trial, trial.from().minusDays(1)).forEach(s -> taken.add(s.key()));
        var said = new ArrayList<Said>();
        for (var day = trial.from(); !day.isAfter(trial.to()); day = day.plusDays(1)) {
            steps(trial, day).stream().filter(s -> taken.add(s.key())).forEach(said::add);
        }
        return said;
    }

    /// Every step whose time has come by a day, taken before or not.
    private List<Said> steps(Trial trial, LocalDate day) {
        var version = trial.on(day);
        var rule = trial.rule(Compact::chasing, day);
        if (version.isEmpty() || rule.isEmpty()) {
            return List.of();
        }
        int grace = version.get().lights(day).map(LightRule::yellowDaysBefore).orElse(0);
        var said = new ArrayList<Said>();
        for (var owed : ledger.asOf(trial.actor(), version.get(), day, Instant.MAX)) {
            var of = owed.commitment();
            Chase.lastDay(owed.standing(), of.deadline(), grace)
                    .ifPresent(
                            last ->
                                    Chase.wanted(rule.get(), last, day)
                                            .forEach(w -> said.add(step(owed, w, last, day))));
        }
        return said;
    }

    private static Said step(Ledger.AsOf owed, Chase.Wanted wanted, LocalDate last, LocalDate day) {
        var id = owed.commitment().id();
        return new Said(
                what(wanted.kind()),
                ChaseStep.claim(ChaseStep.subject(id, owed.party()), wanted.key(last)),
                id + " " + wanted.key(last),
                owed.party(),
                day.toString());
    }

    private static Said.What what(Chase.Kind kind) {
        return switch (kind) {
            case REMIND -> Said.What.REMINDER;
            case DUE -> Said.What.DUE;
            case OVERDUE -> Said.What.OVERDUE;
            case NOTICE -> Said.What.NOTICE;
            case RUNG -> Said.What.ESCALATION;
        };
    }

    /// The terms of each step of the notices issued in between, by the rule of the day of issue.
    private List<Said> notices(Trial trial) {
        var all =
                notices.list(NoticeFilter.all(trial.region()), Integer.MAX_VALUE).stream()
                        .filter(n -> trial.has(n.on()))
                        .toList();
        var events = notices.events(all.stream().map(Notice::id).toList());
        var said = new ArrayList<Said>();
        for (var notice : all) {
            var rule = trial.rule(Compact::chasing, notice.on());
            for (var event : events.getOrDefault(notice.id(), List.of())) {
                rule.map(Terms::of)
                        .flatMap(
                                terms ->
                                        terms.due(
                                                NoticeFilter.state(event.step()),
                                                event.on(),
                                                trial.calendar()))
                        .ifPresent(due -> said.add(term(notice, event, due.date())));
            }
        }
        return said;
    }

    private static Said term(Notice notice, NoticeEvent event, LocalDate due) {
        return new Said(
                Said.What.NOTICE_TERM,
                notice.id() + " " + event.seq(),
                notice.number() + " " + event.step().word(),
                notice.party(),
                due.toString());
    }

    /// The terms of what inspections opened in between found, by the rule of the day of opening.
    private List<Said> findings(Trial trial) {
        var said = new ArrayList<Said>();
        for (var inspection : inspections.list(trial.region(), false, Integer.MAX_VALUE)) {
            if (trial.has(inspection.on())) {
                trial.rule(Compact::chasing, inspection.on())
                        .ifPresent(rule -> said.addAll(findings(trial, inspection, rule)));
            }
        }
        return said;
    }

    private List<Said> findings(Trial trial, Inspection inspection, ChaseRule rule) {
        var found = inspections.findings(List.<UUID>of(inspection.id()));
        var events = inspections.events(found.stream().map(Finding::id).toList());
        var said = new ArrayList<Said>();
        for (var finding : found) {
            for (var event : events.getOrDefault(finding.id(), List.of())) {
                boolean theirs =
                        event.step() == Finding.Step.FOUND || event.step() == Finding.Step.AGAIN;
                if (theirs) {
                    said.add(
                            new Said(
                                    Said.What.FINDING_TERM,
                                    finding.id() + " " + event.seq(),
                                    inspection.number() + " " + event.step().word(),
                                    finding.party(),
                                    trial.due(event.on(), rule.rectifyWithin()).toString()));
                }
            }
        }
        return said;
    }
}
