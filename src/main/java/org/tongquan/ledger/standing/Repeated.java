package org.tongquan.ledger.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values that repeat in the rows of one reading: each is made once, however many rows name it.
public final class Repeated {
    /// Rows fetched at a time, so that a region's rows never lie in memory twice.
    public static final int FETCHED = 5_000;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, List<Milestone>> milestones = new HashMap<>();

    public @Nullable String text(@Nullable String text) {
        return text == null ? null : texts.computeIfAbsent(text, t -> t);
    }

    /// @param day in ISO form
    public @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : days.computeIfAbsent(day, LocalDate::parse);
    }

    /// @param list separated by commas
    public List<String> list(String list) {
        return list.isEmpty()
                ? List.of()
                : lists.computeIfAbsent(list, l -> List.of(l.split(",", -1)));
    }

    /// Milestones without their words.
    ///
    /// @param due days, separated by commas
    /// @param percent as many figures
    public List<Milestone> milestones(String due, String percent) {
        return due.isEmpty()
                ? List.of()
                : milestones.computeIfAbsent(due + ' ' + percent, k -> all(due, percent));
    }

    private static List<Milestone> all(String due, String percent) {
        var days = due.split(",", -1);
        var percents = percent.split(",", -1);
        var all = new ArrayList<Milestone>();
        for (int i = 0; i < days.length; i++) {
            all.add(new Milestone(LocalDate.parse(days[i]), Integer.parseInt(percents[i]), ""));
        }
        return List.copyOf(all);
    }
}
