package org.tongquan.kernel;

import java.util.Objects;
import java.util.Set;

/// Who acts, on behalf of which body. Handed to every door; the database derives from the body
/// which parties' rows it may see.
///
/// @param person id of the signed-in person, `-` for a named job or an anonymous reader
/// @param body id of the body acted for: `<region>:<body>`, `<party>/<unit>`, `job:<name>`,
// `public`
/// @param region id of the compact under which the body acts, empty for a job or the public
/// @param powers what the compact lets this body do
public record Actor(String person, String body, String region, Set<Power> powers) {
    /// The reader without sign-in: sees what was published, changes nothing.
    public static final Actor PUBLIC = new Actor("-", "public", "", Set.of());

    public Actor {
        Objects.requireNonNull(person);
        if (body.isBlank()) {
            throw new IllegalArgumentException("an actor needs a body");
        }
        powers = Set.copyOf(powers);
    }

    /// A named job of the house itself, for example `job:sequencer`.
    public static Actor job(String name) {
        return new Actor("-", "job:" + name, "", Set.of());
    }

    public boolean may(Power power) {
        return powers.contains(power);
    }
}
