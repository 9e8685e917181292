package org.tongquan.ledger.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.Obligation;

/// What one party owes by one item of the ledger.
///
/// @param item id of the item
/// @param cycle rhythm of a recurring duty, an ISO 8601 period
/// @param parent the commitment that a task of the plan serves
/// @param href the item itself
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemRow(
        String item,
        Named party,
        String chapter,
        Named category,
        String text,
        LocalDate start,
        @Nullable LocalDate deadline,
        @Nullable String cycle,
        @Nullable String parent,
        LightShown light,
        String href) {
    static ItemRow of(Obligation row, Caller.Reader reader) {
        return new ItemRow(
                row.commitment(),
                reader.party(row.party()),
                row.chapterTitle(),
                reader.category(row.category()),
                reader.pick(row.textZh(), row.textEn()),
                row.start(),
                row.deadline(),
                row.cycle(),
                row.parent(),
                reader.light(row.standing()),
                ItemApi.path(row.region(), row.commitment()));
    }
}
