package org.tongquan.compact.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Article;
import org.tongquan.compact.Body;
import org.tongquan.compact.Category;
import org.tongquan.compact.Clause;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Party;
import org.tongquan.compact.Procedure;
import org.tongquan.compact.Source;
import org.tongquan.compact.Unit;
import org.tongquan.compact.Words;
import org.tongquan.compact.conduct.Chief;
import org.tongquan.compact.conduct.Dated;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.compact.form.Json;

/// What differs between two versions, entry by entry: added, removed, or fields old -> new.
///
/// @param changes head first, then section by section in the order of ids
public record Difference(String from, String to, List<Change> changes) {

    /// One entry that differs.
    ///
    /// @param section for example `commitments` or `parties`
    /// @param fields what changed; for an added or removed entry all its fields
    public record Change(String section, String id, Kind kind, List<FieldChange> fields) {}

    /// Absent values are empty.
    public record FieldChange(String field, String before, String after) {}

    /// What happened to an entry.
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public static Difference between(Compact a, Compact b) {
        var changes = new ArrayList<Change>();
        compare(changes, "compact", List.of(a.compact()), List.of(b.compact()), _ -> "compact");
        compare(changes, "sources", a.sources(), b.sources(), Source::id);
        compare(changes, "parties", a.parties(), b.parties(), Party::id);
        compare(changes, "bodies", a.bodies(), b.bodies(), Body::id);
        compare(changes, "procedure", a.procedure(), b.procedure(), Procedure::id);
        compare(changes, "units", a.units(), b.units(), Unit::id);
        compare(
                changes,
                "regions",
                a.regions(),
                b.regions(),
                r -> r.code() + (r.validFrom() == null ? "" : "@" + r.validFrom()));
        compare(
                changes,
                "calendar",
                a.calendar(),
                b.calendar(),
                y -> y.year() + (y.issued() == null ? "" : "@" + y.issued()));
        compare(changes, "categories", a.categories(), b.categories(), Category::id);
        compare(changes, "articles", heads(a), heads(b), Article::id);
        compare(changes, "commitments", a.clauses(), b.clauses(), Clause::id);
        compare(changes, "lights", a.lights(), b.lights(), LightRule::id);
        compare(changes, "words", a.words(), b.words(), Words::id);
        compare(changes, "planning", a.planning(), b.planning(), Dated::id);
        compare(changes, "chasing", a.chasing(), b.chasing(), Dated::id);
        compare(changes, "scoring", a.scoring(), b.scoring(), Dated::id);
        compare(changes, "suggestions", a.suggestions(), b.suggestions(), Dated::id);
        compare(changes, "meetings", a.meetings(), b.meetings(), Dated::id);
        compare(changes, "indicators", a.indicators(), b.indicators(), Measure::id);
        compare(changes, "chiefs", a.chiefs(), b.chiefs(), Chief::id);
        return new Difference(
                a.id() + " " + a.version(), b.id() + " " + b.version(), List.copyOf(changes));
    }

    /// Articles without their commitments, which are compared by themselves.
    private static List<Article> heads(Compact compact) {
        return compact.articles().stream()
                .map(
                        a ->
                                new Article(
                                        a.id(),
                                        a.source(),
                                        a.chapter(),
                                        a.number(),
                                        a.title(),
                                        List.of(),
                                        a.note(),
                                        a.verified()))
                .toList();
    }

    private static <T extends Record> void compare(
            List<Change> changes,
            String section,
            List<T> before,
            List<T> after,
            Function<T, String> id) {
        var old = byId(before, id);
        var now = byId(after, id);
        var ids = new TreeSet<>(old.keySet());
        ids.addAll(now.keySet());
        for (var one : ids) {
            var a = old.get(one);
            var b = now.get(one);
            if (!Objects.equals(a, b)) {
                var kind = a == null ? Kind.ADDED : b == null ? Kind.REMOVED : Kind.CHANGED;
                var fields = fields(a, b);
                if (!fields.isEmpty()) {
                    changes.add(new Change(section, one, kind, fields));
                }
            }
        }
    }

    private static <T> Map<String, T> byId(List<T> list, Function<T, String> id) {
        return list.stream().collect(Collectors.toMap(id, e -> e, (a, _) -> a, TreeMap::new));
    }

    private static List<FieldChange> fields(@Nullable Object a, @Nullable Object b) {
        var old = a == null ? Map.<String, Object>of() : Json.mapOf(a);
        var now = b == null ? Map.<String, Object>of() : Json.mapOf(b);
        var keys = new LinkedHashMap<String, Boolean>();
        old.keySet().forEach(k -> keys.put(k, true));
        now.keySet().forEach(k -> keys.put(k, true));
        var fields = new ArrayList<FieldChange>();
        for (var key : keys.keySet()) {
            var before = text(old.get(key));
            var after = text(now.get(key));
            if (!before.equals(after)) {
                fields.add(new FieldChange(key, before, after));
            }
        }
        return fields;
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var json = Json.write(value);
        var quoted = json.length() > 1 && json.startsWith("\"") && json.indexOf('\\') < 0;
        return quoted ? json.substring(1, json.length() - 1) : json;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /// For people: a line for each entry, an indented line for each changed field.
    public String text() {
        var out = new StringBuilder("--- " + from + "\n+++ " + to + "\n");
        for (var change : changes) {
            var sign =
                    switch (change.kind()) {
                        case ADDED -> "+ ";
                        case REMOVED -> "- ";
                        case CHANGED -> "~ ";
                    };
            out.append(sign).append(change.section()).append(' ').append(change.id());
            out.append('\n');
            for (var field : change.fields()) {
                out.append("    ").append(field.field()).append(": ");
                out.append(
                        switch (change.kind()) {
                            case ADDED -> field.after();
                            case REMOVED -> field.before();
                            case CHANGED -> field.before() + " -> " + field.after();
                        });
                out.append('\n');
            }
        }
        return out.toString();
    }
}
