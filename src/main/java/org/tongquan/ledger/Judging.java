package org.tongquan.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.standing.Chronicle;
import org.tongquan.ledger.standing.Found;
import org.tongquan.ledger.standing.InForce;
import org.tongquan.ledger.standing.Judged;
import org.tongquan.ledger.standing.Measured;
import org.tongquan.ledger.standing.Owed;
import org.tongquan.ledger.standing.RollUp;
import org.tongquan.ledger.standing.Standing;
import org.tongquan.ledger.standing.Sweep;

/// Runs the rule of the lights over kept facts: for today's list, or for any earlier day.
@Component
class Judging {
    /// Days begin and end where the parties are.
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// The named job that keeps the projection of the lights.
    static final Actor JOB = Actor.job("ledger");

    /// Days back that the course of a light is followed.
    static final int MOST_DAYS = 400;

    private static final int BATCH = 20_000;

    private final Acting acting;
    private final Compacts compacts;
    private final Wordings wordings;
    private final Commitments commitments;
    private final Obligations obligations;
    private final Tallies tallies;
    private final ProgressReports reports;
    private final Measured.Source measured;
    private final Chronicle chronicle;
    private final Clock clock;

    Judging(
            Acting acting,
            Compacts compacts,
            Wordings wordings,
            Commitments commitments,
            Obligations obligations,
            Tallies tallies,
            ProgressReports reports,
            Measured.Source measured,
            Chronicle chronicle,
            Clock clock) {
        this.acting = acting;
        this.compacts = compacts;
        this.wordings = wordings;
        this.commitments = commitments;
        this.obligations = obligations;
        this.tallies = tallies;
        this.reports = reports;
        this.measured = measured;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /// Every obligation in force on a day with its standing as of the end of that day. Writes
    /// nothing.
    List<Ledger.AsOf> asOf(String region, LocalDate day) {
        return asOf(region, day, Instant.MAX);
    }

    /// The same with what was known at a moment: reports, returns and versions that came later
    /// change nothing in it, so that a figure can be counted again at any time.
    List<Ledger.AsOf> asOf(String region, LocalDate day, Instant known) {
        return compacts.inForce(region, day, known)
                .map(version -> asOf(version, day, known))
                .orElse(List.of());
    }

    /// The same under a version of the caller's choosing.
    List<Ledger.AsOf> asOf(Resolved version, LocalDate day, Instant known) {
        var region = version.compact().id();
        var all = wordings.on(version, day, known);
        var judged = judged(version, all, day, known).iterator();
        var answer = new ArrayList<Ledger.AsOf>();
        for (var commitment : all) {
            for (var party : commitment.parties()) {
                answer.add(new Ledger.AsOf(commitment, party, judged.next().standing()));
            }
        }
        return answer;
    }

    /// The standing of each party in each of these, in their order.
    List<Judged> judged(Resolved version, List<Commitment> all, LocalDate day, Instant known) {
        return sweep(version, version.compact().id(), day, known).of(owed(all));
    }

    /// Tells the same standings without the wordings, in no order, but for commitments that tasks
    /// stand for.
    ///
    /// @return how many items were looked at
    int leaves(Resolved version, LocalDate day, Instant known, Consumer<Judged> told) {
        var all = wordings.owed(version, day, known);
        var standing = new HashSet<String>();
        for (var owed : all) {
            if (owed.parent() != null) {
                owed.parties().forEach(p -> standing.add(Owed.key(owed.parent(), p)));
            }
        }
        var pass = sweep(version, version.compact().id(), day, known).begin(Set.of());
        for (var owed : all) {
            for (var party : owed.parties()) {
                if (standing.isEmpty() || !standing.contains(Owed.key(owed.item(), party))) {
                    pass.take(owed, party, told);
                }
            }
        }
        pass.end();
        return all.size();
    }

    /// Judges every row of a region's list as of today and keeps what has changed.
    ///
    /// @return how many rows did
    int judgeAll(String region) {
        var today = today();
        var version = compacts.inForce(region, today);
        if (version.isEmpty()) {
            return 0;
        }
        var sweep = sweep(version.get(), region, today, Instant.MAX);
        var pass = sweep.begin(obligations.parents(region));
        var changed = new ArrayList<Judged>();
        obligations.each(
                region,
                today,
                kept ->
                        pass.take(
                                kept.owed(),
                                kept.owed().parties().getFirst(),
                                judged -> {
                                    if (!judged.standing().equals(kept.standing())) {
                                        changed.add(judged);
                                    }
                                }));
        pass.end();
        for (int i = 0; i < changed.size(); i += BATCH) {
            obligations.judge(
                    region, changed.subList(i, Math.min(i + BATCH, changed.size())), today);
        }
        chronicle.keep(version.get(), today, changed, sweep::duty);
        tallies.judgedOn(region, today);
        return changed.size();
    }

    /// Keeps what is said of rows that are new in the lists, whose light did not change.
    void keepNew(String region) {
        var unknown = chronicle.unknown(region);
        var today = today();
        var version = compacts.inForce(region, today);
        if (unknown.isEmpty() || version.isEmpty()) {
            return;
        }
        var made = new ArrayList<Judged>();
        obligations.each(
                region,
                today,
                kept -> {
                    var party = kept.owed().parties().getFirst();
                    if (unknown.contains(Owed.key(kept.owed().item(), party))) {
                        made.add(new Judged(kept.owed(), party, kept.standing()));
                    }
                });
        var sweep = sweep(version.get(), region, today, Instant.MAX);
        chronicle.keep(version.get(), today, made, sweep::duty);
    }

    private Sweep sweep(Resolved version, String region, LocalDate day, Instant known) {
        var book = measured.open(region, end(day, known));
        return new Sweep(
                InForce.lights(version, day),
                () -> InForce.planning(version, day),
                reports.counted(region, end(day, known)),
                (owed, party) -> book.of(version, owed.item(), party, owed.deadline(), day),
                day);
    }

    /// What is filed by the end of a day counts for it, unless it was not known then.
    static Instant end(LocalDate day, Instant known) {
        var end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        return known.isBefore(end) ? known : end;
    }

    /// One obligation as it stands now.
    Standing standing(Commitment commitment, String party) {
        return found(commitment, party).standing();
    }

    private Found found(Commitment commitment, String party) {
        var region = commitment.region();
        var today = today();
        var all = new ArrayList<>(commitments.tasksOf(region, commitment.id(), today));
        all.add(commitment);
        return Found.of(
                compacts.inForce(region, today).orElseThrow(),
                commitment.owed(),
                owed(all),
                party,
                o -> reports.countedOf(region, o.item(), party),
                measured.open(region, Instant.MAX),
                today);
    }

    private static List<Owed> owed(List<Commitment> all) {
        return all.stream().map(Commitment::owed).toList();
    }

    /// How the parties of a commitment stand together, each with the same weight.
    @Nullable Standing together(String region, List<Obligation> owed) {
        var standings = owed.stream().map(Obligation::standing).toList();
        var version = standings.isEmpty() ? null : compacts.inForce(region, today()).orElse(null);
        return version == null ? null : RollUp.equal(InForce.planning(version, today()), standings);
    }

    /// How one obligation came to stand as it does, over the last [#MOST_DAYS] days: each day on
    /// which light, mark, reason or progress were others than on the day before, oldest first.
    List<Ledger.Dated> course(String region, String id, String party) {
        var today = today();
        var wordings = commitments.ever(region, id);
        var filed = reports.filed(region, id, party);
        var book = measured.open(region, Instant.MAX);
        var course = new ArrayList<Ledger.Dated>();
        for (var span : compacts.timeline(region)) {
            var day = latest(span.from(), today.minusDays(MOST_DAYS - 1L));
            var last = span.to() == null ? today : earliest(span.to().minusDays(1), today);
            for (; !day.isAfter(last); day = day.plusDays(1)) {
                var on = day;
                var all = wordings.stream().filter(c -> c.validOn(on)).toList();
                var own =
                        all.stream()
                                .filter(c -> c.id().equals(id) && c.parties().contains(party))
                                .findFirst();
                if (own.isPresent()) {
                    var counted = ProgressReports.countedAt(filed, end(on, Instant.MAX));
                    var now =
                            Found.of(
                                            span.version(),
                                            own.get().owed(),
                                            owed(all),
                                            party,
                                            o -> counted.getOrDefault(key(o, party), List.of()),
                                            book,
                                            on)
                                    .standing();
                    if (course.isEmpty() || now.isOther(course.getLast().standing())) {
                        course.add(new Ledger.Dated(on, now));
                    }
                }
            }
        }
        return course;
    }

    private static String key(Owed of, String party) {
        return ProgressReports.key(of.item(), party);
    }

    private static LocalDate latest(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earliest(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    /// Progress as the indicator of an obligation has it; what was typed where none measures it, or
    /// where reports are owed by a rhythm.
    int percent(Commitment of, String party, int typed) {
        return of.deadline() == null && of.cycle() != null
                ? typed
                : measured(of, party).flatMap(Measured::percent).orElse(typed);
    }

    /// What the indicator of an obligation says today; empty when none does.
    Optional<Measured> measured(Commitment of, String party) {
        var today = today();
        return compacts.inForce(of.region(), today)
                .flatMap(
                        v ->
                                measured.open(of.region(), Instant.MAX)
                                        .of(v, of.id(), party, of.deadline(), today));
    }

    /// Judges one obligation anew for the list once what is under way is committed.
    void judgeAfterwards(String region, String id, String party) {
        acting.afterwards(
                () ->
                        acting.run(
                                JOB,
                                () ->
                                        commitments
                                                .find(region, id)
                                                .ifPresent(c -> judgeOne(c, party))));
    }

    /// Judges one obligation anew for the list, after a report on it was filed or returned; with a
    /// task also the commitment that it serves.
    void judgeOne(Commitment commitment, String party) {
        var region = commitment.region();
        tallies.lockShared(region);
        var changes = new TreeMap<Tallies.Group, Tallies.Change>();
        if (commitment.parent() != null) {
            commitments.find(region, commitment.parent()).ifPresent(p -> keep(p, party, changes));
        }
        keep(commitment, party, changes);
        tallies.move(region, party, changes);
    }

    /// The row is locked before it is judged, so that whoever comes later sees what was filed.
    private void keep(
            Commitment of, String party, SortedMap<Tallies.Group, Tallies.Change> changes) {
        var row = obligations.lock(of.region(), of.id(), party);
        if (row.isEmpty()) {
            return;
        }
        var was = row.get().standing();
        var found = found(of, party);
        var now = found.standing();
        if (was.equals(now)) {
            return;
        }
        var judged = new Judged(of.owed(), party, now);
        obligations.judge(of.region(), List.of(judged), today());
        var version = compacts.inForce(of.region(), today()).orElseThrow();
        chronicle.keep(version, today(), judged, found.facts());
        var chapter = row.get().chapterTitle();
        changes.merge(
                new Tallies.Group(chapter, was.light()),
                Tallies.Change.of(row.get(), was, -1),
                Tallies.Change::and);
        changes.merge(
                new Tallies.Group(chapter, now.light()),
                Tallies.Change.of(row.get(), now, 1),
                Tallies.Change::and);
    }

    /// Whether the compact in force, or a base it uses, knows this unit.
    boolean knowsUnit(String region, String unit) {
        var today = today();
        return compacts.inForce(region, today)
                .flatMap(c -> c.findResponsibleUnit(unit, today))
                .isPresent();
    }
}
