package org.tongquan.ledger.matter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.compact.conduct.MeetingRule;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.Simulation;
import org.tongquan.ledger.matter.MatterAnswer.Fault;

/// The door of major matters: report one at once; receive, forward, answer and close it.
@Service
public class Alerting {
    public static final int MOST_TITLE = 120;
    public static final int MOST_TEXT = 4_000;
    public static final int MOST_BODIES = 50;
    public static final int MOST_LISTED = 500;

    private final Acting acting;
    private final Matters matters;
    private final Ledger ledger;
    private final Simulation simulation;
    private final Journal journal;
    private final Ids ids;
    private final MatterRecords records;

    Alerting(
            Acting acting,
            Matters matters,
            Ledger ledger,
            Simulation simulation,
            Journal journal,
            Ids ids,
            MatterRecords records) {
        this.acting = acting;
        this.matters = matters;
        this.ledger = ledger;
        this.simulation = simulation;
        this.journal = journal;
        this.ids = ids;
        this.records = records;
    }

    /// What is reported.
    ///
    /// @param id given by [#open] when the form was made: sent twice it is reported once
    /// @param happened what happened
    /// @param needed what is asked for
    public record Report(
            UUID id,
            String title,
            String happened,
            String needed,
            boolean urgent,
            List<ProgressReport.Attachment> files) {
        public Report {
            title = title.strip();
            happened = happened.strip();
            needed = needed.strip();
            files = List.copyOf(files);
        }
    }

    /// The id that a form for a new matter carries.
    public UUID open() {
        return ids.next();
    }

    /// Whether this body may report a matter: every body that reports progress or works for the
    /// whole region.
    public boolean mayReport(Actor actor) {
        var bodies = records.bodies(actor.region());
        return bodies.isPresent()
                && (actor.may(Power.REPORT_PROGRESS) || bodies.get().isCommon(actor));
    }

    /// Whether this body receives what is reported.
    public boolean receives(Actor actor) {
        return actor.may(Power.SUPERVISE)
                && records.bodies(actor.region()).filter(b -> b.isCommon(actor)).isPresent();
    }

    /// The matters that this body sees, newest first.
    public List<Matter.File> list(Actor actor, boolean openOnly) {
        return acting.read(
                actor,
                () ->
                        records.files(matters.list(actor.region(), MOST_LISTED)).stream()
                                .filter(f -> !openOnly || f.course().isOpen())
                                .toList());
    }

    /// One matter; empty when there is none or this body may not see it.
    public Optional<Matter.File> find(Actor actor, UUID id) {
        return acting.read(
                actor,
                () ->
                        matters.find(id)
                                .map(m -> records.files(List.of(m)).getFirst())
                                .map(
                                        f ->
                                                new Matter.File(
                                                        f.matter(),
                                                        f.course(),
                                                        matters.attached(id))));
    }

    /// A file handed in with a matter, for a body that may see the matter.
    public Optional<ProgressReport.Attachment> file(Actor actor, UUID id) {
        return acting.read(actor, () -> matters.content(id));
    }

    /// Reports a matter; the office is told at once.
    public MatterAnswer report(Actor actor, Report report) {
        var rule = records.rule(actor.region());
        if (!mayReport(actor)) {
            return refused(Fault.NOT_YOURS);
        }
        if (rule.isEmpty()) {
            return refused(Fault.NO_RULE);
        }
        if (!isWorded(report.title(), MOST_TITLE)
                || !isWorded(report.happened(), MOST_TEXT)
                || report.needed().length() > MOST_TEXT) {
            return refused(Fault.TEXT);
        }
        boolean large =
                report.files().stream()
                        .anyMatch(
                                f ->
                                        f.content().length == 0
                                                || f.content().length
                                                        > ProgressReport.Attachment.MOST_BYTES);
        if (large || report.files().size() > ProgressReport.Attachment.MOST) {
            return refused(Fault.FILE);
        }
        return acting.as(actor, () -> keep(actor, report, rule.get()));
    }

    private static boolean isWorded(String text, int most) {
        return !text.isEmpty() && text.length() <= most;
    }

