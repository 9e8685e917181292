package org.tongquan.compact.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Workdays as announced, and the ends of terms. Days that no notice names are workdays from
/// Monday to Friday and days off at the weekend.
///
/// Source of the rules: 行政许可法 82 (terms in workdays), 民法典 201-203 (calendar days: the
/// day of the start is not counted; a last day on a holiday moves to the day after it).
public final class WorkCalendar {
    /// Longest term, in its own unit: about forty years of days.
    public static final int MOST_DAYS = 15_000;

    /// How the days of a term are counted.
    public enum TermUnit {
        /// 工作日
        WORKDAY,
        /// 日: every day counts, the last one moves off a holiday
        DAY
    }

    /// Whether a term in calendar days also moves off a plain weekend: a matter of reading.
    public enum Weekends {
        /// Only days that a notice declares off are holidays.
        STAY,
        /// A plain weekend is a day off like a holiday.
        ROLL
    }

    /// @param provisional a day was needed that no notice covers: reckon again when it is out
    public record Due(LocalDate date, boolean provisional) {}

    private final TreeMap<LocalDate, Boolean> named;
    private final TreeSet<Integer> years;
    private final Weekends weekends;

    /// @param named days named by notices: true when off, false when worked
    /// @param years years whose notice is out
    public WorkCalendar(Map<LocalDate, Boolean> named, Set<Integer> years, Weekends weekends) {
        this.named = new TreeMap<>(named);
        this.years = new TreeSet<>(years);
        this.weekends = weekends;
    }

    public WorkCalendar with(Weekends other) {
        return new WorkCalendar(named, years, other);
    }

    public boolean isWorkday(LocalDate date) {
        var off = named.get(date);
        return off == null ? !isWeekend(date) : !off;
    }

    /// Whether the year's notice is out, so that the answer for this day will not change.
    public boolean covers(LocalDate date) {
        return years.contains(date.getYear());
    }

    /// The day on which a term ends.
    ///
    /// @param start the day the term is counted from; never counted itself
    /// @param n length, from 1 to [#MOST_DAYS]
    public Due due(LocalDate start, int n, TermUnit unit) {
        if (n < 1 || n > MOST_DAYS) {
            throw new IllegalArgumentException("a term is from 1 to " + MOST_DAYS + " long: " + n);
        }
        return switch (unit) {
            case WORKDAY -> workdays(start, n);
            case DAY -> days(start, n);
        };
    }

    private Due workdays(LocalDate start, int n) {
        var day = start;
        var left = n;
        var sure = true;
        while (left > 0) {
            day = day.plusDays(1);
            sure &= covers(day);
            if (isWorkday(day)) {
                left--;
            }
        }
        return new Due(day, !sure);
    }

    /// Only the days looked at when the end moves can make the answer provisional.
    private Due days(LocalDate start, int n) {
        var day = start.plusDays(n);
        var sure = covers(day);
        while (isHoliday(day)) {
            day = day.plusDays(1);
            sure &= covers(day);
        }
        return new Due(day, !sure);
    }

    private boolean isHoliday(LocalDate date) {
        var off = named.get(date);
        if (off != null) {
            return off;
        }
        return weekends == Weekends.ROLL && isWeekend(date);
    }

    /// Workdays of a whole year.
    public int workdaysIn(int year) {
        var first = LocalDate.of(year, 1, 1);
        return Math.toIntExact(
                first.datesUntil(first.plusYears(1)).filter(this::isWorkday).count());
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
