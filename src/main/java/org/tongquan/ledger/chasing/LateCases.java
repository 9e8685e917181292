package org.tongquan.ledger.chasing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongquan.compact.conduct.ChaseRule;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.chasing.rule.Chase;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.terms.MovedTerms;

/// Notices and findings that nobody moves: not signed for, not answered, not reviewed, not put
// right
/// in time. A silent unit goes up the same ladder as an overdue item, counted from the day its step
/// was due. Terms that a new calendar moved are told as well.
@Component
class LateCases implements MovedTerms {
    private static final Actor JOB = Actor.job("ledger");

    private final Acting acting;
    private final Notices notices;
    private final Inspections inspections;
    private final ChaseSteps steps;
    private final Issuance issuance;

    LateCases(
            Acting acting,
            Notices notices,
            Inspections inspections,
            ChaseSteps steps,
            Issuance issuance) {
        this.acting = acting;
        this.notices = notices;
        this.inspections = inspections;
        this.steps = steps;
        this.issuance = issuance;
    }

    /// What is to be told about late cases on a day, and was not told before.
    List<Todo> todo(String region, ChaseRule rule, Addressees all) {
        return acting.read(
                JOB,
                () -> {
                    var todo = new ArrayList<>(late(region, rule, all));
                    todo.addAll(unmended(region, rule, all));
                    var taken = steps.taken(region);
                    todo.removeIf(t -> taken.contains(t.claim()));
                    return todo;
                });
    }

    private List<Todo> late(String region, ChaseRule rule, Addressees all) {
        var todo = new ArrayList<Todo>();
        open(region, all.day())
                .forEach(
                        (notice, course) -> {
                            if (course.isOverdue()) {
                                todo.addAll(of(notice, course, rule, all));
                            }
                        });
        return todo;
    }

    /// The open notices and how they stand.
    private Map<Notice, Course> open(String region, LocalDate day) {
        var open = notices.list(NoticeFilter.open(region), Integer.MAX_VALUE);
        var events = notices.events(open.stream().map(Notice::id).toList());
        var calendar = issuance.calendar(region, day);
        var courses = new LinkedHashMap<Notice, Course>();
        for (var notice : open) {
            var its = events.getOrDefault(notice.id(), List.of());
            courses.put(notice, Course.of(notice.terms(), its, calendar, day));
        }
        return courses;
    }

    @Override
    public List<Moved> moved(String region, LocalDate day) {
        return acting.read(
                JOB,
                () -> {
                    var moved = new ArrayList<Moved>();
                    open(region, day)
                            .forEach(
                                    (notice, course) ->
                                            moved(notice, course).ifPresent(moved::add));
                    unsettled(region, day)
                            .forEach(o -> moved(o.inspection(), o.found()).ifPresent(moved::add));
                    return moved;
                });
    }

    private static Optional<Moved> moved(Notice notice, Course course) {
        var told = course.events().getLast().due();
        if (!course.shifted() || told == null || course.due() == null) {
            return Optional.empty();
        }
        var bodies = new ArrayList<>(notice.units());
        bodies.add(notice.issuer());
        return Optional.of(
                new Moved(
                        "notice %s %d".formatted(notice.id(), course.seq()),
                        notice.number(),
                        bodies,
                        told,
                        course.due(),
                        "/notices/" + notice.id()));
    }

    private static Optional<Moved> moved(Inspection inspection, Inspection.Found found) {
        var course = found.course();
        var told = course.events().getLast().due();
        if (told == null || course.due() == null || told.equals(course.due())) {
            return Optional.empty();
        }
        var bodies = new ArrayList<>(found.finding().units());
        bodies.add(inspection.body());
        return Optional.of(
                new Moved(
                        "finding %s %d".formatted(found.finding().id(), course.seq()),
                        inspection.title(),
                        bodies,
                        told,
                        course.due(),
                        "/notices/inspections/" + inspection.id()));
    }

