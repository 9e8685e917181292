package org.tongquan.ledger.sheet;

/// The heading of a column.
///
/// @param width in characters
public record Heading(String text, int width) {}
