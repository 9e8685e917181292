package org.tongquan.compact.form;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes maps, lists, plain values and records as JSON, keys in their own order.
public final class Json {
    private Json() {}

    public static String write(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out, -1);
        return out.toString();
    }

    /// The same with line breaks, two spaces for each level.
    public static String pretty(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out, 0);
        return out.append('\n').toString();
    }

    /// A record's keys and values as they are written; what is absent or empty is left out.
    public static Map<String, Object> mapOf(Object value) {
        var map = new LinkedHashMap<String, Object>();
        for (var slot : Shape.of(value.getClass()).slots()) {
            var part = slot.list() ? slot.listed(value) : slot.of(value);
            var idle = List.of().equals(part) || slot.otherwise().equals(part);
            if (part != null && (slot.required() || !idle)) {
                map.put(slot.key(), part);
            }
        }
        return map;
    }

    private static void write(@Nullable Object value, StringBuilder out, int indent) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case BigDecimal number -> out.append(Shape.written(number));
            case Number number -> out.append(number);
            case Map<?, ?> map -> {
                var entries = map.entrySet().iterator();
                block(
                        out,
                        indent,
                        '{',
                        '}',
                        entries,
                        entry -> {
                            quote(String.valueOf(entry.getKey()), out);
                            out.append(indent < 0 ? ":" : ": ");
                            write(entry.getValue(), out, deeper(indent));
                        });
            }
            case Iterable<?> list ->
                    block(
                            out,
                            indent,
                            '[',
                            ']',
                            list.iterator(),
                            entry -> write(entry, out, deeper(indent)));
            case Record one -> write(mapOf(one), out, indent);
            case CharSequence text -> quote(text, out);
            default -> quote(Shape.written(value), out);
        }
    }

    private static int deeper(int indent) {
        return indent < 0 ? indent : indent + 2;
    }

    private interface Part<T> {
        void write(T entry);
    }

    private static <T> void block(
            StringBuilder out,
            int indent,
            char open,
            char close,
            Iterator<? extends T> entries,
            Part<T> part) {
        out.append(open);
        var any = false;
        while (entries.hasNext()) {
            out.append(any ? "," : "");
            newLine(out, deeper(indent));
            part.write(entries.next());
            any = true;
        }
        if (any) {
            newLine(out, indent);
        }
        out.append(close);
    }

    private static void newLine(StringBuilder out, int indent) {
        if (indent >= 0) {
            out.append('\n').append(" ".repeat(indent));
        }
    }

    /// JSON's quoting, which YAML reads alike.
    static void quote(CharSequence text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (mustEscape(c)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /// Controls, line separators and what YAML calls unprintable.
    private static boolean mustEscape(char c) {
        return c < 0x20
                || (c >= 0x7f && c <= 0xa0)
                || c == 0x2028
                || c == 0x2029
                || c == 0xfeff
                || c >= 0xfffe;
    }
}
