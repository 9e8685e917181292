package org.tongquan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        return acting.as(
                Judging.JOB,
                () -> {
                    tallies.lock(region);
                    commitments.replace(region, wordings.ever(region));
                    var today = judging.today();
                    var judged = judging.asOf(region, today);
                    obligations.replace(
                            region,
                            judged.stream().map(TakeOver::obligation).toList(),
                            judged.stream().anyMatch(j -> j.commitment().isPublic()));
                    search.reword(region);
                    tallies.replace(region);
                    assign(region, judged, today);
                    return judged.size();
                });
    }

    private static Obligation obligation(Ledger.AsOf judged) {
        var of = judged.commitment();
        return new Obligation(
                of.region(),
                of.id(),
                judged.party(),
                of.ordinal(),
                of.articleId(),
                of.chapterTitle(),
                of.category(),
                of.textZh(),
                of.textEn(),
                of.start(),
                of.deadline(),
                of.cycle(),
                of.parent(),
                judged.standing());
    }

    /// Units that the text names from today on, or who took over from them, and those that it names
    /// no longer.
    private void assign(String region, List<Ledger.AsOf> judged, LocalDate today) {
        var wanted = new LinkedHashMap<String, Assignment>();
        var now = new HashMap<String, String>();
        for (var one : judged) {
            var of = one.commitment();
            ofParty(of.lead(), one).forEach(u -> want(wanted, now, one, u, Assignment.Role.LEAD));
            ofParty(of.cooperating(), one)
                    .forEach(u -> want(wanted, now, one, u, Assignment.Role.COOPERATING));
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

    /// Of the units that a text names, those that answer for one party: its own and those above
    /// the parties; where it has none of its own, all of them.
    static List<String> ofParty(List<String> units, Ledger.AsOf judged) {
        boolean own = units.stream().anyMatch(u -> holder(u).equals(judged.party()));
        return units.stream()
                .filter(
                        u ->
                                !own
                                        || holder(u).equals(judged.party())
                                        || !judged.commitment().parties().contains(holder(u)))
                .toList();
    }

    private static String holder(String unit) {
        return unit.substring(0, unit.indexOf('/'));
    }

    private void want(
            LinkedHashMap<String, Assignment> wanted,
            Map<String, String> now,
            Ledger.AsOf judged,
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
