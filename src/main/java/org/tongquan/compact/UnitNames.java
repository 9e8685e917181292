package org.tongquan.compact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives every holder - the State, a province, a city, a county - its own units with all the
/// names that documents use for them.
final class UnitNames {
    private static final String PROVINCE_SUFFIX = "0000";
    private static final int PROVINCE_DIGITS = 2;

    private final Resolved resolved;

    UnitNames(Resolved resolved) {
        this.resolved = resolved;
    }

    private record Holder(String id, Level level, Set<String> names) {}

    List<ResponsibleUnit> all(LocalDate at) {
        var holders = new ArrayList<Holder>();
        holders.add(nation());
        provinces(at).forEach(code -> place(code, at).ifPresent(holders::add));
        resolved.parties(at).forEach(p -> place(p.id(), at).ifPresent(holders::add));
        var units = resolved.units().stream().filter(u -> u.validOn(at)).toList();
        return holders.stream()
                .flatMap(h -> units.stream().filter(u -> u.existsAt(h.level)).map(u -> of(h, u)))
                .toList();
    }

    Optional<ResponsibleUnit> find(String id, LocalDate at) {
        var slash = id.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        var unit =
                resolved.units().stream()
                        .filter(u -> u.id().equals(id.substring(slash + 1)) && u.validOn(at))
                        .findFirst();
        return holder(id.substring(0, slash), at)
                .flatMap(h -> unit.filter(u -> u.existsAt(h.level)).map(u -> of(h, u)));
    }

    private Set<String> provinces(LocalDate at) {
        var codes = new LinkedHashSet<String>();
        for (var party : resolved.parties(at)) {
            if (party.role() == Party.Role.MEMBER && party.id().matches("\\d{6}")) {
                codes.add(party.id().substring(0, PROVINCE_DIGITS) + PROVINCE_SUFFIX);
            }
        }
        return codes;
    }

    private static Holder nation() {
        return new Holder(Resolved.NATION, Level.NATION, Set.of());
    }

    private Optional<Holder> holder(String id, LocalDate at) {
        return id.equals(Resolved.NATION) ? Optional.of(nation()) : place(id, at);
    }

    private Optional<Holder> place(String id, LocalDate at) {
        var party = resolved.findParty(id).filter(p -> p.validOn(at));
        if (party.isPresent()) {
            var names = new LinkedHashSet<>(party.get().names());
            return Optional.of(new Holder(id, level(party.get()), names));
        }
        return resolved.findRegion(id, at)
                .map(r -> new Holder(id, r.level(), new LinkedHashSet<>(names(r))));
    }

    private static List<String> names(Region region) {
        var names = new ArrayList<String>();
        names.add(region.name());
        if (region.shortName() != null) {
            names.add(region.shortName());
        }
        names.addAll(region.aliases());
        return names;
    }

    private static Level level(Party party) {
        return switch (party.kind()) {
            case CITY, OUTSIDE -> Level.CITY;
            case COUNTY, AREA -> Level.COUNTY;
        };
    }

    /// `市发展改革委` of the city X is also X市发展改革委, X发展改革委 and 发展改革委.
    private static ResponsibleUnit of(Holder holder, Unit unit) {
        var bare = new LinkedHashSet<String>();
        bare.add(withoutLevel(unit.nameAt(holder.level), holder.level));
        bare.add(withoutLevel(unit.name().zh(), holder.level));
        if (unit.shortName() != null) {
            bare.add(unit.shortName());
        }
        bare.addAll(unit.aliases());
        var names = new LinkedHashSet<String>();
        for (var place : holder.names) {
            bare.forEach(n -> names.add(n.startsWith(place) ? n : place + n));
        }
        names.add(unit.nameAt(holder.level));
        for (var word : levelWords(holder.level)) {
            bare.forEach(n -> names.add(n.startsWith(word) ? n : word + n));
        }
        names.addAll(bare);
        var all = List.copyOf(names);
        return new ResponsibleUnit(
                holder.id + "/" + unit.id(),
                holder.id,
                unit.id(),
                holder.level,
                all.getFirst(),
                all,
                unit.generic());
    }

    private static String withoutLevel(String name, Level level) {
        for (var word : levelWords(level)) {
            if (name.startsWith(word) && name.length() > word.length() + 1) {
                return name.substring(word.length());
            }
        }
        return name;
    }

    private static List<String> levelWords(Level level) {
        return switch (level) {
            case NATION -> List.of();
            case PROVINCE -> List.of("省");
            case CITY -> List.of("市");
            case COUNTY -> List.of("县", "区", "市");
        };
    }
}
