package org.tongquan.ledger.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Party;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.ScoreRule;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Assignment.Role;
import org.tongquan.ledger.Ledger;

/// Gathers the inputs of an evaluation from the ledger, as the ledger's own job, so that they are
/// the same whoever asks. A fixed number of queries, however many obligations there are.
@Component
class Gathering {
    /// Sees every party's reports.
    static final Actor JOB = Actor.job("ledger");

    private final Acting acting;
    private final Compacts compacts;
    private final Ledger ledger;
    private final PartsTaken parts;
    private final Marks marks;

    Gathering(Acting acting, Compacts compacts, Ledger ledger, PartsTaken parts, Marks marks) {
        this.acting = acting;
        this.compacts = compacts;
        this.ledger = ledger;
        this.parts = parts;
        this.marks = marks;
    }

    /// The inputs as they were known at a moment; empty when no version or no rule was in force.
    Optional<Inputs> gather(String region, Span span, Instant known) {
        return compacts.inForce(region, span.to(), known)
                .flatMap(version -> gather(version, span, known));
    }

    /// The inputs under a version of the caller's choosing; empty when it has no rule.
    Optional<Inputs> gather(Resolved version, Span span, Instant known) {
        return version.rule(Compact::scoring, span.to())
                .map(rule -> gather(version, rule, span, known));
    }

    private Inputs gather(Resolved version, ScoreRule rule, Span span, Instant known) {
        var region = version.compact().id();
        return acting.read(
                JOB,
                () -> {
                    var occasions = new Occasions(span, parts.assigned(region, span, known));
                    var facts = new ArrayList<Fact>();
                    ledger.leaves(
                            JOB,
                            version,
                            span.to(),
                            known,
                            j -> occasions.take(j).ifPresent(facts::add));
                    parts.returned(region, span, known)
                            .forEach(r -> facts.add(returned(r, occasions)));
                    marks.counted(region, span, known).forEach(m -> facts.add(of(m, occasions)));
                    facts.sort(Comparator.comparing(Fact::id));
                    return new Inputs(
                            rule,
                            span,
                            version.compact().members(span.to()).stream()
                                    .map(Party::id)
                                    .sorted()
                                    .toList(),
                            occasions.holdings(),
                            facts,
                            List.of());
                });
    }

    /// The parts that units had on the last day of an evaluation, as they were known to it.
    List<Held> held(Evaluation of) {
        return compacts.inForce(of.region(), of.span().to(), of.known())
                .map(version -> held(version, of))
                .orElse(List.of());
    }

    private List<Held> held(Resolved version, Evaluation of) {
        return acting.read(
                JOB,
                () -> {
                    var assigned = parts.assigned(of.region(), of.span(), of.known());
                    var occasions = new Occasions(of.span(), assigned);
                    var held = new ArrayList<Held>();
                    ledger.leaves(
                            JOB,
                            version,
                            of.span().to(),
                            of.known(),
                            j -> held.addAll(occasions.held(j)));
                    return held;
                });
    }

    /// Who filed it answers, in the role it had on the day of the return; a government answers for
    /// its party's duties without a lead unit.
    private static Fact returned(PartsTaken.Returned of, Occasions occasions) {
        var unit = of.body().contains("/") ? of.body() : of.party();
        var held = occasions.partsOn(of.commitment(), of.party(), of.on());
        var answers = held.stream().anyMatch(p -> p.unit().equals(of.party())) ? of.party() : unit;
        var part =
                held.stream()
                        .filter(p -> p.unit().equals(unit))
                        .findFirst()
                        .orElse(new Fact.Part(answers, Role.LEAD));
        return new Fact(
                "r:" + of.report(),
                Occasion.RETURNED,
                of.commitment(),
                of.party(),
                of.on(),
                0,
                "returned",
                List.of(of.on().toString(), of.reason()),
                List.of(part));
    }

    private static Fact of(Mark mark, Occasions occasions) {
        var role =
                mark.commitment().isEmpty()
                        ? Role.LEAD
                        : occasions.partsOn(mark.commitment(), mark.party(), mark.on()).stream()
                                .filter(p -> p.unit().equals(mark.unit()))
                                .map(Fact.Part::role)
                                .findFirst()
                                .orElse(Role.LEAD);
        return new Fact(
                "m:" + mark.id(),
                mark.occasion(),
                mark.commitment(),
                mark.commitment().isEmpty() ? "" : mark.party(),
                mark.on(),
                0,
                mark.occasion().name().toLowerCase(Locale.ROOT),
                List.of(mark.on().toString(), mark.reason(), mark.evidence()),
                List.of(new Fact.Part(mark.unit(), role)));
    }
}
