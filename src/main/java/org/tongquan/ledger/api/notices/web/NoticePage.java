package org.tongquan.ledger.api.notices.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of notices, newest first.
///
/// @param next address of the next page, left out on the last one
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticePage(List<NoticeShown> items, @Nullable String next) {}
