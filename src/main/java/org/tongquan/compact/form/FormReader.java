package org.tongquan.compact.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongquan.kernel.Problems;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads records from YAML nodes by reflection over their components. Texts are taken as
/// written: a code such as 370100 needs no quotes. Collects every problem with its place.
public final class FormReader {
    /// The word that stands for the whole of a list marked so.
    public static final String ALL = "all";

    /// Longest single text, in characters.
    public static final int MOST_TEXT = 10_000;

    private final String file;
    private final Problems problems;
    private final Mentions mentions;

    public FormReader(String file, Problems problems, Mentions mentions) {
        this.file = file;
        this.problems = problems;
        this.mentions = mentions;
    }

    /// Reads the sections of a file: the keys of `type`, of which each may hold several files'
    /// entries. What a section holds (a record or a list of them) is handed on by its key.
    public Map<String, Object> sections(Class<? extends Record> type, MappingNode root) {
        var shape = Shape.of(type);
        var read = new LinkedHashMap<String, Object>();
        entries(root, shape.keys())
                .forEach(
                        (key, node) -> {
                            var value = slot(shape.slot(key).orElseThrow(), node);
                            if (value != null) {
                                read.put(key, value);
                            }
                        });
        return read;
    }

    /// Puts merged sections together; what is missing is reported against `file`.
    public <T extends Record> Optional<T> assemble(Class<T> type, Map<String, Object> sections) {
        var shape = Shape.of(type);
        var values = new Object[shape.slots().size()];
        var whole = true;
        for (var i = 0; i < values.length; i++) {
            var slot = shape.slots().get(i);
            values[i] = sections.getOrDefault(slot.key(), slot.list() ? List.of() : null);
            if (values[i] instanceof List<?> entries) {
                values[i] = slot.sorted(entries);
            } else if (values[i] == null && slot.required()) {
                problems.add(file, 0, "the section '" + slot.key() + "' is missing", meaning(slot));
                whole = false;
            }
        }
        return whole ? Optional.of(type.cast(shape.make(values))) : Optional.empty();
    }

    /// Reads one record from a file's root.
    public <T extends Record> Optional<T> read(Class<T> type, MappingNode root) {
        return Optional.ofNullable(type.cast(record(type, root)));
    }

