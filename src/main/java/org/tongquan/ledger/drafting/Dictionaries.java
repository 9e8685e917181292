package org.tongquan.ledger.drafting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tongquan.compact.Level;
import org.tongquan.compact.Party;
import org.tongquan.compact.Region;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.ResponsibleUnit;
import org.tongquan.ledger.reading.Lexicon;

/// The closed dictionaries of a compact on a date, in the form the reader wants, and the way back
/// from a unit as a document writes it to the unit it stands for.
public final class Dictionaries {
    private static final String AND_OTHERS = "等";

    private final Resolved compact;
    private final Map<String, Set<ResponsibleUnit>> unitsByName = new HashMap<>();
    private final Map<String, ResponsibleUnit> governments = new HashMap<>();
    private final Lexicon lexicon;
    private final List<String> members;

    private Dictionaries(Resolved compact, LocalDate at) {
        this.compact = compact;
        this.members = compact.compact().members(at).stream().map(Party::id).toList();
        var units = compact.responsibleUnits(at);
        for (var unit : units) {
            if (unit.unit().equals(ResponsibleUnit.GOVERNMENT)) {
                governments.put(unit.holder(), unit);
            }
            unit.names()
                    .forEach(
                            n ->
                                    unitsByName
                                            .computeIfAbsent(n, k -> new LinkedHashSet<>())
                                            .add(unit));
        }
        this.lexicon = lexicon(compact, units, at);
    }

    /// @param at day on which memberships, codes and units have to be valid
    public static Dictionaries of(Resolved compact, LocalDate at) {
        return new Dictionaries(compact, at);
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    /// The one unit that a name stands for: the one whose full name it is, or the only one that
    /// bears it. A name that several holders share (the same department of every city) stands for
    /// one only when a single party is bound; otherwise nobody guesses. A party that is named by
    /// itself acts through its government.
    Optional<ResponsibleUnit> unit(String name, List<String> parties) {
        var candidates = unitsByName.getOrDefault(name, Set.of());
        if (candidates.isEmpty()) {
            return acting(name).map(governments::get);
        }
        if (candidates.size() == 1) {
            return candidates.stream().findFirst();
        }
        return only(candidates, u -> u.name().equals(name))
                .or(() -> only(candidates, u -> u.level() == Level.PROVINCE && isOfProvince(name)))
                .or(
                        () ->
                                parties.size() == 1
                                        ? only(
                                                candidates,
                                                u -> u.holder().equals(parties.getFirst()))
                                        : Optional.empty());
    }

    /// The units of every bound party, where a document names them all at once: 各市财政局, or 各市
    /// alone for their governments. Empty when it does not, or when a party has no such unit.
    List<ResponsibleUnit> unitsOfEach(String name, List<String> parties) {
        return compact.words("collective-members").stream()
                .filter(name::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(w -> ofEach(name.substring(w.length()), parties))
                .orElse(List.of());
    }

    private List<ResponsibleUnit> ofEach(String kind, List<String> parties) {
        var bound = parties.isEmpty() ? members : parties;
        var candidates =
                kind.isEmpty()
                        ? Set.copyOf(governments.values())
                        : unitsByName.getOrDefault(kind, Set.of());
        var units =
                bound.stream()
                        .flatMap(p -> only(candidates, u -> u.holder().equals(p)).stream())
                        .toList();
        return units.size() == bound.size() ? units : List.of();
    }

    private static boolean isOfProvince(String name) {
        return name.startsWith("省");
    }

    private static Optional<ResponsibleUnit> only(
            Set<ResponsibleUnit> candidates, Predicate<ResponsibleUnit> asked) {
        var left = candidates.stream().filter(asked).toList();
        return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
    }

    /// The id of the member with this name or short name.
    Optional<String> party(String name) {
        return compact.compact().parties().stream()
                .filter(p -> p.names().contains(name))
                .map(Party::id)
                .findFirst();
    }

    /// The party that a unit's name is: a city as actor, alone or as the first of several (甲等市).
    Optional<String> acting(String name) {
        var others = name.indexOf(AND_OTHERS);
        return party(others > 0 ? name.substring(0, others) : name);
    }

    private static Lexicon lexicon(Resolved compact, List<ResponsibleUnit> units, LocalDate at) {
        var builder = Lexicon.builder();
        var members = compact.compact().members(at);
        for (var member : members) {
            builder.member(
                    member.id(),
                    member.name().zh(),
                    member.shortOrName(),
                    member.aliases().toArray(String[]::new));
        }
        var memberIds =
                members.stream().map(Party::id).collect(java.util.stream.Collectors.toSet());
        for (var region : compact.regions()) {
            if (region.level() == Level.PROVINCE) {
                builder.province(region.name());
                if (region.shortName() != null) {
                    builder.province(region.shortName());
                }
            } else if (!memberIds.contains(region.code())) {
                builder.place(
                        region.code(), region.name(), shortName(region), orEmpty(region.parent()));
            }
        }
        names(compact).forEach(builder::regionName);
        compact.words("collective-members").forEach(builder::collective);
        compact.words("generic-groups").forEach(builder::group);
        compact.words("not-places").forEach(builder::notPlace);
        distinctUnits(units)
                .forEach(
                        (name, unit) ->
                                builder.unit(
                                        name,
                                        unit.level().name().toLowerCase(Locale.ROOT),
                                        unit.names().toArray(String[]::new)));
        bodies(compact, builder);
        return builder.build();
    }

    /// The compact's own bodies act in documents like departments do.
    private static void bodies(Resolved compact, Lexicon.Builder builder) {
        for (var body : compact.bodies()) {
            builder.unit(body.name().zh(), "", body.aliases().toArray(String[]::new));
        }
    }

    private static Map<String, ResponsibleUnit> distinctUnits(List<ResponsibleUnit> units) {
        var distinct = new HashMap<String, ResponsibleUnit>();
        units.stream().filter(u -> !u.generic()).forEach(u -> distinct.putIfAbsent(u.name(), u));
        return new java.util.TreeMap<>(distinct);
    }

    /// Names of the region before a collective word: 胶东 before 五市.
    private static Set<String> names(Resolved compact) {
        var names = new LinkedHashSet<String>();
        var name = compact.compact().compact().name().zh();
        names.add(name);
        names.add(name.replaceAll("(一体化)?(经济圈|都市圈|圈|区)$", ""));
        names.addAll(compact.words("region-names"));
        names.removeIf(n -> n.length() < 2);
        return names;
    }

    private static String shortName(Region region) {
        return region.shortName() == null ? region.name() : region.shortName();
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
