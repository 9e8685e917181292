package org.tongquan.compact.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Describes the written form of a record: JSON Schema for editors, tables for people.
public final class FormSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private FormSchema() {}

    /// JSON Schema (2020-12) of one file: any of the sections of `type`, none of them required,
    /// because a compact may be spread over files.
    public static String json(Class<? extends Record> type, String title) {
        var definitions = new TreeMap<String, Object>();
        var root = new LinkedHashMap<String, Object>();
        root.put("$schema", DIALECT);
        root.put("title", title);
        root.putAll(object(type, definitions));
        root.remove("required");
        root.put("$defs", definitions);
        return Json.pretty(root);
    }

    private static Map<String, Object> object(Class<?> type, Map<String, Object> definitions) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var slot : Shape.of(type).slots()) {
            properties.put(slot.key(), property(slot, definitions));
            if (slot.required()) {
                required.add(slot.key());
            }
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    private static Map<String, Object> property(Shape.Slot slot, Map<String, Object> definitions) {
        var property = new LinkedHashMap<String, Object>();
        slot.field().ifPresent(f -> property.put("description", f.value()));
        var item = item(slot.item(), definitions);
        if (!slot.list()) {
            property.putAll(item);
            return property;
        }
        var list = new LinkedHashMap<String, Object>();
        list.put("type", "array");
        list.put("items", item);
        if (slot.field().map(Field::all).orElse(false)) {
            property.put("oneOf", List.of(Map.of("const", FormReader.ALL), list));
        } else {
            property.putAll(list);
        }
        return property;
    }

    private static Map<String, Object> item(Class<?> item, Map<String, Object> definitions) {
        var map = new LinkedHashMap<String, Object>();
        if (item.isRecord()) {
            var name = name(item);
            if (!definitions.containsKey(name)) {
                definitions.put(name, Map.of());
                definitions.put(name, object(item, definitions));
            }
            map.put("$ref", "#/$defs/" + name);
        } else if (item.isEnum()) {
            map.put("enum", Shape.labels(item));
        } else if (item == LocalDate.class) {
            map.put("type", "string");
            map.put("format", "date");
        } else if (item == Period.class) {
            map.put("type", "string");
            map.put("format", "duration");
        } else if (item == boolean.class) {
            map.put("type", "boolean");
        } else if (item == BigDecimal.class) {
            map.put("type", "number");
        } else if (item == int.class) {
            map.put("type", "integer");
        } else {
            // codes and versions may be written without quotes
            map.put("type", List.of("string", "number"));
        }
        return map;
    }

    /// A Markdown table for every record reachable from `type`, in order of appearance.
    public static String tables(Class<? extends Record> type) {
        var types = new LinkedHashSet<Class<?>>();
        collect(type, types);
        var out = new StringBuilder();
        for (var one : types) {
            out.append("### ").append(one == type ? "sections of a file" : name(one));
            out.append("\n\n| key | value | needed | meaning |\n|---|---|---|---|\n");
            for (var slot : Shape.of(one).slots()) {
                out.append("| `").append(slot.key()).append("` | ").append(value(slot));
                out.append(" | ").append(slot.required() ? "yes" : "").append(" | ");
                out.append(slot.field().map(Field::value).orElse("")).append(" |\n");
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static void collect(Class<?> type, Set<Class<?>> types) {
        if (types.add(type)) {
            for (var slot : Shape.of(type).slots()) {
                if (slot.item().isRecord()) {
                    collect(slot.item(), types);
                }
            }
        }
    }

    private static String value(Shape.Slot slot) {
        var item = slot.item();
        String kind;
        if (item.isRecord()) {
            kind = "[" + name(item) + "](#" + name(item) + ")";
        } else if (item.isEnum()) {
            kind = String.join(", ", Shape.labels(item).stream().map(l -> "`" + l + "`").toList());
        } else if (item == String.class) {
            var refers = slot.field().map(Field::refers).orElse("");
            kind = refers.isEmpty() ? "text" : "id of a " + refers;
        } else {
            kind = FormReader.kind(item);
        }
        var all = slot.field().map(Field::all).orElse(false) ? "`all` or " : "";
        return all + (slot.list() ? "list of " + kind : kind);
    }

    private static String name(Class<?> type) {
        var outer = type.getDeclaringClass();
        var own = Shape.kebab(type.getSimpleName());
        return outer == null ? own : Shape.kebab(outer.getSimpleName()) + "-" + own;
    }
}
