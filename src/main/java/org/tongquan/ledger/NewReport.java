package org.tongquan.ledger;

import java.time.LocalDate;
import java.util.List;

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
}
