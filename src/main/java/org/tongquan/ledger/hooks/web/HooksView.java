package org.tongquan.ledger.hooks.web;

import java.util.List;

/// The addresses of the acting body.
///
/// @param mayHave whether it may have any
/// @param secret the key just made, shown this once; otherwise empty
/// @param refused message key of why the wish was refused, empty when it was not
public record HooksView(
        String bodyName,
        List<Row> rows,
        boolean mayHave,
        String secret,
        String refused,
        String url,
        String types) {
    public record Row(String id, String url, String types, String made, String ended) {}

    /// One address with its deliveries.
    public record One(Row hook, List<Sent> sent) {}

    /// @param tone colour of the state
    /// @param next when it is sent next, empty unless it waits
    public record Sent(
            String told,
            String type,
            String at,
            String state,
            String tone,
            int attempts,
            int status,
            String fault,
            String next,
            boolean again) {}
}
