package org.tongquan.ledger.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.compact.conduct.MeetingRule;
import org.tongquan.host.Acting;
import org.tongquan.ledger.rehearsing.Rehearsed;
import org.tongquan.ledger.rehearsing.Said;
import org.tongquan.ledger.rehearsing.Trial;

/// Until when the answers to invitations and the minutes of meetings were wanted under a version,
/// by the rule of the day on which each was asked for.
@Component
class MeetingRehearsal implements Rehearsed {
    private final Acting acting;
    private final Meetings meetings;

    MeetingRehearsal(Acting acting, Meetings meetings) {
        this.acting = acting;
        this.meetings = meetings;
    }

    @Override
    public List<Said> under(Trial trial) {
        return acting.read(
                trial.actor(),
                () -> {
                    var said = new ArrayList<Said>();
                    var all =
                            meetings.list(
                                    trial.region(), trial.from(), trial.to(), Integer.MAX_VALUE);
                    for (var meeting : all) {
                        for (var sheet : meetings.sheets(meeting.id())) {
                            trial.rule(Compact::meetings, sheet.on())
                                    .flatMap(rule -> due(trial, rule, sheet))
                                    .ifPresent(due -> said.add(said(sheet, due)));
                        }
                    }
                    return said;
                });
    }

    private static Optional<LocalDate> due(Trial trial, MeetingRule rule, Meeting.Sheet sheet) {
        var day = sheet.wish().day();
        return switch (sheet.step()) {
            case INVITED -> {
                var due = trial.due(sheet.on(), rule.answerWithin());
                yield Optional.of(due.isAfter(day) ? day : due);
            }
            case HELD -> Optional.of(trial.due(day, rule.minutesWithin()));
            case CALLED, CHANGED, AGENDA, CONFIRMED, CANCELLED -> Optional.empty();
        };
    }

    private static Said said(Meeting.Sheet sheet, LocalDate due) {
        return new Said(
                Said.What.MEETING_TERM,
                sheet.id().toString(),
                sheet.wish().title() + " " + sheet.step().word(),
                "",
                due.toString());
    }
}
