package org.tongquan.ledger.api.notices.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A remark on a step.
///
/// @param text may be missing where a notice is closed, not where it is taken up again
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewRemarkBody(@Schema(maxLength = 2000) @Nullable String text) {}
