package org.tongquan.identity.web;

import java.util.List;

/// What the security officer sees of sign-ins.
///
/// @param next address of the older page, empty when there is none
public record SecurityView(List<Line> lines, String next) {
    /// @param key message key of what became of the attempt
    public record Line(String at, String login, String key, boolean success, String address) {}
}
