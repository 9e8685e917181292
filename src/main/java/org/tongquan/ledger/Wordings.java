package org.tongquan.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.ledger.standing.Owed;

/// What commitments and tasks say on a day, from the versions of the compact and from plans.
@Component
public class Wordings {
    private final Compacts compacts;
    private final List<Task.Source> sources;

    Wordings(Compacts compacts, List<Task.Source> sources) {
        this.compacts = compacts;
        this.sources = List.copyOf(sources);
    }

    /// Everything in force on a day, in the order of the lists, as known at a moment.
    List<Commitment> on(Resolved version, LocalDate day, Instant known) {
        var region = version.compact().id();
        var all = Commitment.all(version, version.compact().compact().validFrom());
        var byId = byId(all);
        var places = new Places(all.size());
        for (var source : sources) {
            for (var task : source.tasks(region, known)) {
                if (task.validOn(day)) {
                    all.add(row(task, byId, places, version.compact().compact().publicProgress()));
                }
            }
        }
        all.sort(Comparator.comparing(Commitment::ordinal));
        return all;
    }

    /// What the lights of everything in force on a day follow from, as known at a moment.
    public List<Owed> owed(Resolved version, LocalDate day, Instant known) {
        var region = version.compact().id();
        var all = new ArrayList<Owed>();
        var ids = new HashSet<String>();
        for (var one : Commitment.all(version, version.compact().compact().validFrom())) {
            all.add(one.owed());
            ids.add(one.id());
        }
        for (var source : sources) {
            for (var task : source.owed(region, day, known)) {
                all.add(task.parent() == null || ids.contains(task.parent()) ? task : alone(task));
            }
        }
        return all;
    }

    /// A task whose commitment is no longer in force.
    private static Owed alone(Owed task) {
        return new Owed(
                task.item(),
                null,
                task.weight(),
                task.start(),
                task.deadline(),
                task.cycle(),
                task.milestones(),
                task.parties());
    }

    /// Changes whenever the lists of a region have to be made again, and not with the day alone.
    String stamp(String region, LocalDate day) {
        var stamp = new StringBuilder();
        for (var span : compacts.timeline(region)) {
            boolean isNow =
                    !span.from().isAfter(day) && (span.to() == null || day.isBefore(span.to()));
            stamp.append(span.from()).append(isNow ? '*' : ' ');
            stamp.append(span.version().compact().compact().version()).append('\n');
        }
        sources.forEach(s -> stamp.append(s.stamp(region, day)).append('\n'));
        return stamp.toString();
    }

    /// Every wording there ever was, with the span in which it held.
    List<Commitment> ever(String region) {
        var timeline = compacts.timeline(region);
        var all = new ArrayList<>(ofVersions(timeline));
        if (timeline.isEmpty()) {
            return all;
        }
        var byId = byId(all);
        boolean isPublic = timeline.getLast().version().compact().compact().publicProgress();
        var places = new Places(all.size());
        for (var source : sources) {
            for (var task : source.tasks(region, Instant.MAX)) {
                all.add(row(task, byId, places, isPublic));
            }
        }
        return all;
    }

    private static Commitment row(
            Task task, Map<String, Commitment> byId, Places places, boolean isPublic) {
        @Nullable Commitment parent = byId.get(task.parent());
        return Commitment.of(task, parent, places.next(parent), isPublic);
    }

    /// Gives each task a place of its own in the order of the lists: behind its commitment, or,
    /// where it serves none or too many do, behind all.
    private static final class Places {
        private final Map<String, Integer> taken = new HashMap<>();
        private int last;

        Places(int commitments) {
            last = commitments;
        }

        int next(@Nullable Commitment parent) {
            int place = parent == null ? 0 : taken.merge(parent.id(), 1, Integer::sum);
            return parent == null || place > Task.MOST_UNDER_ONE
                    ? last++ * Commitment.PLACES
                    : parent.ordinal() + place;
        }
    }

    private static Map<String, Commitment> byId(List<Commitment> all) {
        var byId = new HashMap<String, Commitment>();
        all.forEach(c -> byId.put(c.id(), c));
        return byId;
    }

    /// Each wording with the span in which it held; one that goes on from version to version is
    /// one.
    static List<Commitment> ofVersions(List<Compacts.InForce> timeline) {
        var ended = new ArrayList<Commitment>();
        var open = new LinkedHashMap<String, Commitment>();
        LocalDate until = null;
        for (var span : timeline) {
            var before = open;
            open = new LinkedHashMap<>();
            boolean gap = !span.from().equals(until);
            for (var now : Commitment.all(span.version(), span.from())) {
                var same = before.get(now.id());
                if (!gap && same != null && same.readsAs(now)) {
                    before.remove(now.id());
                    open.put(now.id(), same);
                } else {
                    open.put(now.id(), now);
                }
            }
            var last = gap && until != null ? until : span.from();
            before.values().forEach(c -> ended.add(c.until(last)));
            until = span.to();
        }
        var last = until;
        open.values().forEach(c -> ended.add(last == null ? c : c.until(last)));
        return ended;
    }
}