    private MatterAnswer keep(Actor actor, Report report, MeetingRule rule) {
        matters.lock(actor.region());
        var before = matters.find(report.id());
        if (before.isPresent()) {
            return before.get().body().equals(actor.body())
                    ? new MatterAnswer.Done(report.id(), 1)
                    : refused(Fault.NOT_FOUND);
        }
        var bodies = records.bodies(actor.region()).orElseThrow();
        var matter =
                new Matter(
                        report.id(),
                        actor.region(),
                        bodies.partyOf(actor.body()),
                        report.title(),
                        report.happened(),
                        report.needed(),
                        report.urgent(),
                        new Matter.Terms(
                                rule.id(),
                                report.urgent()
                                        ? rule.acknowledgeUrgentWithin()
                                        : rule.acknowledgeWithin(),
                                rule.settleWithin()),
                        actor.body(),
                        ledger.today(),
                        records.now(),
                        simulation.isPresent(actor, actor.region()),
                        List.of());
        matters.add(matter, actor);
        var digest = new StringBuilder(matter.toString());
        for (var file : report.files()) {
            matters.attach(matter, ids.next(), file);
            digest.append('\n').append(Digest.of(file.content()).hex());
        }
        journal.record(
                actor, "matter-reported", matter.id(), Digest.ofText(digest.toString()).bytes());
        records.record(actor, matter, 1, Matter.Step.REPORTED, "", List.of());
        return new MatterAnswer.Done(matter.id(), 1);
    }

    /// The steps that this body may take on a matter now.
    public List<Matter.Step> next(Actor actor, Matter.File file) {
        return Arrays.stream(Matter.Step.values())
                .filter(file.course()::allows)
                .filter(s -> refuse(actor, file.matter(), s).isEmpty())
                .toList();
    }

    private Optional<Fault> refuse(Actor actor, Matter matter, Matter.Step step) {
        boolean own = matter.body().equals(actor.body());
        return switch (step) {
            case REPORTED -> Optional.of(Fault.NOT_NOW);
            case ADDED -> own ? Optional.empty() : Optional.of(Fault.NOT_YOURS);
            case ANSWERED ->
                    matter.bodies().contains(actor.body())
                            ? Optional.empty()
                            : Optional.of(Fault.NOT_YOURS);
            case ACKNOWLEDGED, FORWARDED, CLOSED -> {
                if (own) {
                    yield Optional.of(Fault.OWN_CASE);
                }
                yield receives(actor) ? Optional.empty() : Optional.of(Fault.NOT_YOURS);
            }
        };
    }

    /// Takes one step on a matter.
    ///
    /// @param shown number of the last event that the actor saw
    /// @param bodies whom it goes to, with [Matter.Step#FORWARDED]; else empty
    public MatterAnswer act(
            Actor actor, UUID id, Matter.Step step, int shown, String text, List<String> bodies) {
        var words = text.strip();
        boolean needed = step != Matter.Step.ACKNOWLEDGED && step != Matter.Step.FORWARDED;
        if (words.length() > MOST_TEXT || (needed && words.isEmpty())) {
            return refused(Fault.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    matters.lock(actor.region());
                    var file = find(actor, id);
                    if (file.isEmpty()) {
                        return refused(Fault.NOT_FOUND);
                    }
                    var matter = file.get().matter();
                    var refusal = refuse(actor, matter, step);
                    if (refusal.isPresent()) {
                        return refused(refusal.get());
                    }
                    int last = file.get().course().seq();
                    if (last != shown) {
                        return new MatterAnswer.Stale(id, last);
                    }
                    if (!file.get().course().allows(step)) {
                        return refused(Fault.NOT_NOW);
                    }
                    var to = step == Matter.Step.FORWARDED ? fresh(matter, bodies) : bodies;
                    if ((step == Matter.Step.FORWARDED) == to.isEmpty()
                            || to.size() > MOST_BODIES
                            || !records.bodies(actor.region())
                                    .filter(b -> to.stream().allMatch(b::isKnown))
                                    .isPresent()) {
                        return refused(Fault.BODIES);
                    }
                    if (step == Matter.Step.FORWARDED) {
                        var all = new ArrayList<>(matter.bodies());
                        all.addAll(to);
                        matters.forward(id, all);
                    }
                    records.record(actor, matter, last + 1, step, words, to);
                    return new MatterAnswer.Done(id, last + 1);
                });
    }

    private static List<String> fresh(Matter matter, List<String> bodies) {
        return bodies.stream()
                .distinct()
                .filter(b -> !matter.bodies().contains(b) && !b.equals(matter.body()))
                .toList();
    }

    /// Bodies that a matter can be forwarded to: those that the compact's procedure names first,
    /// then the others of the whole region, then those that speak for the parties.
    public List<String> recipients(Actor actor) {
        var bodies = records.bodies(actor.region());
        if (bodies.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<>(bodies.get().named());
        all.addAll(bodies.get().common());
        all.addAll(bodies.get().ofParties());
        return all.stream().distinct().filter(b -> !b.equals(actor.body())).toList();
    }

    /// Those of [#recipients] that the compact's procedure names for reports without a rhythm.
    public Set<String> named(Actor actor) {
        return records.bodies(actor.region()).map(b -> Set.copyOf(b.named())).orElse(Set.of());
    }

    private static MatterAnswer refused(Fault fault) {
        return new MatterAnswer.Refused(fault);
    }
}
