package org.tongquan.ledger.drafting.web;

import org.jspecify.annotations.Nullable;

/// What htmx gets back after a change of one row: the row, and the toolbar with new counts.
///
/// @param row what the form holds
/// @param now the row as somebody else left it after the form was opened; null when nobody did
public record RowAnswer(ReviewView.Row row, ReviewView review, ReviewView.@Nullable Row now) {}
