package org.tongquan.ledger.reading;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Writes a reading as JSON: the keys of the conventions, plus `spans` per commitment and
// `skipped`.
public final class ReadingJson {
    private final StringBuilder out = new StringBuilder();

    private ReadingJson() {}

    /// One JSON object, the same bytes for the same reading.
    public static String write(Read read) {
        var json = new ReadingJson();
        json.document(read);
        return json.out.append('\n').toString();
    }

    /// A refusal: its reason and its problems.
    public static String write(Reading.Refused refused) {
        var json = new ReadingJson();
        json.out.append("{\"refused\":");
        json.string(refused.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.problems(refused.problems());
        return json.out.append("}\n").toString();
    }

    private void document(Read read) {
        var head = read.document();
        out.append("{\"document\":{\"title\":");
        string(head.title());
        field("number", head.number());
        field("issuer", head.issuer());
        out.append(",\"issued\":");
        nullable(head.issued() == null ? null : head.issued().toString());
        out.append("},\n\"articles\":[");
        each(read.articles(), this::article);
        out.append("],\n\"commitments\":[");
        each(read.commitments(), this::commitment);
        out.append("],\n\"skipped\":[");
        each(read.skipped(), this::skipped);
        out.append("]");
        problems(read.problems());
        out.append("}");
    }

    private void problems(List<org.tongquan.kernel.Problem> problems) {
        out.append(",\n\"problems\":[");
        each(
                problems,
                p -> {
                    out.append("{\"line\":").append(p.line());
                    out.append(",\"column\":").append(p.column());
                    field("what", p.what());
                    field("todo", p.todo());
                    out.append('}');
                });
        out.append(']');
    }

    private void article(Article a) {
        out.append("\n{\"level\":");
        string(a.level().word());
        field("number", a.number());
        field("title", a.title());
        span(a.start(), a.end());
        out.append('}');
    }

    private void skipped(Read.Skipped s) {
        out.append("\n{\"start\":").append(s.start()).append(",\"end\":").append(s.end());
        field("rule", s.rule());
        out.append('}');
    }

    private void commitment(Commitment c) {
        out.append("\n{\"id\":");
        string(c.id());
        field("article", c.article());
        span(c.start(), c.end());
        field("action", c.action());
        field("kind", c.kind().word());
        names("cities", c.cities());
        out.append(",\"allMembers\":").append(c.allMembers());
        names("otherPlaces", c.otherPlaces());
        names("leadUnits", c.leadUnits());
        out.append(",\"leadExplicit\":").append(c.leadExplicit());
        names("coopUnits", c.coopUnits());
        field("leadSource", c.leadSource().word());
        out.append(",\"deadline\":");
        nullable(c.deadline());
        out.append(",\"deadlines\":[");
        each(c.deadlines(), this::deadline);
        out.append("],\"indicators\":[");
        each(c.indicators(), this::indicator);
        out.append("],\"relativeTargets\":[");
        each(c.relativeTargets(), this::relative);
        out.append(']');
        field("category", c.category());
        rules(c.rules());
        out.append(",\"confidence\":").append(Math.round(c.confidence() * 100) / 100.0);
        spans(c);
        out.append('}');
    }

    private void deadline(Deadline d) {
        out.append("{\"text\":");
        string(d.text());
        field("type", d.type().word());
        field("value", d.value());
        out.append('}');
    }

    private void indicator(Indicator i) {
        out.append("{\"name\":");
        string(i.name());
        field("operator", i.operator());
        out.append(",\"value\":").append(plain(i.value()));
        field("unit", i.unit());
        out.append('}');
    }

    private static String plain(java.math.BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private void relative(Indicator.Relative r) {
        out.append("{\"name\":");
        string(r.name());
        field("operator", r.operator());
        field("to", r.to());
        out.append('}');
    }

    private void rules(Map<String, String> rules) {
        out.append(",\"rules\":{");
        boolean first = true;
        for (var rule : new TreeMap<>(rules).entrySet()) {
            out.append(first ? "" : ",");
            first = false;
            string(rule.getKey());
            out.append(':');
            string(rule.getValue());
        }
        out.append('}');
    }

    private void spans(Commitment c) {
        out.append(",\"spans\":{");
        found("cities", c.cities());
        out.append(',');
        found("otherPlaces", c.otherPlaces());
        out.append(',');
        found("leadUnits", c.leadUnits());
        out.append(',');
        found("coopUnits", c.coopUnits());
        places(
                "deadlines",
                c.deadlines(),
                d -> new Found<>(d.value(), d.start(), d.end(), d.rule(), 0.95));
        places(
                "indicators",
                c.indicators(),
                i -> new Found<>(i.name(), i.start(), i.end(), i.rule(), 0.85));
        out.append('}');
    }

    private <T> void places(String key, List<T> list, Function<T, Found<String>> as) {
        out.append(',');
        found(key, list.stream().map(as).toList());
    }

    private void found(String key, List<Found<String>> list) {
        string(key);
        out.append(":[");
        each(
                list,
                f -> {
                    out.append("{\"start\":").append(f.start()).append(",\"end\":").append(f.end());
                    field("rule", f.rule());
                    out.append(",\"confidence\":").append(f.confidence()).append('}');
                });
        out.append(']');
    }

    private void names(String key, List<Found<String>> list) {
        out.append(",\"").append(key).append("\":[");
        each(list, f -> string(f.value()));
        out.append(']');
    }

    private void span(int start, int end) {
        out.append(",\"start\":").append(start).append(",\"end\":").append(end);
    }

    private void field(String key, String value) {
        out.append(",\"").append(key).append("\":");
        string(value);
    }

    private void nullable(@org.jspecify.annotations.Nullable String value) {
        if (value == null) {
            out.append("null");
        } else {
            string(value);
        }
    }

    private <T> void each(Collection<T> items, java.util.function.Consumer<T> write) {
        boolean first = true;
        for (var item : items) {
            out.append(first ? "" : ",");
            first = false;
            write.accept(item);
        }
    }

    private void string(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean lone = Character.isSurrogate(c) && !paired(value, i);
                    if (c < ' ' || c == '\u2028' || c == '\u2029' || lone) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean paired(String value, int i) {
        char c = value.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
