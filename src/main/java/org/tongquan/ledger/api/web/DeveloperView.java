package org.tongquan.ledger.api.web;

import java.util.List;

/// What programs can ask for, for the people who write them.
///
/// @param document where the OpenAPI document lies
/// @param troubles words of the types of problem
/// @param officer whether the reader issues keys
/// @param member whether the reader acts for a body of the region
public record DeveloperView(
        String document,
        String region,
        List<Row> operations,
        List<Type> troubles,
        boolean officer,
        boolean member) {
    /// @param id operation id; its sentence is `api.op.<id>`
    public record Row(String method, String path, String id) {}

    public record Type(String word, int status) {}
}
