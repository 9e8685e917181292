package org.tongquan.ledger.recounting;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Simulation;
import org.tongquan.ledger.Wordings;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Facts;
import org.tongquan.ledger.standing.Found;
import org.tongquan.ledger.standing.InForce;
import org.tongquan.ledger.standing.Measured;
import org.tongquan.ledger.standing.Owed;
import org.tongquan.ledger.standing.Standing;

/// Judges lines of the history of lights again, and compares the facts kept with them with what
/// the ledger says now of that day, as it was known at that moment.
final class LightsAgain {
    /// What is being filed while a light is judged may or may not count in it.
    static final Duration BEING_FILED = Duration.ofSeconds(30);

    private final Compacts compacts;
    private final Wordings wordings;
    private final Measured.Source measured;
    private final String region;
    private final Map<String, List<Filings.Filed>> filed;

    /// Wordings of a day as they are known now; most lines need no others.
    private @Nullable LocalDate day;

    private Day ofDay = Day.of(List.of());

    /// @param tasks by the commitment that they serve
    private record Day(Map<String, Owed> items, Map<String, List<Owed>> tasks) {
        static Day of(List<Owed> all) {
            var items = new HashMap<String, Owed>();
            var tasks = new HashMap<String, List<Owed>>();
            for (var one : all) {
                items.put(one.item(), one);
                if (one.parent() != null) {
                    tasks.computeIfAbsent(one.parent(), _ -> new ArrayList<>()).add(one);
                }
            }
            return new Day(items, tasks);
        }
    }

    LightsAgain(
            Compacts compacts,
            Wordings wordings,
            Measured.Source measured,
            String region,
            Map<String, List<Filings.Filed>> filed) {
        this.compacts = compacts;
        this.wordings = wordings;
        this.measured = measured;
        this.region = region;
        this.filed = filed;
    }

    /// @return empty when everything follows as it was kept
    Optional<Mismatch> compare(LightChange line) {
        var subject =
                Owed.key(line.commitment(), line.party()) + " " + line.day() + " " + line.known();
        var version = version(line);
        var label = version.map(v -> v.compact().compact().version()).orElse("");
        if (!label.equals(line.version())) {
            return Optional.of(
                    new Mismatch(subject, "version " + line.version(), "version " + label));
        }
        Standing again;
        try {
            again = judged(version.get(), line);
        } catch (IllegalArgumentException
                | DateTimeException
                | ArrayIndexOutOfBoundsException unreadable) {
            return Optional.of(new Mismatch(subject, String.join("; ", line.facts()), ""));
        }
        if (!again.equals(line.standing())) {
            return Optional.of(new Mismatch(subject, said(line.standing()), said(again)));
        }
        return isBeforePlay(line)
                ? Optional.empty()
                : differing(version.get(), line).map(d -> new Mismatch(subject, d.kept(), d.now()));
    }

    private static Standing judged(Resolved version, LightChange line) {
        return Facts.read(line.facts())
                .judge(
                        InForce.lights(version, line.day()),
                        () -> InForce.planning(version, line.day()),
                        line.day());
    }

    /// The version that was in force then. The one of a made-up year was adopted by a clock set
    /// back: what was said before it is judged by its own.
    private Optional<Resolved> version(LightChange line) {
        return isBeforePlay(line) ? compacts.find(region, line.version()) : inForce(line);
    }

    private Optional<Resolved> inForce(LightChange line) {
        return compacts.inForce(region, line.day(), line.known())
                .or(() -> compacts.inForce(region, line.day()));
    }

    /// Whether a line was written before the clock was set back to play a year: what is known of
    /// its day has been made up since.
    private boolean isBeforePlay(LightChange line) {
        return !line.version().equals(Simulation.LABEL)
                && inForce(line)
                        .filter(v -> v.compact().compact().version().equals(Simulation.LABEL))
                        .isPresent();
    }

    static String said(Standing standing) {
        return "%s %d%% %s %s%s (%s)"
                .formatted(
                        standing.light().word(),
                        standing.percent(),
                        standing.reason().word(),
                        String.join(" ", standing.values()),
                        standing.wasLate() ? " late" : "",
                        standing.rule());
    }

