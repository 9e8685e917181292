package org.tongquan.ledger.template;

import java.util.Optional;
import org.tongquan.document.OfficialDocument;
import org.tongquan.kernel.Actor;

/// An area that shows a wording with what is kept now, instead of made-up values. Writes nothing.
@FunctionalInterface
public interface Preview {
    /// Empty where the area has no document of this kind to show.
    Optional<OfficialDocument> draw(Actor actor, TemplateKind kind, Wording wording);
}
