package org.tongquan.ledger.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The closed dictionaries of one region at one date, filled from its compact and the national
// base.
///
/// @param members the member cities of the region
/// @param places other cities, counties and districts that a text may name
/// @param units known departments and bodies; unknown ones are recognised by their ending
/// @param regionNames names of the region before a collective word, for example the circle's short
///     name before `五市`
/// @param collectives words that stand for all members at once, for example `各成员方`
/// @param groups generic groups that count as units, such as `各地区`
/// @param provinces names of provinces; alone they are neither units nor places
/// @param notPlaces phrases that contain a place name but name an organisation elsewhere
public record Lexicon(
        List<Member> members,
        List<Place> places,
        List<Unit> units,
        Set<String> regionNames,
        Set<String> collectives,
        Set<String> groups,
        Set<String> provinces,
        Set<String> notPlaces) {

    /// A member city: code of GB/T 2260, full name with its suffix, short name, other names.
    public record Member(String code, String name, String shortName, List<String> aliases) {
        public Member {
            aliases = List.copyOf(aliases);
        }
    }

    /// Another place: its code and the code of the city it lies in, both empty when unknown.
    public record Place(String code, String name, String shortName, String cityCode) {}

    /// A known unit; level is `nation`, `province`, `city`, `county` or empty.
    public record Unit(String name, String level, List<String> aliases) {
        public Unit {
            aliases = List.copyOf(aliases);
        }
    }

    /// A lexicon without any name: units are then recognised by their ending alone.
    public static final Lexicon EMPTY = builder().build();

    public Lexicon {
        members = List.copyOf(members);
        places = List.copyOf(places);
        units = List.copyOf(units);
        regionNames = Set.copyOf(regionNames);
        collectives = Set.copyOf(collectives);
        groups = Set.copyOf(groups);
        provinces = Set.copyOf(provinces);
        notPlaces = Set.copyOf(notPlaces);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Collects the names one by one, in any order.
    public static final class Builder {
        private final List<Member> members = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();
        private final List<Unit> units = new ArrayList<>();
        private final Set<String> regionNames = new LinkedHashSet<>();
        private final Set<String> collectives = new LinkedHashSet<>();
        private final Set<String> groups = new LinkedHashSet<>();
        private final Set<String> provinces = new LinkedHashSet<>();
        private final Set<String> notPlaces = new LinkedHashSet<>();

        private Builder() {}

        public Builder member(String code, String name, String shortName, String... aliases) {
            members.add(new Member(code, name, shortName, List.of(aliases)));
            return this;
        }

        public Builder place(String code, String name, String shortName, String cityCode) {
            places.add(new Place(code, name, shortName, cityCode));
            return this;
        }

        public Builder unit(String name, String level, String... aliases) {
            units.add(new Unit(name, level, List.of(aliases)));
            return this;
        }

        public Builder regionName(String name) {
            regionNames.add(name);
            return this;
        }

        public Builder collective(String word) {
            collectives.add(word);
            return this;
        }

        public Builder group(String name) {
            groups.add(name);
            return this;
        }

        public Builder province(String name) {
            provinces.add(name);
            return this;
        }

        public Builder notPlace(String phrase) {
            notPlaces.add(phrase);
            return this;
        }

        public Lexicon build() {
            return new Lexicon(
                    members, places, units, regionNames, collectives, groups, provinces, notPlaces);
        }
    }
}
