package org.tongquan.ledger.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.Daily;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;

/// Looks for missing reports and for reports without progress as a day begins. Each alarm is
/// claimed by a row in the transaction that tells the units, so a restart or a kill leaves it
/// either told or still to tell; the office gets one sentence for a day and kind.
@Component
class ReportDay implements Daily {
    /// Alarms raised in one transaction.
    static final int BATCH = 50;

    /// Days back that the office is told of when the program had been stopped in between.
    static final int DAYS_BACK = 7;

    private static final Actor JOB = Actor.job("ledger");

    private final Acting acting;
    private final OwedRows rows;
    private final Alarms alarms;
    private final Compacts compacts;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    ReportDay(
            Acting acting,
            OwedRows rows,
            Alarms alarms,
            Compacts compacts,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.rows = rows;
        this.alarms = alarms;
        this.compacts = compacts;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void begin(String region, LocalDate day) {
        var rules = Rules.of(compacts, region, day);
        if (rules.isEmpty()) {
            return;
        }
        var wanted = acting.read(JOB, () -> wanted(region, rules.get(), day));
        for (int i = 0; i < wanted.size(); i += BATCH) {
            var some = wanted.subList(i, Math.min(wanted.size(), i + BATCH));
            acting.run(JOB, () -> some.forEach(this::raise));
        }
        tellOffice(region, rules.get(), day);
    }

    /// An alarm to raise, and about what.
    private record Todo(OwedRow row, Alarm alarm) {}

    private List<Todo> wanted(String region, Rules rules, LocalDate day) {
        var raised = alarms.raised(region);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var todo = new ArrayList<Todo>();
        for (var row : rows.ofRegion(region, day)) {
            var duty = rules.duty(row).knownAt(at);
            for (var wanted : Alarm.wanted(Rounds.of(duty, day))) {
                if (!raised.contains(Alarms.claim(row, wanted.key()))) {
                    var bodies = bodies(rules, row, wanted.kind());
                    todo.add(
                            new Todo(
                                    row,
                                    new Alarm(
                                            ids.next(),
                                            region,
                                            row.commitment(),
                                            row.party(),
                                            wanted.kind(),
                                            wanted.key(),
                                            day,
                                            wanted.since(),
                                            wanted.count(),
                                            rules.planning().id(),
                                            duty.written(),
                                            bodies,
                                            at)));
                }
            }
        }
        return todo;
    }

    /// Chasing tells the units of a report that the own text of a duty asks for.
    private static List<String> bodies(Rules rules, OwedRow row, Alarm.Kind kind) {
        return kind == Alarm.Kind.MISSING && row.hasOwnRhythm()
                ? List.of()
                : rules.receivers().owing(row.party(), row.lead());
    }

    private void raise(Todo todo) {
        var alarm = todo.alarm();
        if (!alarms.raise(alarm)) {
            return;
        }
        journal.record(
                JOB, "report-alarm-raised", alarm.id(), Digest.ofText(alarm.toString()).bytes());
        var row = todo.row();
        for (var body : alarm.bodies()) {
            inbox.tell(
                    JOB,
                    new Notification(
                            alarm.region(),
                            body,
                            "report-alarm " + alarm.id(),
                            "progress.told." + alarm.kind().word(),
                            List.of(
                                    Notification.partyName(row.party()),
                                    Notification.text(row.textZh(), row.textEn()),
                                    alarm.since().toString(),
                                    Integer.toString(alarm.count())),
                            "/ledger/" + row.region() + "/" + row.commitment() + "#reports",
                            null));
        }
    }

    private void tellOffice(String region, Rules rules, LocalDate day) {
        var office = rules.receivers().office();
        if (office.isEmpty()) {
            return;
        }
        acting.run(
                JOB,
                () ->
                        alarms.days(region, day.minusDays(DAYS_BACK))
                                .forEach(d -> inbox.tell(JOB, summary(region, office.get(), d))));
    }

    private static Notification summary(String region, String office, Alarms.OfDay of) {
        return new Notification(
                region,
                office,
                "report-alarms " + of.kind() + " " + of.day(),
                "progress.told.office." + of.kind(),
                List.of(Integer.toString(of.count()), of.day().toString()),
                "/reports-due?word=" + of.kind(),
                null);
    }
}
