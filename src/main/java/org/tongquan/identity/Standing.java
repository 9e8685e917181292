package org.tongquan.identity;

import java.util.List;
import java.util.UUID;
import org.tongquan.kernel.Actor;

/// How a signed-in person stands at this moment: whom they act for, and what else they could.
///
/// @param session the session this was read for
/// @param actor person and acting body; without any body the person acts for themself alone,
///     as `person:<id>`, without powers
/// @param name as shown on pages
/// @param acting the body acted for; its id is the actor's body
/// @param held every body the person may act for now, the acting one included
/// @param mustChange whether the password must be changed before anything else
public record Standing(
        UUID session,
        Actor actor,
        String login,
        String name,
        BodyDirectory.BodyInfo acting,
        List<Held> held,
        boolean mustChange) {
    /// A body a person may act for.
    ///
    /// @param delegated whether through somebody else's delegation
    public record Held(BodyDirectory.BodyInfo body, boolean delegated) {}

    public UUID person() {
        return UUID.fromString(actor.person());
    }
}
