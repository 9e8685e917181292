package org.tongquan.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.standing.Judged;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Measured;
import org.tongquan.ledger.standing.Standing;

/// The door: everything the rest of the house may ask of the ledger.
@Service
public class Ledger {
    /// Days begin and end where the parties are.
    public static final ZoneId ZONE = Judging.ZONE;

    /// Rows of one page of a list.
    public static final int PAGE = 50;

    /// Hits of a search that are counted; behind them a list only goes on.
    public static final int MOST_COUNTED = 2_000;

    private final Acting acting;
    private final Commitments commitments;
    private final Obligations obligations;
    private final Search search;
    private final Tallies tallies;
    private final Assignments assignments;
    private final ProgressReports reports;
    private final Judging judging;
    private final TakeOver takeOver;
    private final List<ProgressReport.Follower> followers;
    private final Compacts compacts;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Ledger(
            Acting acting,
            Commitments commitments,
            Obligations obligations,
            Search search,
            Tallies tallies,
            Assignments assignments,
            ProgressReports reports,
            Judging judging,
            TakeOver takeOver,
            List<ProgressReport.Follower> followers,
            Compacts compacts,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.commitments = commitments;
        this.obligations = obligations;
        this.search = search;
        this.tallies = tallies;
        this.assignments = assignments;
        this.reports = reports;
        this.judging = judging;
        this.takeOver = takeOver;
        this.followers = List.copyOf(followers);
        this.compacts = compacts;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// One page of obligations in the order of the compact, and how many there are of each light.
    public Slice list(Actor actor, Filter filter, Obligation.Cursor after) {
        return list(actor, filter, after, PAGE);
    }

    /// The same with more or fewer rows than a page.
    public Slice list(Actor actor, Filter filter, Obligation.Cursor after, int rows) {
        return acting.read(actor, () -> Slice.of(found(filter, after, rows + 1), rows));
    }

    private Search.Found found(Filter filter, Obligation.Cursor after, int limit) {
        return filter.words().isEmpty()
                ? new Search.Found(obligations.list(filter, after, limit), counts(filter), false)
                : search.find(filter, after, limit);
    }

    /// From the tallies where they suffice.
    private Map<Light, Integer> counts(Filter filter) {
        return filter.isPlain()
                ? tallies.lights(filter.region(), filter.party(), filter.chapter())
                : obligations.counts(filter);
    }

    /// One page of a list.
    ///
    /// @param capped whether there are more obligations than were counted
    public record Slice(
            List<Obligation> rows, boolean more, Map<Light, Integer> counts, boolean capped) {
        public Slice {
            rows = List.copyOf(rows);
        }

        private static Slice of(Search.Found found, int most) {
            boolean more = found.rows().size() > most;
            var rows = more ? found.rows().subList(0, most) : found.rows();
            return new Slice(rows, more, found.counts(), found.capped());
        }

        /// All obligations that the filter leaves, its light not regarded.
        public int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// One commitment; empty when there is none or this body may not see it.
    public Optional<Card> find(Actor actor, String region, String id) {
        return acting.read(actor, () -> commitments.find(region, id).map(this::card));
    }

    private Card card(Commitment of) {
        var owed = obligations.of(of.region(), of.id());
        return new Card(
                of,
                owed,
                assignments.of(of.region(), of.id()),
                reports.of(of.region(), of.id()),
                judging.together(of.region(), owed));
    }

    public List<String> chapters(Actor actor, String region) {
        return acting.read(actor, () -> commitments.chapters(region));
    }

    /// The numbers of a region as judged last.
    public Figures figures(Actor actor, String region) {
        return acting.read(
                actor,
                () ->
                        Figures.ofTallies(
                                judging.today(),
                                tallies.commitments(region),
                                tallies.list(region)));
    }

    /// What is most urgent of one light; at most `limit` rows.
    public List<Obligation> urgent(Actor actor, String region, Light light, int limit) {
        return acting.read(actor, () -> obligations.urgent(region, light, Math.max(0, limit)));
    }

    /// What the acting unit has to do, red first.
    public List<Obligation> work(Actor actor) {
        var party = partyOf(actor);
        return acting.read(
                actor, () -> obligations.workOf(actor.region(), actor.body(), party, PAGE));
    }

    /// Whether this body may report on this obligation: one of its lead units, or, while none is
    /// named, the government and the departments of the bound party.
    public boolean mayReport(Actor actor, Card card, String party) {
        if (!actor.may(Power.REPORT_PROGRESS) || !card.commitment().parties().contains(party)) {
            return false;
        }
        var leads = card.leads(party);
        return leads.isEmpty() ? partyOf(actor).equals(party) : leads.contains(actor.body());
    }

    /// The party whose government or department acts; empty for bodies of the whole region.
    private String partyOf(Actor actor) {
        int slash = actor.body().indexOf('/');
        return slash >= 0
                ? actor.body().substring(0, slash)
                : compacts.findBody(actor.body()).flatMap(AdoptedBody::party).orElse("");
    }

    /// Files a report and judges the light anew, in one transaction.
    public Filing report(Actor actor, NewReport filed) {
        var refusal = filed.fault();
        if (refusal.isPresent()) {
            return new Filing.Refused(refusal.get());
        }
        return acting.as(
                actor,
                () -> {
                    reports.lockShared(filed.region());
                    var card = units(filed.region(), filed.commitment());
                    if (card.isEmpty()) {
                        return new Filing.Refused(Filing.Reason.NOT_FOUND);
                    }
                    if (!mayReport(actor, card.get(), filed.party())) {
                        return new Filing.Refused(Filing.Reason.NOT_YOURS);
                    }
                    if (filed.on().isAfter(judging.today())
                            || filed.on().isBefore(card.get().commitment().start())) {
                        return new Filing.Refused(Filing.Reason.DAY);
                    }
                    return file(actor, card.get(), filed);
                });
    }

    private Optional<Card> units(String region, String id) {
        return commitments
                .find(region, id)
                .map(c -> new Card(c, List.of(), assignments.of(region, id), List.of(), null));
    }

    /// Progress that an indicator measures is computed, whatever was typed.
    private Filing file(Actor actor, Card card, NewReport filed) {
        var report =
                new ProgressReport(
                        ids.next(),
                        filed.region(),
                        filed.commitment(),
                        filed.party(),
                        actor.body(),
                        filed.on(),
                        now(),
                        judging.percent(card.commitment(), filed.party(), filed.percent()),
                        filed.text(),
                        filed.simulated(),
                        null,
                        List.of());
        reports.add(report, actor.person());
        var evidence = reports.addEvidence(report, filed.attachments(), ids);
        journal.record(
                actor, "progress-reported", report.id(), Digest.ofText(report + evidence).bytes());
        followers.forEach(f -> f.filed(actor, card, report));
        return new Filing.Filed(report.id(), judge(card.commitment(), filed.party()));
    }

    /// Gives a report back to the unit with a reason; it stays visible and no longer counts.
    public Filing giveBack(Actor actor, UUID id, String reason) {
        if (reason.isBlank() || reason.length() > ProgressReport.MOST_TEXT) {
            return new Filing.Refused(Filing.Reason.TEXT);
        }
        if (!actor.may(Power.SUPERVISE)) {
            return new Filing.Refused(Filing.Reason.NOT_YOURS);
        }
        return acting.as(
                actor,
                () -> {
                    var report = reports.find(id);
                    if (report.isEmpty()) {
                        return new Filing.Refused(Filing.Reason.NOT_FOUND);
                    }
                    reports.lockShared(report.get().region());
                    var at = now();
                    if (!reports.giveBack(report.get(), actor.body(), actor.person(), at, reason)) {
                        return new Filing.Refused(Filing.Reason.RETURNED_BEFORE);
                    }
                    journal.record(
                            actor,
                            "progress-returned",
                            id,
                            Digest.ofText(id + "\n" + at + "\n" + reason).bytes());
                    var commitment =
                            commitments
                                    .find(report.get().region(), report.get().commitment())
                                    .orElseThrow();
                    return new Filing.Returned(id, judge(commitment, report.get().party()));
                });
    }

    /// The light that follows now. The list gets it from the ledger's job once this is committed.
    private Light judge(Commitment commitment, String party) {
        judging.judgeAfterwards(commitment.region(), commitment.id(), party);
        return judging.standing(commitment, party).light();
    }

    /// Judges one obligation anew, afterwards: something that its light rests on has changed.
    public void judge(String region, String id, String party) {
        judging.judgeAfterwards(region, id, party);
    }

    /// Names a unit as lead or cooperating unit of one obligation, from today on.
    public Assigning assign(
            Actor actor,
            String region,
            String commitment,
            String party,
            String unit,
            Assignment.Role role) {
        if (!actor.may(Power.ASSIGN) || !region.equals(actor.region())) {
            return new Assigning.Refused(Assigning.Reason.NOT_YOURS);
        }
        return acting.as(
                actor,
                () -> {
                    var card = find(actor, region, commitment);
                    if (card.isEmpty() || !card.get().commitment().parties().contains(party)) {
                        return new Assigning.Refused(Assigning.Reason.NOT_FOUND);
                    }
                    if (!judging.knowsUnit(region, unit)) {
                        return new Assigning.Refused(Assigning.Reason.UNKNOWN_UNIT);
                    }
                    if (card.get().hasPart(party, unit, role)) {
                        return new Assigning.Refused(Assigning.Reason.ALREADY);
                    }
                    var assignment =
                            new Assignment(
                                    ids.next(),
                                    region,
                                    commitment,
                                    party,
                                    unit,
                                    role,
                                    judging.today(),
                                    null,
                                    actor.body(),
                                    clock.instant());
                    assignments.add(List.of(assignment), actor.person());
                    journal.record(
                            actor,
                            "unit-assigned",
                            assignment.id(),
                            Digest.ofText(assignment.toString()).bytes());
                    return new Assigning.Assigned(assignment.id());
                });
    }

    /// Makes the lists of a region again: days pass without anybody reporting, and versions begin.
    ///
    /// @return how many obligations are in force today
    public int refresh(String region) {
        return takeOver.refresh(region);
    }

    /// A file handed in with a report of the body's region, for a body that may see the report.
    public Optional<ProgressReport.Attachment> evidence(Actor actor, UUID id) {
        return acting.read(actor, () -> reports.content(actor.region(), id));
    }

    /// Every standing of a region at the end of a day, from what was known at a moment.
    public List<AsOf> asOf(Actor actor, String region, LocalDate day, Instant known) {
        return acting.read(actor, () -> judging.asOf(region, day, known));
    }

    /// The same under any version, adopted or not: its duties and rules over the kept facts.
    public List<AsOf> asOf(Actor actor, Resolved version, LocalDate day, Instant known) {
        return acting.read(actor, () -> judging.asOf(version, day, known));
    }

    /// Tells every standing of a day without its wording, as known at a moment, in no order: what
    /// many figures are counted from. Commitments that tasks stand for are left out.
    public void leaves(
            Actor actor, Resolved version, LocalDate day, Instant known, Consumer<Judged> told) {
        acting.read(actor, () -> judging.leaves(version, day, known, told));
    }

    /// How what one party owes came to stand as it does; whoever sees it sees its lights.
    public List<Dated> course(Card card, String party) {
        var of = card.commitment();
        return acting.read(Judging.JOB, () -> judging.course(of.region(), of.id(), party));
    }

    /// A standing and the day since which it is that.
    public record Dated(LocalDate from, Standing standing) {}

    /// What the indicator of an obligation says today; empty when none does.
    public Optional<Measured> measured(Actor actor, Card card, String party) {
        return acting.read(actor, () -> judging.measured(card.commitment(), party));
    }

    /// One obligation as it stood at the end of a day.
    public record AsOf(Commitment commitment, String party, Standing standing) {}

    /// A moment, now: nothing is still being filed, what is known at it stays the same.
    public Instant settled(String region) {
        return acting.as(
                Judging.JOB,
                () -> {
                    reports.lock(region);
                    return now();
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Today, where the parties are.
    public LocalDate today() {
        return judging.today();
    }
}
