package org.tongquan.ledger.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of items.
///
/// @param next address of the next page, left out on the last one
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemPage(List<ItemRow> items, @Nullable String next) {}
