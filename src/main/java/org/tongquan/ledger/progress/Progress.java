package org.tongquan.ledger.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;

/// The door: which reports are owed, which came late or not at all, which told of no progress.
@Service
public class Progress {
    /// Rows that a list shows.
    public static final int MOST_LISTED = 200;

    /// Alarms shown with an item.
    public static final int MOST_ALARMS = 20;

    /// Alarms computed again in one go.
    public static final int MOST_CHECKED = 5_000;

    private final Acting acting;
    private final OwedRows rows;
    private final Alarms alarms;
    private final Compacts compacts;
    private final Clock clock;

    Progress(Acting acting, OwedRows rows, Alarms alarms, Compacts compacts, Clock clock) {
        this.acting = acting;
        this.rows = rows;
        this.alarms = alarms;
        this.compacts = compacts;
        this.clock = clock;
    }

    /// One obligation with its reports and what the rule makes of them.
    ///
    /// @param owing who owes the reports
    public record Owed(OwedRow row, ReportDuty duty, Rounds rounds, List<String> owing) {
        public Owed {
            owing = List.copyOf(owing);
        }

        /// Whether reports are owed by a rhythm at all.
        public boolean hasRhythm() {
            return !rounds.rounds().isEmpty();
        }
    }

    /// What a list of reports due is asked for; empty or `null` asks for all.
    ///
    /// @param unit id of a unit that owes
    public record Wanted(String party, Rounds.@Nullable Word word, String unit) {}

    /// @param counts of each word, the filter by word not regarded
    /// @param more whether there are more rows than are listed
    public record DueList(
            List<Owed> rows, Map<Rounds.Word, Integer> counts, List<String> units, boolean more) {
        public DueList {
            rows = List.copyOf(rows);
            counts = Map.copyOf(counts);
            units = List.copyOf(units);
        }
    }

    /// Who owes what since when, of the parties that this body sees: what is missing first, of
    /// equals the one that waits longest.
    public DueList due(Actor actor, String region, Wanted wanted) {
        var today = today();
        var all =
                owed(actor, region, today).stream()
                        .filter(o -> o.rounds().word().isPresent())
                        .filter(
                                o ->
                                        wanted.party().isEmpty()
                                                || o.row().party().equals(wanted.party()))
                        .toList();
        var units = all.stream().flatMap(o -> o.owing().stream()).distinct().sorted().toList();
        var ofUnit =
                all.stream()
                        .filter(o -> wanted.unit().isEmpty() || o.owing().contains(wanted.unit()))
                        .toList();
        var counts = new EnumMap<Rounds.Word, Integer>(Rounds.Word.class);
        ofUnit.forEach(o -> counts.merge(o.rounds().word().orElseThrow(), 1, Integer::sum));
        var chosen =
                ofUnit.stream()
                        .filter(
                                o ->
                                        wanted.word() == null
                                                || o.rounds().word().orElseThrow() == wanted.word())
                        .sorted(
                                Comparator.comparing((Owed o) -> o.rounds().word().orElseThrow())
                                        .thenComparing(o -> o.rounds().wordDay())
                                        .thenComparing(o -> o.row().ordinal())
                                        .thenComparing(o -> o.row().party()))
                        .toList();
        return new DueList(
                chosen.subList(0, Math.min(chosen.size(), MOST_LISTED)),
                counts,
                units,
                chosen.size() > MOST_LISTED);
    }

    private List<Owed> owed(Actor actor, String region, LocalDate day) {
        var rules = Rules.of(compacts, region, day);
        return rules.isEmpty()
                ? List.of()
                : acting.read(actor, () -> rows.ofRegion(region, day)).stream()
                        .map(r -> owed(rules.get(), r, day))
                        .toList();
    }

    private static Owed owed(Rules rules, OwedRow row, LocalDate day) {
        var duty = rules.duty(row);
        return new Owed(
                row, duty, Rounds.of(duty, day), rules.receivers().owing(row.party(), row.lead()));
    }

    /// The rows of one commitment or item that this body sees.
    public List<Owed> of(Actor actor, String region, String commitment) {
        var today = today();
        var rules = Rules.of(compacts, region, today);
        return rules.isEmpty()
                ? List.of()
                : acting.read(actor, () -> rows.of(region, today, commitment)).stream()
                        .map(r -> owed(rules.get(), r, today))
                        .toList();
    }

    /// What was told of one commitment or item, newest first, at most [#MOST_ALARMS].
    public List<Alarm> alarms(Actor actor, String region, String commitment) {
        return acting.read(actor, () -> alarms.ofItem(region, commitment, MOST_ALARMS));
    }

    /// Whether the facts kept with an alarm still give it.
    public boolean isSame(Alarm alarm) {
        return alarm.again().isPresent();
    }

    /// Alarms, of the newest [#MOST_CHECKED], that do not follow again from the facts kept with
    /// them, or whose facts are no longer those of the ledger as known then.
    public List<Alarm> mismatches(Actor actor, String region) {
        var found = new ArrayList<Alarm>();
        for (var alarm : acting.read(actor, () -> alarms.ofRegion(region, MOST_CHECKED))) {
            var rules = Rules.of(compacts, region, alarm.day());
            boolean rests =
                    rules.isPresent()
                            && acting
                                    .read(
                                            actor,
                                            () -> rows.of(region, alarm.day(), alarm.commitment()))
                                    .stream()
                                    .filter(r -> r.party().equals(alarm.party()))
                                    .anyMatch(
                                            r ->
                                                    alarm.restsOn(
                                                            r,
                                                            rules.get().planning(),
                                                            rules.get().lightGrace()));
            if (!rests || !isSame(alarm)) {
                found.add(alarm);
            }
        }
        return found;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ledger.ZONE);
    }
}
