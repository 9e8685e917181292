package org.tongquan.ledger.web;

import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.standing.Standing;
import org.tongquan.site.Page;

/// One obligation as a list shows it.
///
/// @param key commitment and party, as forms name the row
/// @param due ISO date, empty when none
public record RowView(
        String key,
        String href,
        String text,
        String article,
        String party,
        String light,
        boolean wasLate,
        int percent,
        String due,
        Standing standing) {
    static RowView of(Obligation o, Names.Of names) {
        return new RowView(
                o.commitment() + "~" + o.party(),
                "/ledger/" + o.region() + "/" + o.commitment() + "#" + o.party(),
                names.language().pick(o.textZh(), o.textEn()),
                o.chapterTitle(),
                names.party(o.party()),
                o.standing().light().word(),
                o.standing().wasLate(),
                o.standing().percent(),
                o.standing().due() == null ? "" : o.standing().due().toString(),
                o.standing());
    }

    /// The reason of the light as a sentence.
    public String why(Page page) {
        return Why.sentence(page, standing);
    }
}
