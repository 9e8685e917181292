package org.tongquan.ledger.api.plans.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of the items of a plan, in the order of the plan.
///
/// @param next address of the next page, left out on the last one
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlannedPage(List<PlannedItem> items, @Nullable String next) {}
