package org.tongquan.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.VersionAdopted;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.standing.Successors;

/// Makes the ledger's lists from the adopted versions and the reports: the wordings of all times,
/// the obligations in force today, the units that the text names, the lights. The lists hold
/// nothing of their own and can be made again at any time; a version that begins later enters on
/// its day, one that is filed late between others takes its place.
@Component
class TakeOver {
    private static final int MAKE_AGAIN = -1;

    private final Acting acting;
    private final Compacts compacts;
    private final Wordings wordings;
    private final Commitments commitments;
    private final Obligations obligations;
    private final Search search;
    private final Tallies tallies;
    private final Assignments assignments;
    private final Judging judging;
    private final Successors successors;
    private final Ids ids;
    private final Clock clock;

    /// What the lists of a region were made from last.
    private final Map<String, String> made = new ConcurrentHashMap<>();

    TakeOver(
            Acting acting,
            Compacts compacts,
            Wordings wordings,
            Commitments commitments,
            Obligations obligations,
            Search search,
            Tallies tallies,
            Assignments assignments,
            Judging judging,
            Successors successors,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.compacts = compacts;
        this.wordings = wordings;
        this.commitments = commitments;
        this.obligations = obligations;
        this.search = search;
        this.tallies = tallies;
        this.assignments = assignments;
        this.judging = judging;
        this.successors = successors;
        this.ids = ids;
        this.clock = clock;
    }

    @EventListener
    void on(VersionAdopted adopted) {
        if (compacts.regions().contains(adopted.region())) {
            refresh(adopted.region());
        }
    }

    /// Makes all lists of a region again, as the ledger's job, in one transaction.
    ///
    /// @return how many obligations are in force today
    int refresh(String region) {
        var today = judging.today();
        var stamp = new AtomicReference<String>();
        int size =
                acting.as(
                        Judging.JOB,
                        () -> {
                            tallies.lock(region);
                            stamp.set(wordings.stamp(region, today));
                            commitments.replace(region, wordings.ever(region));
                            var all = rows(region, today);
                            judging.judgeAll(region);
                            judging.keepNew(region);
                            search.reword(region);
                            tallies.replace(region, today);
                            assign(region, all, today);
                            return all.stream().mapToInt(c -> c.parties().size()).sum();
                        });
        made.put(region, stamp.get());
        return size;
    }

    /// Makes the rows of the list; those that were there before are not judged yet.
    private List<Commitment> rows(String region, LocalDate today) {
        var version = compacts.inForce(region, today);
        var all = version.map(v -> wordings.on(v, today, Instant.MAX)).orElse(List.of());
        var judged = version.map(v -> judging.judged(v, all, today, Instant.MAX)).orElse(List.of());
        obligations.replace(region, all, judged, today);
        return all;
    }

    /// A day has begun: judges the rows of the lists, and makes them again only if versions or
    /// tasks began or ended since this house made them last.
    ///
    /// @return how many rows have changed, or were made
    int newDay(String region) {
        int changed =
                acting.as(
                        Judging.JOB,
                        () -> {
                            tallies.lock(region);
                            var stamp = wordings.stamp(region, judging.today());
                            if (!stamp.equals(made.get(region))) {
                                return MAKE_AGAIN;
                            }
                            int rows = judging.judgeAll(region);
                            if (rows > 0) {
                                tallies.recount(region);
                            }
                            return rows;
                        });
        return changed == MAKE_AGAIN ? refresh(region) : changed;
    }

    /// Units that the text names from today on, or who took over from them, and those that it names
    /// no longer.
    private void assign(String region, List<Commitment> all, LocalDate today) {
        var wanted = new LinkedHashMap<String, Assignment>();
        var now = new HashMap<String, String>();
        for (var of : all) {
            for (var party : of.parties()) {
                var owed = new OfParty(of, party);
                owed.units(of.lead())
                        .forEach(u -> want(wanted, now, owed, u, Assignment.Role.LEAD));
                owed.units(of.cooperating())
                        .forEach(u -> want(wanted, now, owed, u, Assignment.Role.COOPERATING));
            }
        }
        var over = new ArrayList<UUID>();
        var known = new HashSet<String>();
        for (var assignment : assignments.ofRegion(region)) {
            known.add(key(assignment));
            boolean ofText = assignment.byBody().equals(Assignment.BY_TEXT);
            if (ofText && !wanted.containsKey(key(assignment))) {
                over.add(assignment.id());
            }
        }
        assignments.end(over, today);
        wanted.keySet().removeAll(known);
        assignments.add(List.copyOf(wanted.values()), Judging.JOB.person());
    }

    /// What one party owes.
    record OfParty(Commitment commitment, String party) {
        /// Of the units that a text names, those that answer for this party: its own and those
        /// above the parties; where it has none of its own, all of them.
        List<String> units(List<String> named) {
            boolean own = named.stream().anyMatch(u -> holder(u).equals(party));
            return named.stream()
                    .filter(
                            u ->
                                    !own
                                            || holder(u).equals(party)
                                            || !commitment.parties().contains(holder(u)))
                    .toList();
        }
    }

    private static String holder(String unit) {
        return unit.substring(0, unit.indexOf('/'));
    }

    private void want(
            LinkedHashMap<String, Assignment> wanted,
            Map<String, String> now,
            OfParty judged,
            String unit,
            Assignment.Role role) {
        var of = judged.commitment();
        var holder = now.computeIfAbsent(unit, u -> successors.now(of.region(), u));
        var assignment =
                new Assignment(
                        ids.next(),
                        of.region(),
                        of.id(),
                        judged.party(),
                        holder,
                        role,
                        holder.equals(unit) ? of.validFrom() : judging.today(),
                        null,
                        Assignment.BY_TEXT,
                        clock.instant());
        wanted.putIfAbsent(key(assignment), assignment);
    }

    private static String key(Assignment of) {
        return String.join("@", of.commitment(), of.party(), of.unit(), of.role().word());
    }
}
