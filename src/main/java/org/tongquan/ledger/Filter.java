package org.tongquan.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.standing.Light;

/// Which obligations a list shows. Empty text and `null` mean "all".
///
/// @param region id of the compact
/// @param chapter title of the chapter
/// @param party id of the bound party
/// @param unit id of a lead or cooperating unit, or several with a space between: any of them
/// @param dueFrom only obligations due on this day or later
/// @param dueBy only obligations due on this day or earlier
/// @param only what else must hold
/// @param words text that the commitment must contain
public record Filter(
        String region,
        String chapter,
        String party,
        String unit,
        @Nullable Light light,
        String category,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueBy,
        Only only,
        String words) {
    /// Longer search texts are cut.
    public static final int MOST_WORDS = 80;

    /// What a figure counts apart from the lights.
    public enum Only {
        ALL,
        /// Reported complete.
        FINISHED,
        /// The mark of lateness stays.
        WAS_LATE;

        /// As it stands in an address; empty for all.
        public String word() {
            return this == ALL ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whatever cannot be read counts as all.
        public static Only of(@Nullable String word) {
            for (var one : values()) {
                if (one.word().equals(word)) {
                    return one;
                }
            }
            return ALL;
        }
    }

    public Filter {
        words = words.strip();
        if (words.length() > MOST_WORDS) {
            words = words.substring(0, MOST_WORDS);
        }
    }

    public static Filter all(String region) {
        return new Filter(region, "", "", "", null, "", null, null, Only.ALL, "");
    }

    /// Whether it asks for nothing but party, chapter and light.
    boolean isPlain() {
        return unit.isEmpty()
                && category.isEmpty()
                && dueFrom == null
                && dueBy == null
                && only == Only.ALL
                && words.isEmpty();
    }

    /// The same for one light, or for all of them.
    public Filter of(@Nullable Light one) {
        return new Filter(region, chapter, party, unit, one, category, dueFrom, dueBy, only, words);
    }

    /// The condition on `ledger.obligation o`, with its values by name.
    String where(Map<String, Object> values) {
        var conditions = new ArrayList<String>();
        conditions.add("o.region = :region");
        values.put("region", region);
        equal(conditions, values, "chapter_title", "chapter", chapter);
        equal(conditions, values, "party", "party", party);
        equal(conditions, values, "category", "category", category);
        if (light != null) {
            equal(conditions, values, "light", "light", light.word());
        }
        if (dueFrom != null) {
            conditions.add("o.due >= :dueFrom");
            values.put("dueFrom", dueFrom);
        }
        switch (only) {
            case FINISHED -> conditions.add("o.percent = 100");
            case WAS_LATE -> conditions.add("o.was_late");
            case ALL -> {}
        }
        if (dueBy != null) {
            conditions.add("o.due <= :dueBy");
            values.put("dueBy", dueBy);
        }
        if (!unit.isEmpty()) {
            conditions.add(
                    "(o.commitment, o.party) in (select a.commitment, a.party"
                            + " from ledger.assignment a where a.unit = any(string_to_array(:unit, ' '))"
                            + " and a.region = :region and a.valid_to is null)");
            values.put("unit", unit);
        }
        return " where " + String.join(" and ", conditions);
    }

    private static void equal(
            List<String> conditions,
            Map<String, Object> values,
            String column,
            String name,
            String value) {
        if (!value.isEmpty()) {
            conditions.add("o." + column + " = :" + name);
            values.put(name, value);
        }
    }
}
