package org.tongquan.ledger.api.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/// A progress report to be filed.
///
/// @param party id of the bound party that it is about
/// @param on the day it reports on, not in the future
/// @param percent share done, 0 to 100
/// @param text what was done
record NewReportBody(
        @Schema(example = "990100") String party,
        LocalDate on,
        @Schema(minimum = "0", maximum = "100") int percent,
        @Schema(minLength = 1, maxLength = 4000) String text) {}
