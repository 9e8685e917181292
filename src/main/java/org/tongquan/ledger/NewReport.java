package org.tongquan.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongquan.ledger.standing.Duty;

/// A progress report as it is handed in.
///
/// @param on the day it reports on
/// @param percent share done, 0 to 100
public record NewReport(
        String region,
        String commitment,
        String party,
        LocalDate on,
        int percent,
        String text,
        List<ProgressReport.Attachment> attachments,
        boolean simulated) {
    public NewReport {
        text = text.strip();
        attachments = List.copyOf(attachments);
    }

    /// What is wrong with it by itself, whoever files it.
    Optional<Filing.Reason> fault() {
        if (percent < 0 || percent > Duty.DONE) {
            return Optional.of(Filing.Reason.PERCENT);
        }
        if (text.isEmpty() || text.length() > ProgressReport.MOST_TEXT) {
            return Optional.of(Filing.Reason.TEXT);
        }
        boolean badFiles =
                attachments.size() > ProgressReport.Attachment.MOST
                        || attachments.stream().anyMatch(NewReport::isBad);
        return badFiles ? Optional.of(Filing.Reason.FILES) : Optional.empty();
    }

    private static boolean isBad(ProgressReport.Attachment file) {
        int bytes = file.content().length;
        return bytes == 0 || bytes > ProgressReport.Attachment.MOST_BYTES;
    }
}
