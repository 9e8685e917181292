package org.tongquan.ledger.mail;

import java.time.LocalDate;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.ResponsibleUnit;
import org.tongquan.site.Language;

/// Names of bodies where there is no page. Pure.
final class BodyNames {
    private BodyNames() {}

    /// The id itself when nobody declared it.
    static String of(Resolved compact, String id, LocalDate day, Language language) {
        if (id.contains("/")) {
            return compact.findResponsibleUnit(id, day).map(ResponsibleUnit::name).orElse(id);
        }
        var local = id.substring(id.indexOf(':') + 1);
        return compact.bodies().stream()
                .filter(b -> b.id().equals(local))
                .map(b -> b.name().in(language.locale()))
                .findFirst()
                .orElse(id);
    }
}
