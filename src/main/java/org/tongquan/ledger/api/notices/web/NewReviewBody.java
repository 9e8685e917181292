package org.tongquan.ledger.api.notices.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was found when an answer was checked.
///
/// @param result whether the answer holds; returned, another is due
/// @param text why; needed when it is returned
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewReviewBody(
        @Schema(allowableValues = {"passed", "returned"}) String result,
        @Schema(maxLength = 2000) @Nullable String text) {}
