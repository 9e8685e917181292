package org.tongquan.ledger.chiefs;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongquan.compact.Body;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.ResponsibleUnit;
import org.tongquan.kernel.Power;

/// Who may be named and who is told, from the compact in force on a day. Pure.
record Concerned(Resolved compact, LocalDate day) {

    /// Whether a body exists that can act: a single unit, or a body of the region.
    boolean isUnit(String id) {
        return id.contains("/")
                ? compact.findResponsibleUnit(id, day).filter(u -> !u.generic()).isPresent()
                : own().anyMatch(b -> id(b).equals(id));
    }

    /// The office that supervises; where there is none, all bodies of the region that do.
    List<String> offices() {
        var able =
                own().filter(b -> b.party() == null && b.powers().contains(Power.SUPERVISE))
                        .toList();
        var offices = able.stream().filter(b -> b.kind() == Body.Kind.OFFICE).toList();
        return (offices.isEmpty() ? able : offices).stream().map(this::id).toList();
    }

    /// Units that problems of a party may go to, those of the terms first.
    List<String> units(List<String> first, String party) {
        var all = new LinkedHashSet<String>();
        first.stream().filter(this::isUnit).forEach(all::add);
        compact.responsibleUnits(day).stream()
                .filter(u -> u.holder().equals(party) && !u.generic())
                .map(ResponsibleUnit::id)
                .forEach(all::add);
        own().filter(b -> party.equals(b.party()) && b.kind() == Body.Kind.GOVERNMENT)
                .map(this::id)
                .forEach(all::add);
        return List.copyOf(all);
    }

    boolean seesAll(String body) {
        return own().anyMatch(b -> b.sees() == Body.Sees.ALL && id(b).equals(body));
    }

    /// A unit as the compact names it: `holder/unit`, or the local id of a body.
    String global(String declared) {
        return declared.contains("/") || declared.contains(":")
                ? declared
                : region() + ":" + declared;
    }

    Optional<ResponsibleUnit> unit(String id) {
        return compact.findResponsibleUnit(id, day);
    }

    /// The name of a body or unit in Chinese, as documents write it.
    String name(String id) {
        if (id.contains("/")) {
            return unit(id).map(ResponsibleUnit::name).orElse(id);
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

    private Stream<Body> own() {
        return compact.compact().bodies().stream();
    }

    private String region() {
        return compact.compact().compact().id();
    }

    private String id(Body body) {
        return region() + ":" + body.id();
    }
}
