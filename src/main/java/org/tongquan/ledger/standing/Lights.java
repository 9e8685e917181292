package org.tongquan.ledger.standing;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.ledger.standing.Standing.Reason;

/// The rule of the lights. Pure: the same duty under the same rule set on the same day always has
/// the same standing. The figures of the rule come from the compact's `lights`.
public final class Lights {
    private static final int WHOLE = Duty.DONE;

    private Lights() {}

    /// @param known what is known of the duty; reports filed after `today` are left out
    public static Standing judge(LightRule rule, Duty known, LocalDate today) {
        var duty = known.asOf(today);
        if (duty.deadline() != null) {
            return byDeadline(rule, duty, duty.deadline(), today);
        }
        if (duty.cycle() != null && Duty.isForward(duty.cycle())) {
            return byCycle(rule, duty, duty.cycle(), today);
        }
        return byReports(rule, duty);
    }

    /// A standing with the figures that count days as another day has them. While a light stays as
    /// it is, its figures follow from the day; so a list need not be written again for them.
    ///
    /// @param start first day of the duty, `deadline` its last
    public static Standing on(
            Standing judged, LocalDate start, @Nullable LocalDate deadline, LocalDate day) {
        var due = judged.due();
        int percent = judged.percent();
        if (due == null) {
            return judged;
        }
        return switch (judged.reason()) {
            case OVERDUE -> with(judged, due, DAYS.between(due, day), percent);
            case NEAR_DUE -> with(judged, DAYS.between(day, due), due, percent);
            case BEHIND -> with(judged, elapsed(start, due, day), percent, judged.values().get(2));
            case ON_COURSE ->
                    deadline == null
                            ? judged
                            : with(judged, percent, elapsed(start, deadline, day));
            case REPORT_EXPECTED, REPORT_MISSING -> with(judged, due, DAYS.between(due, day));
            case DONE_IN_TIME,
                    DONE_LATE,
                    MILESTONE_MISSED,
                    BEHIND_PATH,
                    REPORTED_LATE,
                    REPORTED,
                    UNDER_WAY,
                    DONE,
                    SILENT,
                    ROLLED_UP ->
                    judged;
        };
    }

    private static Standing with(Standing judged, Object... values) {
        return new Standing(
                judged.light(),
                judged.wasLate(),
                judged.percent(),
                judged.reason(),
                texts(values),
                judged.rule(),
                judged.due());
    }

    private static Standing byDeadline(
            LightRule rule, Duty duty, LocalDate deadline, LocalDate today) {
        var finished = duty.finishedOn();
        if (finished != null) {
            return finished(rule, finished, deadline);
        }
        int percent = duty.percent();
        long left = DAYS.between(today, deadline);
        if (left < 0) {
            return standing(
                    rule, Light.RED, percent, Reason.OVERDUE, deadline, deadline, -left, percent);
        }
        if (left <= rule.yellowDaysBefore()) {
            return standing(
                    rule,
                    Light.YELLOW,
                    percent,
                    Reason.NEAR_DUE,
                    deadline,
                    left,
                    deadline,
                    percent);
        }
        var missed = duty.missed(today);
        if (missed != null) {
            return standing(
                    rule,
                    rule.missedMilestone() == LightRule.Colour.RED ? Light.RED : Light.YELLOW,
                    percent,
                    Reason.MILESTONE_MISSED,
                    deadline,
                    missed.due(),
                    missed.percent(),
                    percent);
        }
        if (isBehindPath(rule, duty)) {
            return behindPath(rule, duty, deadline);
        }
        int elapsed = elapsed(duty.start(), deadline, today);
        boolean hasPath = duty.measured() != null && duty.measured().path() != null;
        if (duty.milestones().isEmpty()
                && !(hasPath && rule.behindPath() != null)
                && elapsed - percent > rule.behindTolerance()) {
            return standing(
                    rule,
                    Light.YELLOW,
                    percent,
                    Reason.BEHIND,
                    deadline,
                    elapsed,
                    percent,
                    rule.behindTolerance());
        }
        return standing(rule, Light.GREEN, percent, Reason.ON_COURSE, deadline, percent, elapsed);
    }

    private static boolean isBehindPath(LightRule rule, Duty duty) {
        return rule.behindPath() != null && duty.measured() != null && duty.measured().behind();
    }

    /// The values of the indicator are asked, not the time that has gone.
    private static Standing behindPath(LightRule rule, Duty duty, @Nullable LocalDate deadline) {
        var measured = Objects.requireNonNull(duty.measured());
        return standing(
                rule,
                rule.behindPath() == LightRule.Colour.RED ? Light.RED : Light.YELLOW,
                duty.percent(),
                Reason.BEHIND_PATH,
                deadline,
                measured.on(),
                measured.value().toPlainString(),
                Objects.requireNonNull(measured.path()).stripTrailingZeros().toPlainString());
    }