    private record Difference(String kept, String now) {}

    /// Lines that are only kept, and lines that only the ledger has now.
    private Optional<Difference> differing(Resolved version, LightChange line) {
        var now = differing(version, line, wordings(version, line.day()));
        if (now.isEmpty()) {
            return now;
        }
        // what was changed later on the same day was not known then
        var known = line.known().plusNanos(1_000);
        return differing(version, line, Day.of(wordings.owed(version, line.day(), known)));
    }

    private Day wordings(Resolved version, LocalDate on) {
        if (!on.equals(day)) {
            day = on;
            ofDay = Day.of(wordings.owed(version, on, Instant.MAX));
        }
        return ofDay;
    }

    /// A line that is kept has to hold at the moment of judging or just before, and one that holds
    /// now has to be kept, unless it was on its way.
    private Optional<Difference> differing(Resolved version, LightChange line, Day all) {
        var of = all.items().get(line.commitment());
        if (of == null || !of.parties().contains(line.party())) {
            return Optional.of(new Difference(joined(line.facts()), ""));
        }
        var tasks = all.tasks().getOrDefault(of.item(), List.of());
        var last = found(version, of, tasks, line, line.known()).facts().lines();
        if (last.equals(line.facts())) {
            return Optional.empty();
        }
        var before = line.known().minus(BEING_FILED);
        var first = found(version, of, tasks, line, before).facts().lines();
        var recent = recent(line);
        var kept =
                line.facts().stream()
                        .filter(l -> !last.contains(l) && !first.contains(l))
                        .filter(l -> !recent.isPossible(l))
                        .toList();
        var now =
                last.stream()
                        .filter(l -> !line.facts().contains(l) && !recent.isBeingFiled(l))
                        .filter(l -> !isOtherMoment(l, line.facts(), first))
                        .toList();
        return kept.isEmpty() && now.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(joined(kept), joined(now)));
    }

    /// Whether the same fact is kept as it was a little earlier.
    private static boolean isOtherMoment(String line, List<String> kept, List<String> first) {
        var name = name(line);
        return first.stream().anyMatch(f -> name(f).equals(name) && kept.contains(f));
    }

    /// What a line is about: its first two words, of a deadline the word alone.
    private static String name(String line) {
        var words = line.split(" ", -1);
        return words.length < 2 || words[0].equals("deadline") ? words[0] : words[0] + words[1];
    }

    private static String joined(List<String> lines) {
        return String.join("; ", lines);
    }

    private Found found(
            Resolved version, Owed of, List<Owed> all, LightChange line, Instant known) {
        var end = line.day().plusDays(1).atStartOfDay(Ledger.ZONE).toInstant();
        var until = known.isBefore(end) ? known : end;
        return Found.of(
                version,
                of,
                all,
                line.party(),
                o -> counted(Owed.key(o.item(), line.party()), until),
                measured.open(region, until),
                line.day());
    }

    private List<Duty.Report> counted(String key, Instant until) {
        var counted = new ArrayList<Duty.Report>();
        for (var one : filed.getOrDefault(key, List.of())) {
            if (one.countsAt(until)) {
                counted.add(one.report(counted.size()));
            }
        }
        return counted;
    }

    /// The reports on what a line is about that were being filed or returned at its moment.
    private Recent recent(LightChange line) {
        var from = line.known().minus(BEING_FILED);
        return new Recent(
                filed.getOrDefault(Owed.key(line.commitment(), line.party()), List.of()).stream()
                        .filter(
                                f ->
                                        !f.at().isAfter(line.known())
                                                && (f.returned() == null
                                                        || f.returned().isAfter(from)))
                        .toList(),
                from);
    }

    /// @param all that may have counted
    private record Recent(List<Filings.Filed> all, Instant from) {
        boolean isPossible(String line) {
            return all.stream().anyMatch(f -> line.equals(written(f)));
        }

        boolean isBeingFiled(String line) {
            return all.stream().anyMatch(f -> line.equals(written(f)) && !f.at().isBefore(from));
        }

        private static String written(Filings.Filed one) {
            return "report " + one.on() + " " + one.percent();
        }
    }
}
