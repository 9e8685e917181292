package org.tongquan.ledger.recounting;

import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;

/// Counts every last day again: from its first day, so many workdays, by the calendar that was
/// adopted when it was reckoned. A calendar that came later moves running terms, and says so; it
/// does not make the day wrong that was told then.
@Component
class DueDaysAgain implements Recounted {
    private final Acting acting;
    private final DueDays days;
    private final Compacts compacts;

    DueDaysAgain(Acting acting, DueDays days, Compacts compacts) {
        this.acting = acting;
        this.days = days;
        this.compacts = compacts;
    }

    @Override
    public String what() {
        return "due-days";
    }

    @Override
    public Looked again(Actor reader) {
        var region = reader.region();
        var all = acting.read(reader, () -> days.all(region));
        var mismatches = new ArrayList<Mismatch>();
        for (var day : all) {
            compare(region, day).ifPresent(mismatches::add);
        }
        return new Looked(all.size(), mismatches);
    }

    private Optional<Mismatch> compare(String region, DueDay of) {
        var subject = of.kind() + " " + of.id() + " " + of.step();
        var counting = counting(region, of);
        var count = of.count() == null ? count(region, of) : of.count();
        if (counting.isEmpty() || count < 1) {
            return Optional.of(new Mismatch(subject, of.due().toString(), ""));
        }
        var length = Math.min(count, WorkCalendar.MOST_DAYS);
        var now =
                counting.get()
                        .calendar()
                        .due(of.start(), length, WorkCalendar.TermUnit.WORKDAY)
                        .date();
        if (now.equals(of.due())) {
            return Optional.empty();
        }
        var head = counting.get().compact().compact();
        return Optional.of(
                new Mismatch(
                        subject,
                        of.due().toString(),
                        "%s = %s + %d workday (%s %s)"
                                .formatted(now, of.start(), length, head.id(), head.version())));
    }

    /// The version whose calendar counted when the day was reckoned.
    private Optional<Resolved> counting(String region, DueDay of) {
        var on = of.at().atZone(Ledger.ZONE).toLocalDate();
        return compacts.counting(region, on, of.at())
                .or(() -> compacts.counting(region, on, LATER));
    }

    private static final java.time.Instant LATER = java.time.Instant.MAX;

    /// Workdays that the rule for plans gives a step.
    private int count(String region, DueDay of) {
        return compacts.inForce(region, of.start(), of.at())
                .or(() -> compacts.inForce(region, of.start()))
                .flatMap(v -> v.rule(Compact::planning, of.start()))
                .map(r -> of.step().equals("circulated") ? r.commentDays() : r.answerDays())
                .orElse(0);
    }
}
