package org.tongquan.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the fields of a JSON object one by one and collects everything wrong with them, unknown
/// fields included. A faulty field reads as a harmless value: [#throwIfAny] comes before any use.
public final class Fields {
    /// Digits of a number, before and after the point.
    private static final int MOST_DIGITS = 24;

    /// Refused like every number that is too long.
    private static final BigDecimal HUGE = BigDecimal.valueOf(1, -2 * MOST_DIGITS);

    private final JsonNode object;
    private final Set<String> known = new HashSet<>();
    private final List<Wrong> wrong = new ArrayList<>();

    /// @throws Rejected when it is no object
    public Fields(@Nullable JsonNode object) {
        if (object == null || !object.isObject()) {
            throw new Rejected(Trouble.UNREADABLE);
        }
        this.object = object;
    }

    /// A text without surrounding space.
    ///
    /// @param least fewest characters, 0 for a field that may be missing
    public String text(String name, int least, int most) {
        var node = node(name);
        if (node == null) {
            return least == 0 ? "" : missing(name, "");
        }
        if (!node.isString()) {
            return fault(name, "rest.wrong.text", "");
        }
        var text = node.stringValue().strip();
        if (text.length() < least || text.length() > most) {
            return fault(name, "rest.wrong.length", "", least, most);
        }
        return text;
    }

    /// A list of texts without surrounding space; empty when it is missing.
    ///
    /// @param most most texts
    /// @param longest characters of one
    public List<String> texts(String name, int most, int longest) {
        var found = new ArrayList<String>();
        for (var one : list(name, most)) {
            var text = one.isString() ? one.stringValue().strip() : "";
            if (text.isEmpty() || text.length() > longest) {
                wrong.add(
                        Wrong.at(
                                pointer(name) + "/" + found.size(),
                                "rest.wrong.length",
                                1,
                                longest));
            }
            found.add(text);
        }
        return found;
    }

    /// A list of objects, each read with fields of its own; what is wrong with one is said with
    /// its place. Empty when it is missing.
    public <T> List<T> objects(String name, int most, Function<Fields, T> reading) {
        var found = new ArrayList<T>();
        for (var one : list(name, most)) {
            var place = pointer(name) + "/" + found.size();
            if (!one.isObject()) {
                wrong.add(Wrong.at(place, "rest.wrong.object"));
                return List.of();
            }
            var fields = new Fields(one);
            found.add(reading.apply(fields));
            fields.noteUnknown();
            fields.wrong.forEach(
                    w -> wrong.add(new Wrong(place + w.pointer(), w.key(), w.values())));
        }
        return found;
    }

    private List<JsonNode> list(String name, int most) {
        var node = node(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > most) {
            return fault(name, "rest.wrong.list", List.of(), most);
        }
        var all = new ArrayList<JsonNode>();
        node.forEach(all::add);
        return all;
    }

    /// A whole number, or another value where it is missing.
    public int wholeOr(String name, int least, int most, int otherwise) {
        return node(name) == null ? otherwise : whole(name, least, most);
    }

    /// A day as `2027-03-31`, `null` where it is missing.
    public @Nullable LocalDate dayOrNull(String name) {
        return node(name) == null ? null : day(name);
    }

    public int whole(String name, int least, int most) {
        var node = node(name);
        if (node == null) {
            return missing(name, least);
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            return fault(name, "rest.wrong.whole", least, least, most);
        }
        int value = node.intValue();
        return value < least || value > most
                ? fault(name, "rest.wrong.whole", least, least, most)
                : value;
    }

    public BigDecimal number(String name) {
        var node = node(name);
        if (node == null) {
            return missing(name, BigDecimal.ZERO);
        }
        try {
            var value = node.isNumber() ? new BigDecimal(node.asString()) : HUGE;
            boolean fits =
                    value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS;
            return fits ? value : fault(name, "rest.wrong.number", BigDecimal.ZERO, MOST_DIGITS);
        } catch (NumberFormatException _) {
            return fault(name, "rest.wrong.number", BigDecimal.ZERO, MOST_DIGITS);
        }
    }

    /// A day as `2027-03-31`.
    public LocalDate day(String name) {
        var node = node(name);
        if (node == null) {
            return missing(name, LocalDate.EPOCH);
        }
        try {
            return LocalDate.parse(node.isString() ? node.stringValue() : "");
        } catch (DateTimeParseException _) {
            return fault(name, "rest.wrong.day", LocalDate.EPOCH);
        }
    }

    /// One of the words.
    public String oneOf(String name, List<String> words) {
        var node = node(name);
        if (node == null) {
            return missing(name, words.getFirst());
        }
        var word = node.isString() ? node.stringValue() : "";
        return words.contains(word)
                ? word
                : fault(name, "rest.wrong.word", words.getFirst(), String.join(", ", words));
    }

    /// One more thing wrong, found by the reader of the fields.
    public void add(Wrong one) {
        wrong.add(one);
    }

    /// @throws Rejected with everything that was found
    public void throwIfAny() {
        noteUnknown();
        Rejected.ifAny(Trouble.INVALID, wrong);
    }

    private void noteUnknown() {
        for (var name : object.propertyNames()) {
            if (!known.contains(name)) {
                wrong.add(Wrong.at(pointer(name), "rest.wrong.unknown"));
            }
        }
    }

    private @Nullable JsonNode node(String name) {
        known.add(name);
        var node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private <T> T missing(String name, T instead) {
        return fault(name, "rest.wrong.missing", instead);
    }

    private <T> T fault(String name, String key, T instead, Object... values) {
        wrong.add(Wrong.at(pointer(name), key, values));
        return instead;
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
