package org.tongquan.ledger.chasing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chasing.Handling.Reason;
import org.tongquan.ledger.standing.Successors;

/// The door of special inspections (专项督导): open one, note what was found, have it put right,
/// check again, close.
@Service
public class Inspecting {
    public static final int MOST_TITLE = 120;
    public static final int MOST_TEXT = 2_000;
    public static final int MOST_LISTED = 200;

    /// Commitments that one inspection names.
    public static final int MOST_COMMITMENTS = 200;

    /// Findings of one inspection.
    public static final int MOST_FINDINGS = 300;

    private static final String SERIES = "inspection";

    private final Acting acting;
    private final Inspections inspections;
    private final Notices notices;
    private final ChaseSteps steps;
    private final Issuance issuance;
    private final InspectionRecords records;
    private final Ledger ledger;
    private final Successors successors;
    private final Compacts compacts;
    private final Ids ids;
    private final Clock clock;

    Inspecting(
            Acting acting,
            Inspections inspections,
            Notices notices,
            ChaseSteps steps,
            Issuance issuance,
            InspectionRecords records,
            Ledger ledger,
            Successors successors,
            Compacts compacts,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.inspections = inspections;
        this.notices = notices;
        this.steps = steps;
        this.issuance = issuance;
        this.records = records;
        this.ledger = ledger;
        this.successors = successors;
        this.compacts = compacts;
        this.ids = ids;
        this.clock = clock;
    }

    /// What an inspection is to look at.
    public record Plan(String title, String scope, List<String> parties, List<String> commitments) {
        public Plan {
            title = title.strip();
            scope = scope.strip();
            parties = parties.stream().distinct().toList();
            commitments =
                    commitments.stream()
                            .map(String::strip)
                            .filter(c -> !c.isEmpty())
                            .distinct()
                            .toList();
        }
    }

    /// Inspections that this body sees, newest first, with the findings it sees.
    public List<Inspection.File> list(Actor actor, boolean openOnly) {
        return acting.read(
                actor, () -> files(inspections.list(actor.region(), openOnly, MOST_LISTED)));
    }

    public Optional<Inspection.File> find(Actor actor, UUID id) {
        return acting.read(
                actor, () -> inspections.find(id).map(i -> files(List.of(i)).getFirst()));
    }

    private List<Inspection.File> files(List<Inspection> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var today = ledger.today();
        var calendar = issuance.calendar(found.getFirst().region(), today);
        var findings = inspections.findings(found.stream().map(Inspection::id).toList());
        var events = inspections.events(findings.stream().map(Finding::id).toList());
        return found.stream()
                .map(
                        i ->
                                new Inspection.File(
                                        i,
                                        findings.stream()
                                                .filter(f -> f.inspection().equals(i.id()))
                                                .map(
                                                        f ->
                                                                new Inspection.Found(
                                                                        f,
                                                                        FindingCourse.of(
                                                                                i.rectifyWithin(),
                                                                                events.getOrDefault(
                                                                                        f.id(),
                                                                                        List.of()),
                                                                                calendar,
                                                                                today)))
                                                .toList()))
                .toList();
    }

    /// Whether this body may open inspections.
    public boolean mayOpen(Actor actor) {
        return actor.may(Power.SUPERVISE)
                && addressees(actor.region()).filter(a -> a.seesAll(actor)).isPresent();
    }

    private Optional<Addressees> addressees(String region) {
        var today = ledger.today();
        return compacts.inForce(region, today).map(c -> new Addressees(c, today, successors));
    }

    public Handling open(Actor actor, Plan plan) {
        if (!mayOpen(actor)) {
            return refused(Reason.NOT_YOURS);
        }
        if (plan.title().isEmpty()
                || plan.title().length() > MOST_TITLE
                || plan.scope().length() > MOST_TEXT) {
            return refused(Reason.TEXT);
        }
        if (plan.parties().isEmpty() || plan.commitments().size() > MOST_COMMITMENTS) {
            return refused(Reason.COUNT);
        }
        var today = ledger.today();
        var compact = compacts.inForce(actor.region(), today);
        var rule = compact.flatMap(c -> c.rule(Compact::chasing, today));
        if (compact.isEmpty() || rule.isEmpty()) {
            return refused(Reason.NO_RULE);
        }
        boolean known =
                plan.parties().stream().allMatch(p -> compact.get().findParty(p).isPresent())
                        && plan.commitments().stream()
                                .allMatch(c -> ledger.find(actor, actor.region(), c).isPresent());
        if (!known) {
            return refused(Reason.NOT_FOUND);
        }
        return acting.as(
                actor,
                () -> {
                    var inspection =
                            new Inspection(
                                    ids.next(),
                                    actor.region(),
                                    today.getYear(),
                                    steps.next(actor.region(), SERIES, today.getYear()),
                                    plan.title(),
                                    plan.scope(),
                                    plan.parties(),
                                    plan.commitments(),
                                    rule.get().id(),
                                    rule.get().rectifyWithin(),
                                    actor.body(),
                                    today,
                                    now(),
                                    null);
                    inspections.add(inspection, actor.person());
                    records.journal(actor, "inspection-opened", inspection.id(), inspection);
                    addressees(actor.region())
                            .ifPresent(a -> records.announce(actor, inspection, a));
                    return new Handling.Done(inspection.id(), 1);
                });
    }

