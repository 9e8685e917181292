package org.tongquan.ledger.api.plans.web;

/// An item was added, changed or taken out.
///
/// @param revision its `ETag` now; 0 when it was taken out
record PlanItemChanged(String plan, String id, int revision, String href) {}
