package org.tongquan.ledger.chasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One step that a notice has taken. Never changed.
///
/// @param seq place among the events of the notice, from 1
/// @param due until when the next step was due as reckoned then
/// @param provisional whether that day rested on a year without a notice of holidays
/// @param on the day, where the parties are
public record NoticeEvent(
        UUID id,
        UUID notice,
        int seq,
        Step step,
        String text,
        @Nullable LocalDate due,
        boolean provisional,
        String body,
        LocalDate on,
        Instant at) {}