    /// Notes what was found at a party.
    ///
    /// @param commitment empty when it concerns none
    public Handling find(
            Actor actor, UUID inspection, String party, String commitment, String text) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > MOST_TEXT) {
            return refused(Reason.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    notices.lock(actor.region());
                    var file = find(actor, inspection);
                    var all = addressees(actor.region());
                    if (file.isEmpty() || all.isEmpty()) {
                        return refused(Reason.NOT_FOUND);
                    }
                    var refusal = refuse(actor, file.get(), all.get(), party);
                    return refusal.isPresent()
                            ? refused(refusal.get())
                            : find(actor, file.get(), all.get(), party, commitment, words);
                });
    }

    private static Optional<Reason> refuse(
            Actor actor, Inspection.File file, Addressees all, String party) {
        var inspection = file.inspection();
        if (!actor.may(Power.SUPERVISE) || !inspection.body().equals(actor.body())) {
            return Optional.of(Reason.NOT_YOURS);
        }
        if (!inspection.parties().contains(party)) {
            return Optional.of(Reason.NOT_FOUND);
        }
        if (!inspection.isOpen()) {
            return Optional.of(Reason.WRONG_STEP);
        }
        if (file.findings().size() >= MOST_FINDINGS) {
            return Optional.of(Reason.COUNT);
        }
        return all.belongs(actor, party) ? Optional.of(Reason.OWN_CASE) : Optional.empty();
    }

    private Handling find(
            Actor actor,
            Inspection.File file,
            Addressees all,
            String party,
            String commitment,
            String text) {
        var units = new ArrayList<String>();
        if (commitment.isEmpty()) {
            units.addAll(all.reporting(party));
        } else {
            var card = ledger.find(actor, actor.region(), commitment);
            if (card.isEmpty() || !card.get().commitment().parties().contains(party)) {
                return refused(Reason.NOT_FOUND);
            }
            units.addAll(all.responsible(card.get(), party));
        }
        if (units.isEmpty()) {
            return refused(Reason.NOBODY);
        }
        var finding =
                new Finding(
                        ids.next(),
                        file.inspection().id(),
                        actor.region(),
                        party,
                        commitment,
                        units,
                        text,
                        actor.body(),
                        ledger.today(),
                        now());
        inspections.add(finding, actor.person());
        records.journal(actor, "finding-noted", finding.id(), finding);
        records.record(actor, file.inspection(), finding, 1, Finding.Step.FOUND, "");
        return new Handling.Done(finding.id(), 1);
    }

    /// The steps that this body may take on a finding now.
    public List<Finding.Step> next(Actor actor, Inspection.File file, Inspection.Found found) {
        return acting.read(
                actor,
                () ->
                        java.util.Arrays.stream(Finding.Step.values())
                                .filter(found.course()::allows)
                                .filter(
                                        s ->
                                                refuse(actor, file.inspection(), found.finding(), s)
                                                        .isEmpty())
                                .toList());
    }

    private Optional<Reason> refuse(
            Actor actor, Inspection inspection, Finding finding, Finding.Step step) {
        boolean own =
                addressees(finding.region())
                        .filter(a -> a.answers(actor, finding.party(), finding.units()))
                        .isPresent();
        return switch (step) {
            case FOUND -> Optional.of(Reason.WRONG_STEP);
            case RECTIFIED -> own ? Optional.empty() : Optional.of(Reason.NOT_YOURS);
            case AGAIN, PASSED ->
                    own
                            ? Optional.of(Reason.OWN_CASE)
                            : inspection.body().equals(actor.body()) && actor.may(Power.SUPERVISE)
                                    ? Optional.empty()
                                    : Optional.of(Reason.NOT_YOURS);
        };
    }

    /// Takes one step on a finding: put right, passed, or once more.
    ///
    /// @param shown number of the last event that the actor saw
    public Handling act(Actor actor, UUID finding, Finding.Step step, int shown, String text) {
        var words = text.strip();
        boolean needed = step != Finding.Step.PASSED;
        if (words.length() > MOST_TEXT || (needed && words.isEmpty())) {
            return refused(Reason.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    notices.lock(actor.region());
                    var known = inspections.findFinding(finding);
                    var file = known.flatMap(f -> find(actor, f.inspection()));
                    if (file.isEmpty()) {
                        return refused(Reason.NOT_FOUND);
                    }
                    var inspection = file.get().inspection();
                    var found =
                            file.get().findings().stream()
                                    .filter(f -> f.finding().id().equals(finding))
                                    .findFirst()
                                    .orElseThrow();
                    var refusal = refuse(actor, inspection, found.finding(), step);
                    if (refusal.isPresent()) {
                        return refused(refusal.get());
                    }
                    int last = found.course().seq();
                    if (last != shown) {
                        return new Handling.Stale(finding, last);
                    }
                    if (!found.course().allows(step) || !inspection.isOpen()) {
                        return refused(Reason.WRONG_STEP);
                    }
                    records.record(actor, inspection, found.finding(), last + 1, step, words);
                    return new Handling.Done(finding, last + 1);
                });
    }

    /// Closes an inspection once everything found has been settled.
    ///
    /// @param text its conclusion
    public Handling close(Actor actor, UUID id, String text) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > MOST_TEXT) {
            return refused(Reason.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    notices.lock(actor.region());
                    var file = find(actor, id);
                    if (file.isEmpty()) {
                        return refused(Reason.NOT_FOUND);
                    }
                    var inspection = file.get().inspection();
                    if (!actor.may(Power.SUPERVISE) || !inspection.body().equals(actor.body())) {
                        return refused(Reason.NOT_YOURS);
                    }
                    if (!inspection.isOpen()) {
                        return refused(Reason.WRONG_STEP);
                    }
                    if (!file.get().isSettled()) {
                        return refused(Reason.OPEN_FINDINGS);
                    }
                    var closure =
                            new Inspection.Closure(words, actor.body(), ledger.today(), now());
                    inspections.close(inspection, closure, actor.person());
                    records.journal(actor, "inspection-closed", id, closure);
                    return new Handling.Done(id, 2);
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Handling refused(Reason reason) {
        return new Handling.Refused(reason);
    }
}
