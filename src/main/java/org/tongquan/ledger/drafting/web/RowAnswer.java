package org.tongquan.ledger.drafting.web;

/// What htmx gets back after a change of one row: the row, and the toolbar with new counts.
public record RowAnswer(ReviewView.Row row, ReviewView review) {}
