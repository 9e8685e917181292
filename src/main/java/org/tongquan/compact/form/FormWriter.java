package org.tongquan.compact.form;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes a record as canonical YAML: keys in the record's order, every text quoted, what is
/// absent left out. The same record always gives the same bytes, and [FormReader] reads them.
public final class FormWriter {
    private final StringBuilder out = new StringBuilder();

    private FormWriter() {}

    public static byte[] canonical(Record value) {
        var writer = new FormWriter();
        writer.mapping(value, 0, false);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// @param afterDash the first key stands on the line of its list's dash
    private void mapping(Object value, int indent, boolean afterDash) {
        var here = afterDash;
        for (var entry : Json.mapOf(value).entrySet()) {
            if (!here) {
                out.append(" ".repeat(indent));
            }
            here = false;
            out.append(entry.getKey()).append(':');
            value(entry.getValue(), indent);
        }
        if (here) {
            out.append("{}\n");
        }
    }

    private void value(Object value, int indent) {
        switch (value) {
            case List<?> list when list.isEmpty() -> out.append(" []\n");
            case List<?> list when list.getFirst() instanceof Record -> {
                out.append('\n');
                for (var entry : list) {
                    out.append(" ".repeat(indent + 2)).append("- ");
                    mapping(entry, indent + 4, true);
                }
            }
            case List<?> list -> {
                out.append(" [");
                for (var i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ", ");
                    plain(list.get(i));
                }
                out.append("]\n");
            }
            case Record one when Json.mapOf(one).isEmpty() -> out.append(" {}\n");
            case Record one -> {
                out.append('\n');
                mapping(one, indent + 2, false);
            }
            default -> {
                out.append(' ');
                plain(value);
                out.append('\n');
            }
        }
    }

    private void plain(Object value) {
        if (value instanceof Boolean || value instanceof Number) {
            out.append(Shape.written(value));
        } else {
            Json.quote(Shape.written(value), out);
        }
    }
}
