package org.tongquan.ledger.api.notices.web;

import io.swagger.v3.oas.annotations.media.Schema;

/// An answer to a notice.
///
/// @param text what was done about it
record NewAnswerBody(@Schema(minLength = 1, maxLength = 2000) String text) {}
