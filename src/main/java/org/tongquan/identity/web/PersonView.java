package org.tongquan.identity.web;

import java.util.List;
import java.util.UUID;
import org.tongquan.site.Fault;

/// One person, what they act for, and what the system officer can do about it.
///
/// @param number personal number, masked, empty when none is kept
/// @param state message key: usable, locked or disabled
/// @param password a new initial password, shown once, otherwise empty
/// @param bodies what can be granted
/// @param today first day proposed for a membership
public record PersonView(
        UUID id,
        String login,
        String name,
        String number,
        String state,
        boolean disabled,
        boolean locked,
        boolean demonstration,
        String password,
        List<Held> held,
        List<Choice> bodies,
        String today,
        List<Fault> faults) {
    /// A membership, ended ones included.
    ///
    /// @param state message key: in force, to come or over
    public record Held(
            UUID id, String zh, String en, String from, String to, String state, boolean open) {}

    /// A body to grant.
    public record Choice(String id, String zh, String en) {}
}
