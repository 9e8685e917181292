package org.tongquan.ledger.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tongquan.compact.Resolved;

/// A standing with all that it followed from.
public record Found(Standing standing, Facts facts) {
    /// How one party's part in an item stands on a day; tasks stand for a commitment together.
    ///
    /// @param version in force on the day
    /// @param all in force on the day, among them the tasks that serve the item
    /// @param counted what was reported by the party and counts
    public static Found of(
            Resolved version,
            Owed of,
            List<Owed> all,
            String party,
            Function<Owed, List<Duty.Report>> counted,
            Measured.Book book,
            LocalDate day) {
        var rule = InForce.lights(version, day);
        var parts = new ArrayList<Facts.Part>();
        for (var task : all) {
            if (of.item().equals(task.parent()) && task.parties().contains(party)) {
                var duty = duty(version, task, party, counted, book, day);
                var standing = Lights.judge(rule, duty, day);
                parts.add(new Facts.Part(task.item(), task.weight(), standing));
            }
        }
        var facts =
                parts.isEmpty()
                        ? new Facts.OfDuty(duty(version, of, party, counted, book, day))
                        : new Facts.OfParts(of.deadline(), parts);
        var standing = facts.judge(rule, () -> InForce.planning(version, day), day);
        return new Found(standing, facts);
    }

    private static Duty duty(
            Resolved version,
            Owed of,
            String party,
            Function<Owed, List<Duty.Report>> counted,
            Measured.Book book,
            LocalDate day) {
        var duty =
                new Duty(of.start(), of.deadline(), of.cycle(), of.milestones(), counted.apply(of));
        return book.of(version, of.item(), party, of.deadline(), day)
                .map(duty::measuredBy)
                .orElse(duty);
    }
}
