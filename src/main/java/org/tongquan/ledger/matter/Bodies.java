package org.tongquan.ledger.matter;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongquan.compact.Body;
import org.tongquan.compact.Procedure;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.ResponsibleUnit;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;

/// Who is who under the compact in force on a day. Pure.
public record Bodies(Resolved compact, LocalDate day) {
    /// Powers of those who work on the agreement itself, unlike officers of the instance.
    private static final Set<Power> AT_WORK =
            EnumSet.complementOf(EnumSet.of(Power.MANAGE_PEOPLE, Power.SEE_SECURITY, Power.AUDIT));

    private Stream<Body> own() {
        return compact.compact().bodies().stream();
    }

    private String id(Body body) {
        return compact.compact().id() + ":" + body.id();
    }

    private static boolean works(Body body) {
        return body.powers().stream().anyMatch(AT_WORK::contains);
    }

    /// Bodies of the whole region that work on the agreement.
    public List<String> common() {
        return own().filter(b -> b.party() == null && works(b)).map(this::id).toList();
    }

    /// Bodies of a sort that belong to no party and work on the agreement.
    public List<String> common(Body.Kind kind) {
        return own().filter(b -> b.party() == null && b.kind() == kind && works(b))
                .map(this::id)
                .toList();
    }

    /// The bodies that speak for the parties: their governments, else what they have declared.
    public List<String> ofParties() {
        var governments =
                own().filter(b -> b.party() != null && b.kind() == Body.Kind.GOVERNMENT).toList();
        var with = governments.stream().map(Body::party).toList();
        return Stream.concat(
                        governments.stream(),
                        own().filter(b -> b.party() != null && !with.contains(b.party())))
                .map(this::id)
                .toList();
    }

    /// Whether this body belongs to no party.
    public boolean isCommon(Actor actor) {
        return own().anyMatch(b -> b.party() == null && id(b).equals(actor.body()));
    }

    /// The office that receives and chases: the office that supervises, else whoever does.
    public Optional<String> office() {
        var able =
                own().filter(b -> b.party() == null && b.powers().contains(Power.SUPERVISE))
                        .toList();
        return Stream.concat(able.stream().filter(b -> b.kind() == Body.Kind.OFFICE), able.stream())
                .findFirst()
                .map(this::id);
    }

    /// Bodies that the compact's procedure names for reports without a rhythm: who reports them up
    /// and whom they go to.
    public List<String> named() {
        return compact.procedure().stream()
                .filter(p -> p.step() == Procedure.Step.REPORT && p.cycle() == null)
                .flatMap(p -> Stream.of(Optional.ofNullable(p.by()), Optional.ofNullable(p.to())))
                .flatMap(Optional::stream)
                .map(b -> compact.compact().id() + ":" + b)
                .distinct()
                .toList();
    }

    /// Whether the compact declares this body or unit.
    public boolean isKnown(String id) {
        return id.contains("/")
                ? compact.findResponsibleUnit(id, day).filter(u -> !u.generic()).isPresent()
                : own().anyMatch(b -> id(b).equals(id));
    }

    public boolean isMember(String party) {
        return compact.compact().members(day).stream().anyMatch(p -> p.id().equals(party));
    }

    /// The party that a body belongs to; empty for one of the whole region.
    public String partyOf(String id) {
        if (id.contains("/")) {
            var party = id.substring(0, id.indexOf('/'));
            return isMember(party) ? party : "";
        }
        return own().filter(b -> id(b).equals(id))
                .map(Body::party)
                .flatMap(p -> Optional.ofNullable(p).stream())
                .findFirst()
                .orElse("");
    }

    /// The name of a body or unit in Chinese, as documents write it.
    public String name(String id) {
        if (id.contains("/")) {
            return compact.findResponsibleUnit(id, day).map(ResponsibleUnit::name).orElse(id);
        }
        return own().filter(b -> id(b).equals(id)).map(b -> b.name().zh()).findFirst().orElse(id);
    }

    public String party(String id) {
        return compact.findParty(id).map(p -> p.name().zh()).orElse(id);
    }
}