    private @Nullable Object record(Class<?> type, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            return wrong(node, "a mapping is needed here", "write key: value lines");
        }
        var shape = Shape.of(type);
        var nodes = entries(mapping, shape.keys());
        var values = new @Nullable Object[shape.slots().size()];
        var whole = true;
        for (var i = 0; i < values.length; i++) {
            var slot = shape.slots().get(i);
            var part = nodes.get(slot.key());
            if (part != null) {
                values[i] = slot(slot, part);
                whole &= values[i] != null;
            } else if (slot.required()) {
                wrong(node, "'" + slot.key() + "' is missing", meaning(slot));
                whole = false;
            } else {
                values[i] = absent(slot);
            }
        }
        if (!whole) {
            return null;
        }
        periods(shape, values, nodes);
        return make(shape, values, mapping);
    }

    private @Nullable Object make(Shape shape, @Nullable Object[] values, Node node) {
        try {
            var made = shape.make(values);
            mentions.made(made, place(node));
            return made;
        } catch (IllegalArgumentException e) {
            return wrong(node, String.valueOf(e.getMessage()), "mend this entry");
        }
    }

    /// Keys that are known, each once; others are reported. An empty value is an absent one.
    private Map<String, Node> entries(MappingNode mapping, List<String> known) {
        var nodes = new LinkedHashMap<String, Node>();
        var seen = new HashMap<String, Integer>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                wrong(tuple.getKeyNode(), "a key must be a word", "write key: value");
                continue;
            }
            var key = keyNode.getValue();
            var line = keyNode.getStartMark().getLine() + 1;
            var first = seen.putIfAbsent(key, line);
            if (first != null) {
                wrong(keyNode, "'" + key + "' stands here twice", "the first is in line " + first);
            } else if (!known.contains(key)) {
                wrong(keyNode, "unknown key '" + key + "'", Nearest.advice(key, known));
            } else if (!isNull(tuple.getValueNode())) {
                nodes.put(key, tuple.getValueNode());
            }
        }
        return nodes;
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static @Nullable Object absent(Shape.Slot slot) {
        if (slot.list()) {
            return List.of();
        }
        return slot.item() == boolean.class ? slot.otherwise() : null;
    }

    private @Nullable Object slot(Shape.Slot slot, Node node) {
        return slot.list() ? list(slot, node) : item(slot, node);
    }

    private @Nullable Object list(Shape.Slot slot, Node node) {
        if (slot.field().map(Field::all).orElse(false)
                && node instanceof ScalarNode scalar
                && scalar.getValue().equals(ALL)) {
            return List.of(ALL);
        }
        if (!(node instanceof SequenceNode sequence)) {
            return wrong(node, "'" + slot.key() + "' must be a list", "write [a, b] or - lines");
        }
        var read = new ArrayList<Object>();
        var whole = true;
        for (var entry : sequence.getValue()) {
            var value =
                    isNull(entry) ? wrong(entry, "an empty entry", "remove it") : item(slot, entry);
            if (value == null) {
                whole = false;
            } else {
                read.add(value);
            }
        }
        return whole ? List.copyOf(read) : null;
    }

    private @Nullable Object item(Shape.Slot slot, Node node) {
        if (slot.item().isRecord()) {
            return record(slot.item(), node);
        }
        if (!(node instanceof ScalarNode scalar)) {
            return wrong(node, "'" + slot.key() + "' must be a single value", meaning(slot));
        }
        var value = plain(slot, scalar);
        if (value instanceof String id) {
            slot.field()
                    .map(Field::declares)
                    .filter(k -> !k.isEmpty())
                    .ifPresent(kind -> mentions.declare(kind, id, place(node), problems));
            slot.field()
                    .map(Field::refers)
                    .filter(k -> !k.isEmpty())
                    .ifPresent(kind -> mentions.mention(kind, id, place(node)));
        }
        return value;
    }

    private @Nullable Object plain(Shape.Slot slot, ScalarNode node) {
        var text = node.getValue();
        if (text.length() > MOST_TEXT) {
            return wrong(node, "longer than " + MOST_TEXT + " characters", "shorten it");
        }
        var item = slot.item();
        if (item == String.class) {
            return text.isBlank()
                    ? wrong(node, "an empty text", "write it or remove the key")
                    : text.strip();
        }
        if (item.isEnum()) {
            return constant(slot, node);
        }
        try {
            return parsed(item, text.strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            return wrong(
                    node,
                    "'" + text + "' is no " + kind(item) + " for '" + slot.key() + "'",
                    "write it like " + example(item));
        }
    }

    private static Object parsed(Class<?> item, String text) {
        if (item == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (item == Period.class) {
            return Period.parse(text);
        }
        if (item == BigDecimal.class) {
            if (text.length() > 40 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
                throw new NumberFormatException(text);
            }
            var number = new BigDecimal(text).stripTrailingZeros();
            return number.scale() < 0 ? number.setScale(0) : number;
        }
        if (item == boolean.class) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(text);
            };
        }
        if (item == int.class || item == Integer.class) {
            return Integer.valueOf(text);
        }
        throw new IllegalStateException("no way to read " + item);
    }

    private @Nullable Object constant(Shape.Slot slot, ScalarNode node) {
        for (var constant : slot.item().getEnumConstants()) {
            if (Shape.label((Enum<?>) constant).equals(node.getValue())) {
                return constant;
            }
        }
        var labels = Shape.labels(slot.item());
        return wrong(
                node,
                "'" + node.getValue() + "' is no value of '" + slot.key() + "'",
                Nearest.to(node.getValue(), labels)
                                .map(n -> "did you mean '" + n + "'? ")
                                .orElse("")
                        + "one of: "
                        + String.join(", ", labels));
    }

    private void periods(Shape shape, @Nullable Object[] values, Map<String, Node> nodes) {
        for (var i = 0; i < values.length; i++) {
            var slot = shape.slots().get(i);
            var other = slot.field().map(Field::notBefore).orElse("");
            var from = other.isEmpty() ? -1 : shape.keys().indexOf(other);
            if (from >= 0
                    && values[i] instanceof LocalDate end
                    && values[from] instanceof LocalDate start
                    && end.isBefore(start)) {
                wrong(
                        nodes.getOrDefault(slot.key(), nodes.get(other)),
                        "'%s' %s lies before '%s' %s".formatted(slot.key(), end, other, start),
                        "turn the dates round or mend one");
            }
        }
    }

    static String kind(Class<?> item) {
        return switch (item.getSimpleName()) {
            case "LocalDate" -> "date";
            case "Period" -> "period";
            case "BigDecimal" -> "number";
            case "boolean" -> "true or false";
            default -> "whole number";
        };
    }

    static String example(Class<?> item) {
        return switch (item.getSimpleName()) {
            case "LocalDate" -> "2025-12-31";
            case "Period" -> "P6M";
            case "BigDecimal" -> "12.5";
            case "boolean" -> "true";
            default -> "30";
        };
    }

    private static String meaning(Shape.Slot slot) {
        return slot.field()
                .map(f -> "write " + slot.key() + ": " + f.value())
                .orElse("write " + slot.key());
    }

    private Mentions.Place place(Node node) {
        return YamlFile.place(file, node);
    }

    private @Nullable Object wrong(@Nullable Node node, String what, String todo) {
        var place = node == null ? new Mentions.Place(file, 0, 0) : place(node);
        problems.add(place.problem(what, todo));
        return null;
    }
}
