package org.tongquan.identity.web;

import java.util.List;

/// What the audit officer sees of the journal.
///
/// @param lines newest first
/// @param checkpoint text of the newest signed checkpoint, empty before the first
public record AuditView(List<Line> lines, String checkpoint) {
    /// @param index place in the tree
    /// @param kind what happened, in words
    /// @param code what happened, as the journal writes it
    /// @param subject id of what was changed
    public record Line(
            long index, String at, String kind, String code, String body, String subject) {}
}
