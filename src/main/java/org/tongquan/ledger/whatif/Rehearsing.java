package org.tongquan.ledger.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.rehearsing.Rehearsed;
import org.tongquan.ledger.rehearsing.Said;
import org.tongquan.ledger.rehearsing.Trial;

/// Asks every area twice, for what was and for what would be, and tells both apart.
@Component
class Rehearsing {
    /// Differences beyond these are counted, not listed.
    static final int MOST_LISTED = 500;

    private final List<Rehearsed> areas;
    private final Compacts compacts;

    Rehearsing(List<Rehearsed> areas, Compacts compacts) {
        this.areas = areas;
        this.compacts = compacts;
    }

    Outcome.Rules compare(Actor actor, Resolved version, LocalDate from, LocalDate to) {
        var region = version.compact().id();
        var was = said(trial(actor, region, day -> compacts.inForce(region, day), from, to));
        var would = said(trial(actor, region, day -> Optional.of(version), from, to));
        var counts = new ArrayList<Outcome.Count>();
        var other = new ArrayList<Outcome.Other>();
        for (var what : Said.What.values()) {
            var before = was.getOrDefault(what, Map.of());
            var after = would.getOrDefault(what, Map.of());
            var differences = differences(what, before, after);
            if (!before.isEmpty() || !after.isEmpty()) {
                counts.add(
                        new Outcome.Count(what, before.size(), after.size(), differences.size()));
            }
            other.addAll(differences);
        }
        return new Outcome.Rules(
                counts, other.subList(0, Math.min(other.size(), MOST_LISTED)), other.size());
    }

    private Trial trial(
            Actor actor,
            String region,
            Function<LocalDate, Optional<Resolved>> versions,
            LocalDate from,
            LocalDate to) {
        var calendar =
                compacts.calendar(region, to)
                        .orElseGet(
                                () ->
                                        new WorkCalendar(
                                                Map.of(), Set.of(), WorkCalendar.Weekends.STAY));
        return new Trial(actor, region, versions, calendar, from, to);
    }

    /// By what spoke and by key.
    private Map<Said.What, Map<String, Said>> said(Trial trial) {
        var all = new EnumMap<Said.What, Map<String, Said>>(Said.What.class);
        for (var area : areas) {
            for (var said : area.under(trial)) {
                all.computeIfAbsent(said.what(), w -> new LinkedHashMap<>()).put(said.key(), said);
            }
        }
        return all;
    }

    private static List<Outcome.Other> differences(
            Said.What what, Map<String, Said> was, Map<String, Said> would) {
        var keys = new TreeMap<String, Said>(was);
        would.forEach(keys::putIfAbsent);
        var other = new ArrayList<Outcome.Other>();
        keys.forEach(
                (key, said) -> {
                    var before = says(was.get(key));
                    var after = says(would.get(key));
                    if (!before.equals(after)) {
                        other.add(
                                new Outcome.Other(
                                        what, said.subject(), said.party(), before, after));
                    }
                });
        return other;
    }

    private static String says(@org.jspecify.annotations.Nullable Said said) {
        return said == null ? "" : said.says();
    }
}
