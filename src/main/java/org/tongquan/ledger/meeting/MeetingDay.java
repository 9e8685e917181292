package org.tongquan.ledger.meeting;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Daily;

/// What a day brings for meetings: who has not answered, minutes that are late, decisions whose
/// deadline has passed. Each is told once.
@Component
class MeetingDay implements Daily {
    static final Actor JOB = Actor.job("ledger");

    /// Meetings this many days back are looked through for late minutes.
    static final int BACK = 400;

    private final Acting acting;
    private final Meetings meetings;
    private final Resolutions resolutions;
    private final Minutes minutes;
    private final MeetingRecords records;

    MeetingDay(
            Acting acting,
            Meetings meetings,
            Resolutions resolutions,
            Minutes minutes,
            MeetingRecords records) {
        this.acting = acting;
        this.meetings = meetings;
        this.resolutions = resolutions;
        this.minutes = minutes;
        this.records = records;
    }

    @Override
    public void begin(String region, LocalDate day) {
        acting.run(
                JOB,
                () -> {
                    var from = day.minusDays(BACK);
                    var to = day.plusDays(Convening.MOST_DAYS_AHEAD);
                    for (var meeting : meetings.list(region, from, to, Convening.MOST_LISTED)) {
                        look(meeting, day);
                    }
                    for (var file :
                            records.files(resolutions.issued(region, Convening.MOST_LISTED))) {
                        look(file);
                    }
                });
    }

    private void look(Meeting meeting, LocalDate day) {
        var due = meeting.sheet().due();
        if (due == null) {
            return;
        }
        if (meeting.state() == Step.State.INVITED
                && !day.isBefore(due)
                && !day.isAfter(meeting.wish().day())) {
            var silent = new HashSet<>(meeting.wish().invited());
            minutes.seats(meeting.id(), Minutes.ANSWER).forEach(s -> silent.remove(s.body()));
            records.tell(JOB, meeting, silent, "unanswered", 0);
        }
        if (meeting.state() == Step.State.HELD && day.isAfter(due)) {
            var writers = new HashSet<>(List.of(meeting.body(), meeting.meets()));
            records.tell(JOB, meeting, writers, "unminuted", 0);
        }
    }

    private void look(Resolution.File file) {
        if (file.course().isOverdue()) {
            var told = new HashSet<>(file.resolution().lead());
            told.add(file.caller());
            records.tell(JOB, file.resolution(), told, "overdue", 0);
        }
    }
}
