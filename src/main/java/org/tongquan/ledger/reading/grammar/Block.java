package org.tongquan.ledger.reading.grammar;

import org.jspecify.annotations.Nullable;

/// Text of one paragraph under one heading, without number and title.
///
/// @param heading the heading it stands under, null before the first one
/// @param line index of its paragraph
/// @param opensLine whether it starts its paragraph (no heading stands before it on the line)
public record Block(@Nullable Heading heading, int line, int start, int end, boolean opensLine) {}
