package org.tongquan.ledger.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.Filter;
import org.tongquan.ledger.standing.Light;

/// The filter of a list as it stands in an address. Whatever cannot be read counts as "all".
public record LedgerQuery(
        @Nullable String chapter,
        @Nullable String party,
        @Nullable String unit,
        @Nullable String light,
        @Nullable String category,
        @Nullable String dueFrom,
        @Nullable String dueBy,
        @Nullable String only,
        @Nullable String q,
        @Nullable String after) {
    /// @param of names the units of the kind that is asked for
    Filter filter(String region, Names.Of of) {
        return new Filter(
                region,
                orEmpty(chapter),
                orEmpty(party),
                of.units(orEmpty(unit)),
                lightOrNull(),
                orEmpty(category),
                dateOrNull(dueFrom),
                dateOrNull(dueBy),
                Filter.Only.of(only),
                orEmpty(q));
    }

    LedgerView.Chosen chosen() {
        return new LedgerView.Chosen(
                orEmpty(chapter),
                orEmpty(party),
                orEmpty(unit),
                orEmpty(light),
                orEmpty(category),
                dateOrNull(dueFrom) == null ? "" : orEmpty(dueFrom),
                dateOrNull(dueBy) == null ? "" : orEmpty(dueBy),
                Filter.Only.of(only).word(),
                orEmpty(q));
    }

    /// The same filter with another light, from the first page on.
    String withLight(String path, String other) {
        return address(path, other, "");
    }

    String next(String path, String cursor) {
        return address(path, orEmpty(light), cursor);
    }

    private String address(String path, String lightValue, String cursor) {
        var address = new StringBuilder(path).append('?');
        add(address, "chapter", chapter);
        add(address, "party", party);
        add(address, "unit", unit);
        add(address, "light", lightValue);
        add(address, "category", category);
        add(address, "dueFrom", dueFrom);
        add(address, "dueBy", dueBy);
        add(address, "only", only);
        add(address, "q", q);
        add(address, "after", cursor);
        address.setLength(address.length() - 1);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            address.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&');
        }
    }

    private @Nullable Light lightOrNull() {
        for (var one : Light.values()) {
            if (one.word().equals(light)) {
                return one;
            }
        }
        return null;
    }

    private static @Nullable LocalDate dateOrNull(@Nullable String day) {
        try {
            return day == null || day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
