package org.tongquan.ledger.api.web;

import java.util.List;

/// What programs can ask for, for the people who write them.
///
/// @param document where the OpenAPI document lies
/// @param troubles words of the types of problem
/// @param keys those that act for the reader's body
/// @param officer whether the reader issues keys
/// @param member whether the reader acts for a body of the region
public record DeveloperView(
        String document,
        String region,
        List<Row> operations,
        List<Type> troubles,
        List<Key> keys,
        boolean officer,
        boolean member) {
    /// @param id operation id; its sentence is `api.op.<id>`
    public record Row(String method, String path, String id) {}

    /// A key that acts for the reader's body.
    ///
    /// @param used when it was used last, empty when never
    public record Key(String name, String prefix, String lastDay, String used, String state) {}

    public record Type(String word, int status) {}
}