    private static List<Todo> of(Notice notice, Course course, ChaseRule rule, Addressees all) {
        var todo = new ArrayList<Todo>();
        var told = new LinkedHashSet<String>();
        told.add(notice.issuer());
        boolean theirs = course.state() != Step.State.AWAITING_REVIEW;
        if (theirs) {
            told.addAll(notice.units());
            told.addAll(all.reporting(notice.party()));
        }
        todo.add(todo(notice, course, "late " + course.seq(), List.copyOf(told)));
        if (theirs) {
            for (var rung : Chase.rungs(rule, course.daysOver())) {
                if (rung.to() != null) {
                    var key = "late %d rung %d %s";
                    todo.add(
                            todo(
                                    notice,
                                    course,
                                    key.formatted(course.seq(), rung.days(), rung.to()),
                                    all.above(rung.to(), notice.party())));
                }
            }
        }
        return todo;
    }

    private static Todo todo(Notice notice, Course course, String key, List<String> bodies) {
        var due = java.util.Objects.requireNonNull(course.due());
        return new Todo(
                notice.commitment(),
                notice.party(),
                notice.id(),
                notice.id().toString(),
                key,
                due,
                0,
                bodies,
                "chasing.told.late." + course.state().word(),
                List.of(
                        notice.number(),
                        Notification.partyName(notice.party()),
                        due.toString(),
                        Long.toString(course.daysOver())),
                "/notices/" + notice.id(),
                null);
    }

    /// Findings that are not put right in time.
    private List<Todo> unmended(String region, ChaseRule rule, Addressees all) {
        var todo = new ArrayList<Todo>();
        for (var open : unsettled(region, all.day())) {
            var course = open.found().course();
            if (course.isOverdue()) {
                todo.addAll(of(open.inspection(), open.found().finding(), course, rule, all));
            }
        }
        return todo;
    }

    /// A finding of an open inspection.
    private record Open(Inspection inspection, Inspection.Found found) {}

    /// The findings of open inspections and how they stand.
    private List<Open> unsettled(String region, LocalDate day) {
        var inspections = this.inspections.list(region, true, Integer.MAX_VALUE);
        var findings = this.inspections.findings(inspections.stream().map(Inspection::id).toList());
        var events = this.inspections.events(findings.stream().map(Finding::id).toList());
        var calendar = issuance.calendar(region, day);
        var open = new ArrayList<Open>();
        for (var inspection : inspections) {
            for (var finding : findings) {
                if (finding.inspection().equals(inspection.id())) {
                    var its = events.getOrDefault(finding.id(), List.of());
                    var course = FindingCourse.of(inspection.rectifyWithin(), its, calendar, day);
                    open.add(new Open(inspection, new Inspection.Found(finding, course)));
                }
            }
        }
        return open;
    }

    private static List<Todo> of(
            Inspection inspection,
            Finding finding,
            FindingCourse course,
            ChaseRule rule,
            Addressees all) {
        var todo = new ArrayList<Todo>();
        var told = new LinkedHashSet<String>(finding.units());
        told.add(inspection.body());
        told.addAll(all.reporting(finding.party()));
        var key = "late " + course.seq();
        todo.add(todo(inspection, finding, course, key, List.copyOf(told)));
        for (var rung : Chase.rungs(rule, course.daysOver())) {
            if (rung.to() != null) {
                todo.add(
                        todo(
                                inspection,
                                finding,
                                course,
                                "%s rung %d %s".formatted(key, rung.days(), rung.to()),
                                all.above(rung.to(), finding.party())));
            }
        }
        return todo;
    }

    private static Todo todo(
            Inspection inspection,
            Finding finding,
            FindingCourse course,
            String key,
            List<String> bodies) {
        var due = java.util.Objects.requireNonNull(course.due());
        return new Todo(
                finding.commitment(),
                finding.party(),
                null,
                finding.id().toString(),
                key,
                due,
                0,
                bodies,
                "chasing.told.late.finding",
                List.of(
                        inspection.title(),
                        Notification.partyName(finding.party()),
                        due.toString(),
                        Long.toString(course.daysOver())),
                "/notices/inspections/" + inspection.id(),
                null);
    }
}
