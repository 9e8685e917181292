package org.tongquan.compact;

import java.util.List;

/// A unit of one holder (责任单位): the department of one city, of the province, of the State.
///
/// @param id `<holder>/<unit>`, for example `370900/fgw` or `cn/fgw`
/// @param holder `cn`, the code of a region, or the id of a party
/// @param unit id of the kind of unit
/// @param name full name with its place
/// @param names every name that documents may use, the full one first
/// @param generic a group of departments, no single one
public record ResponsibleUnit(
        String id,
        String holder,
        String unit,
        Level level,
        String name,
        List<String> names,
        boolean generic) {
    /// The kind of unit that acts for a party which a text names by itself: a city as actor is its
    /// people's government.
    public static final String GOVERNMENT = "gov";

    public ResponsibleUnit {
        names = List.copyOf(names);
    }
}
