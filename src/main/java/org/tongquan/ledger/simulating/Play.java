package org.tongquan.ledger.simulating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.ResponsibleUnit;
import org.tongquan.kernel.Actor;

/// A year under way: the script, who acts, and what was done so far. One for each year played; the
/// acts keep nothing themselves.
final class Play {
    /// Stands at the head of every text that is made up.
    static final String MARK = "模拟：";

    private static final int WHOLE = 100;

    private final Script script;
    private final Resolved version;
    private final Cast cast;
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<Path, String> paths = new TreeMap<>();
    private final List<String> refusals = new ArrayList<>();
    private final Map<String, LocalDate> notes = new HashMap<>();
    private final Map<String, Integer> percents = new HashMap<>();
    private @Nullable UUID plan;

    Play(Script script, Resolved version, Cast cast) {
        this.script = script;
        this.version = version;
        this.cast = cast;
    }

    Script script() {
        return script;
    }

    String region() {
        return script.region();
    }

    Resolved version() {
        return version;
    }

    Cast cast() {
        return cast;
    }

    Actor actor(String body) {
        return cast.actor(body);
    }

    /// The first department of a party.
    String department(String party) {
        return version.responsibleUnits(script.from()).stream()
                .filter(u -> u.holder().equals(party) && !u.generic())
                .map(ResponsibleUnit::id)
                .findFirst()
                .orElseThrow();
    }

    /// The yearly plan, once it was drawn up.
    Optional<UUID> plan() {
        return Optional.ofNullable(plan);
    }

    void planned(UUID id) {
        plan = id;
    }

    /// A number below `bound` that the seed and the key decide.
    int draw(String key, int bound) {
        return new Random(script.seed() * 31 + key.hashCode()).nextInt(bound);
    }

    /// Whether something happens that happens so often in a hundred.
    boolean chance(String key, int percent) {
        return draw(key, WHOLE) < percent;
    }

    /// Days of the year that have passed.
    int day(LocalDate today) {
        return (int) script.from().until(today, java.time.temporal.ChronoUnit.DAYS);
    }

    /// Whether the `n`th day has come, and this was not answered with yes before.
    boolean once(String what, LocalDate today, int n) {
        return day(today) >= n && notes.putIfAbsent(what, today) == null;
    }

    /// When something was noted; empty before.
    Optional<LocalDate> noted(String what) {
        return Optional.ofNullable(notes.get(what));
    }

    void note(String what, LocalDate today) {
        notes.put(what, today);
    }

    /// Progress reported last on an obligation.
    int percent(String commitment, String party) {
        return percents.getOrDefault(commitment + "~" + party, 0);
    }

    void reported(String commitment, String party, int percent) {
        percents.put(commitment + "~" + party, percent);
    }

    void travelled(Path path, String subject) {
        paths.putIfAbsent(path, subject);
    }

    boolean hasTravelled(Path path) {
        return paths.containsKey(path);
    }

    /// Counts what a door did, or keeps its refusal.
    ///
    /// @return whether it was done
    boolean count(String what, boolean isDone, Object answer) {
        if (isDone) {
            done.merge(what, 1, Integer::sum);
        } else {
            refusals.add(what + ": " + answer);
        }
        return isDone;
    }

    Played.Year outcome() {
        return new Played.Year(done, paths, refusals);
    }
}