    private static Standing finished(LightRule rule, LocalDate finished, LocalDate deadline) {
        long late = DAYS.between(deadline, finished);
        if (late <= 0) {
            return standing(
                    rule, Light.GREEN, WHOLE, Reason.DONE_IN_TIME, deadline, finished, deadline);
        }
        boolean keep = rule.lateMark() == LightRule.LateMark.KEEP;
        return new Standing(
                keep ? Light.YELLOW : Light.GREEN,
                keep,
                WHOLE,
                Reason.DONE_LATE,
                texts(finished, late, deadline),
                rule.id(),
                deadline);
    }

    /// A recurring duty owes one report per period, within the days of grace after its end. Until
    /// the first period has ended nothing is owed.
    private static Standing byCycle(
            LightRule rule, Duty duty, java.time.Period cycle, LocalDate today) {
        var begin = duty.start();
        var end = begin.plus(cycle);
        var lastBegin = begin;
        LocalDate lastEnd = null;
        for (int i = 2; !end.isAfter(today); i++) {
            lastBegin = begin;
            lastEnd = end;
            begin = end;
            end = duty.start().plus(cycle.multipliedBy(i));
        }
        int percent = duty.percent();
        if (lastEnd == null) {
            return duty.reports().isEmpty()
                    ? standing(rule, Light.GREEN, percent, Reason.ON_COURSE, end, percent, 0)
                    : reported(rule, duty, end);
        }
        var filed = firstWithin(duty, lastBegin, lastEnd.plusDays(rule.yellowDaysBefore()), today);
        if (filed != null) {
            return reported(rule, duty, end);
        }
        long since = DAYS.between(lastEnd, today);
        var late = firstAfter(duty, lastEnd);
        if (late != null) {
            return new Standing(
                    Light.YELLOW,
                    true,
                    percent,
                    Reason.REPORTED_LATE,
                    texts(DAYS.between(lastEnd, late), late),
                    rule.id(),
                    end);
        }
        boolean grace = since <= rule.yellowDaysBefore();
        return standing(
                rule,
                grace ? Light.YELLOW : Light.RED,
                percent,
                grace ? Reason.REPORT_EXPECTED : Reason.REPORT_MISSING,
                lastEnd,
                lastEnd,
                since);
    }

    private static Standing reported(LightRule rule, Duty duty, LocalDate end) {
        var last = duty.reports().getLast().on();
        return standing(rule, Light.GREEN, duty.percent(), Reason.REPORTED, end, last, end);
    }

    private static Standing byReports(LightRule rule, Duty duty) {
        var finished = duty.finishedOn();
        if (finished != null) {
            return standing(rule, Light.GREEN, WHOLE, Reason.DONE, null, finished);
        }
        if (isBehindPath(rule, duty)) {
            return behindPath(rule, duty, null);
        }
        if (duty.reports().isEmpty()) {
            return standing(rule, Light.NONE, 0, Reason.SILENT, null);
        }
        var last = duty.reports().getLast();
        return standing(
                rule,
                Light.GREEN,
                last.percent(),
                Reason.UNDER_WAY,
                null,
                last.on(),
                last.percent());
    }

    private static @Nullable LocalDate firstWithin(
            Duty duty, LocalDate from, LocalDate to, LocalDate today) {
        return duty.reports().stream()
                .map(Duty.Report::on)
                .filter(on -> !on.isBefore(from) && !on.isAfter(to) && !on.isAfter(today))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate firstAfter(Duty duty, LocalDate day) {
        return duty.reports().stream()
                .map(Duty.Report::on)
                .filter(on -> on.isAfter(day))
                .findFirst()
                .orElse(null);
    }

    /// Share of the time that has gone, in whole per cent, 0 to 100.
    private static int elapsed(LocalDate start, LocalDate deadline, LocalDate today) {
        long whole = Math.max(1, DAYS.between(start, deadline));
        long gone = Math.clamp(DAYS.between(start, today), 0, whole);
        return (int) (gone * WHOLE / whole);
    }

    private static Standing standing(
            LightRule rule,
            Light light,
            int percent,
            Reason reason,
            @Nullable LocalDate due,
            Object... values) {
        return new Standing(light, false, percent, reason, texts(values), rule.id(), due);
    }

    private static List<String> texts(Object... values) {
        var texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i].toString();
        }
        return List.of(texts);
    }
}
