package org.tongquan.ledger.chasing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.compact.conduct.ChaseRule;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.inbox.Notification;

/// Notices that nobody moves: not signed for, not answered, not reviewed in time. A silent unit
/// goes up the same ladder as an overdue item, counted from the day its step was due.
@Component
class LateCases {
    private static final Actor JOB = Actor.job("ledger");

    private final Acting acting;
    private final Notices notices;
    private final ChaseSteps steps;
    private final Issuance issuance;

    LateCases(Acting acting, Notices notices, ChaseSteps steps, Issuance issuance) {
        this.acting = acting;
        this.notices = notices;
        this.steps = steps;
        this.issuance = issuance;
    }

    /// What is to be told about late notices on a day, and was not told before.
    List<Todo> todo(String region, ChaseRule rule, Addressees all) {
        return acting.read(JOB, () -> late(region, rule, all));
    }

    private List<Todo> late(String region, ChaseRule rule, Addressees all) {
        var open = notices.list(NoticeFilter.open(region), Integer.MAX_VALUE);
        var events = notices.events(open.stream().map(Notice::id).toList());
        var calendar = issuance.calendar(region, all.day());
        var taken = steps.taken(region);
        var todo = new ArrayList<Todo>();
        for (var notice : open) {
            var course =
                    Course.of(
                            notice.terms(),
                            events.getOrDefault(notice.id(), List.of()),
                            calendar,
                            all.day());
            if (course.isOverdue()) {
                of(notice, course, rule, all).stream()
                        .filter(t -> !taken.contains(t.claim()))
                        .forEach(todo::add);
            }
        }
        return todo;
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
}
