package org.tongquan.rest;

import java.util.List;

/// One thing wrong with an input.
///
/// @param pointer JSON pointer (RFC 6901) into the body, or `parameter:<name>`
/// @param key message key of the sentence
/// @param values figures of the sentence
public record Wrong(String pointer, String key, List<Object> values) {
    public Wrong {
        values = List.copyOf(values);
    }

    public static Wrong at(String pointer, String key, Object... values) {
        return new Wrong(pointer, key, List.of(values));
    }
}
