package org.tongquan.ledger.measuring.sheet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.ResponsibleUnit;

/// Names of the members for their ids and back. A name that two share is no name.
final class Parties {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Optional<String>> ids = new HashMap<>();

    private final Optional<Resolved> version;
    private final LocalDate day;

    Parties(Optional<Resolved> version, LocalDate day) {
        this.version = version;
        this.day = day;
        for (var party : version.map(v -> v.parties(day)).orElse(List.of())) {
            names.put(party.id(), party.name().zh());
            ids.merge(party.name().zh(), Optional.of(party.id()), (a, b) -> Optional.empty());
        }
    }

    /// A department's or a body's name; the id itself when nobody declared it.
    String body(String id) {
        var local = id.substring(id.indexOf(':') + 1);
        return version.flatMap(v -> v.findResponsibleUnit(id, day))
                .map(ResponsibleUnit::name)
                .or(
                        () ->
                                version.stream()
                                        .flatMap(v -> v.bodies().stream())
                                        .filter(b -> b.id().equals(local))
                                        .map(b -> b.name().zh())
                                        .findFirst())
                .orElse(id);
    }

    String name(String id) {
        var name = names.getOrDefault(id, id);
        return ids.getOrDefault(name, Optional.empty()).isPresent() ? name : id;
    }

    Optional<String> id(String name) {
        return names.containsKey(name)
                ? Optional.of(name)
                : ids.getOrDefault(name, Optional.empty());
    }
}
