package org.tongquan.site;

import java.util.List;
import java.util.Optional;
import org.tongquan.kernel.Actor;

/// What the frame must know of the person in front of it. `identity` implements it.
public interface SignIn {
    /// The signed-in person acting for a body in this request, if any.
    Optional<Visitor> visitor();

    /// Who acts in this request: the visitor's actor, or [Actor#PUBLIC].
    default Actor actor() {
        return visitor().map(Visitor::actor).orElse(Actor.PUBLIC);
    }

    /// @param name the person's name as shown
    /// @param bodyName the body acted for, in Chinese
    /// @param bodyNameEn the same in English
    /// @param others further bodies this person may act for
    record Visitor(
            Actor actor, String name, String bodyName, String bodyNameEn, List<Choice> others) {}

    /// Another body the same person may act for.
    record Choice(String body, String name, String nameEn) {}
}
