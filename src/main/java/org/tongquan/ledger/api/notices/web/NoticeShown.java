package org.tongquan.ledger.api.notices.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.api.web.Caller;
import org.tongquan.ledger.api.web.Named;
import org.tongquan.ledger.chasing.Notice;

/// A notice (督办单) and how it stands.
///
/// @param number as it is quoted
/// @param item id of the item it is about
/// @param subject the item as it read then
/// @param demand what is to be done
/// @param state what it waits for
/// @param version number of its last event; `If-Match` names it
/// @param due until when the next step is to be taken
/// @param daysOver days since then
/// @param allowed steps that the key may take now
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeShown(
        String id,
        String number,
        String item,
        Named party,
        String subject,
        List<Named> units,
        Named issuer,
        String cause,
        String demand,
        LocalDate issuedOn,
        String state,
        int version,
        @Nullable LocalDate due,
        long daysOver,
        boolean simulated,
        List<String> allowed,
        List<NoticeStep> events,
        String href) {

    /// A step that was taken.
    record NoticeStep(int number, String step, Named body, LocalDate on, Instant at, String text) {}

    static NoticeShown of(Notice.File file, Caller.Reader reader, List<String> allowed) {
        var notice = file.notice();
        var course = file.course();
        return new NoticeShown(
                notice.id().toString(),
                notice.number(),
                notice.commitment(),
                reader.party(notice.party()),
                reader.pick(notice.item().zh(), notice.item().en()),
                notice.units().stream().map(reader::body).toList(),
                reader.body(notice.issuer()),
                notice.cause().word(),
                notice.text(),
                notice.on(),
                course.state().word(),
                course.seq(),
                course.due(),
                course.daysOver(),
                notice.simulated(),
                allowed,
                course.events().stream()
                        .map(
                                e ->
                                        new NoticeStep(
                                                e.seq(),
                                                e.step().word(),
                                                reader.body(e.body()),
                                                e.on(),
                                                e.at(),
                                                e.text()))
                        .toList(),
                NoticeApi.path(notice.region(), notice.id()));
    }
}
