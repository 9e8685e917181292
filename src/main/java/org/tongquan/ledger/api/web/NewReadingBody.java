package org.tongquan.ledger.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A value of an indicator to be entered.
///
/// @param on last day of the period it holds for
/// @param source where it was taken from
/// @param shown revision that it replaces, 0 for the first value of that day
/// @param reason why it is revised; needed for a revision
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewReadingBody(
        String party,
        @Schema(allowableValues = {"achieved", "decided"}) String kind,
        LocalDate on,
        BigDecimal value,
        @Schema(minLength = 1, maxLength = 500) String source,
        @Schema(minimum = "0") int shown,
        @Schema(maxLength = 500) @Nullable String reason) {}
