package org.tongquan.ledger;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Light;

/// The numbers of a region as of the end of a day. Pure: counted from the standings of that day.
///
/// @param day the day they hold for
/// @param commitments how many commitments are in force
/// @param obligations one for each bound party
/// @param byLight obligations of each light
/// @param byParty the same for each party
/// @param byChapter the same for each chapter, in the order of the compact
/// @param finished obligations reported complete
/// @param wasLate obligations whose mark of lateness stays
/// @param meanPercent mean progress over all obligations, rounded down
public record Figures(
        LocalDate day,
        int commitments,
        int obligations,
        Map<Light, Integer> byLight,
        Map<String, Map<Light, Integer>> byParty,
        Map<String, Map<Light, Integer>> byChapter,
        int finished,
        int wasLate,
        int meanPercent) {

    /// Counts the standings of one day.
    public static Figures of(LocalDate day, List<Ledger.AsOf> standings) {
        var byLight = empty();
        var byParty = new LinkedHashMap<String, Map<Light, Integer>>();
        var byChapter = new LinkedHashMap<String, Map<Light, Integer>>();
        int finished = 0;
        int late = 0;
        long percent = 0;
        for (var one : standings) {
            var standing = one.standing();
            byLight.merge(standing.light(), 1, Integer::sum);
            byParty.computeIfAbsent(one.party(), p -> empty())
                    .merge(standing.light(), 1, Integer::sum);
            byChapter
                    .computeIfAbsent(one.commitment().chapterTitle(), c -> empty())
                    .merge(standing.light(), 1, Integer::sum);
            finished += standing.percent() == Duty.DONE ? 1 : 0;
            late += standing.wasLate() ? 1 : 0;
            percent += standing.percent();
        }
        return new Figures(
                day,
                (int) standings.stream().map(s -> s.commitment().id()).distinct().count(),
                standings.size(),
                byLight,
                byParty,
                byChapter,
                finished,
                late,
                standings.isEmpty() ? 0 : (int) (percent / standings.size()));
    }

    /// The same figures from counts that were kept.
    static Figures ofTallies(LocalDate day, int commitments, List<Tallies.Tally> tallies) {
        var byLight = empty();
        var byParty = new LinkedHashMap<String, Map<Light, Integer>>();
        var byChapter = new LinkedHashMap<String, Map<Light, Integer>>();
        int obligations = 0;
        int finished = 0;
        int late = 0;
        long percent = 0;
        for (var tally : tallies) {
            byLight.merge(tally.light(), tally.count(), Integer::sum);
            byParty.computeIfAbsent(tally.party(), p -> empty())
                    .merge(tally.light(), tally.count(), Integer::sum);
            byChapter
                    .computeIfAbsent(tally.chapter(), c -> empty())
                    .merge(tally.light(), tally.count(), Integer::sum);
            obligations += tally.count();
            finished += tally.finished();
            late += tally.late();
            percent += tally.percent();
        }
        return new Figures(
                day,
                commitments,
                obligations,
                byLight,
                byParty,
                byChapter,
                finished,
                late,
                obligations == 0 ? 0 : (int) (percent / obligations));
    }

    public int count(Light light) {
        return byLight.getOrDefault(light, 0);
    }

    private static Map<Light, Integer> empty() {
        var counts = new EnumMap<Light, Integer>(Light.class);
        for (var light : Light.values()) {
            counts.put(light, 0);
        }
        return counts;
    }
}
