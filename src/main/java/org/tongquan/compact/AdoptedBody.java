package org.tongquan.compact;

import java.util.Optional;
import java.util.Set;
import org.tongquan.kernel.Power;

/// A body as it acts: `<region>:<body id>`, with what the version in force lets it do and see.
///
/// @param id as in [org.tongquan.kernel.Actor#body()]
/// @param party the party it belongs to, empty for a body of all
public record AdoptedBody(
        String id,
        String region,
        Body.Kind kind,
        Text name,
        Optional<String> party,
        Body.Sees sees,
        Set<Power> powers) {

    public AdoptedBody {
        powers = Set.copyOf(powers);
    }
}
