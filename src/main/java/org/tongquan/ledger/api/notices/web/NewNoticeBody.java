package org.tongquan.ledger.api.notices.web;

import io.swagger.v3.oas.annotations.media.Schema;

/// A notice to be issued.
///
/// @param item id of the item it is about
/// @param party whose duty it is
/// @param demand what is to be done
record NewNoticeBody(
        @Schema(minLength = 1, maxLength = 120) String item,
        @Schema(minLength = 1, maxLength = 60) String party,
        @Schema(minLength = 1, maxLength = 2000) String demand) {}
