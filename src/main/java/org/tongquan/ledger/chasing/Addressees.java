package org.tongquan.ledger.chasing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongquan.compact.Body;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.ResponsibleUnit;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.standing.Successors;

/// Who receives what, from the compact in force on a day and the hand-overs between units.
record Addressees(Resolved compact, LocalDate day, Successors successors) {
    private static final List<Power> ABOVE = List.of(Power.SUPERVISE, Power.APPROVE, Power.EXAMINE);

    /// Who is responsible for what a party owes: its lead units that are single units; while none
    /// is named, the party's government and departments that report.
    List<String> responsible(Card card, String party) {
        var leads = card.leads(party).stream().filter(this::isSingle).distinct().toList();
        return leads.isEmpty() ? reporting(party) : leads;
    }

    private boolean isSingle(String unit) {
        return compact.findResponsibleUnit(unit, day).filter(u -> !u.generic()).isPresent();
    }

    /// The party's bodies that report.
    List<String> reporting(String party) {
        return own().filter(b -> party.equals(b.party()))
                .filter(b -> b.powers().contains(Power.REPORT_PROGRESS))
                .map(this::id)
                .toList();
    }

    /// The bodies of one sort that a matter of a party goes up to: those that may supervise, else
    /// those that approve or examine; of a party's own bodies only that party's.
    List<String> above(Body.Kind kind, String party) {
        var all =
                own().filter(b -> b.kind() == kind)
                        .filter(b -> b.party() == null || b.party().equals(party))
                        .toList();
        for (var power : ABOVE) {
            var able = all.stream().filter(b -> b.powers().contains(power)).map(this::id).toList();
            if (!able.isEmpty()) {
                return able;
            }
        }
        return all.stream().filter(b -> b.party() != null).map(this::id).toList();
    }

    /// In whose name the job issues: the office that supervises, else the first body that does.
    Optional<String> issuer() {
        var able =
                own().filter(b -> b.party() == null && b.powers().contains(Power.SUPERVISE))
                        .toList();
        return Stream.concat(able.stream().filter(b -> b.kind() == Body.Kind.OFFICE), able.stream())
                .findFirst()
                .map(this::id);
    }

    /// Whether this body acts for a party: one of its units, or a body that it has.
    boolean belongs(Actor actor, String party) {
        return actor.body().startsWith(party + "/")
                || own().anyMatch(b -> party.equals(b.party()) && id(b).equals(actor.body()));
    }

    /// The name of a body or unit in Chinese, as documents write it.
    String name(String id) {
        if (id.contains("/")) {
            return compact.findResponsibleUnit(id, day).map(ResponsibleUnit::name).orElse(id);
        }
        return compact.bodies().stream()
                .filter(b -> id(b).equals(id))
                .map(b -> b.name().zh())
                .findFirst()
                .orElse(id);
    }

    String party(String id) {
        return compact.findParty(id).map(p -> p.name().zh()).orElse(id);
    }

    /// Whether this body is one of those responsible. What goes to a party's own bodies, because no
    /// unit is named, every unit of the party may answer.
    boolean answers(Actor actor, String party, List<String> units) {
        var own = compact.compact().compact().id() + ":";
        return actor.region().equals(compact.compact().compact().id())
                && (units.stream().anyMatch(u -> isNow(u, actor.body()))
                        || (belongs(actor, party)
                                && actor.may(Power.REPORT_PROGRESS)
                                && units.stream().anyMatch(u -> u.startsWith(own))));
    }

    /// Whether a body holds what is, or once was, a unit's: the unit itself no more once it handed
    /// its duties over.
    private boolean isNow(String unit, String body) {
        return unit.contains("/")
                ? successors.now(compact.compact().compact().id(), unit).equals(body)
                : unit.equals(body);
    }

    /// Whether this body sees the rows of all parties.
    boolean seesAll(Actor actor) {
        return own().anyMatch(b -> b.sees() == Body.Sees.ALL && id(b).equals(actor.body()));
    }

    private Stream<Body> own() {
        return compact.compact().bodies().stream();
    }

    private String id(Body body) {
        return compact.compact().compact().id() + ":" + body.id();
    }
}
