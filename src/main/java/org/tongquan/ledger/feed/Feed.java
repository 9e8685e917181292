package org.tongquan.ledger.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The calendar address that the acting person has in use for the acting body. What it is, is known
/// to the person alone.
///
/// @param readAt when a program read it last, to the hour; `null` before the first time
public record Feed(Instant madeAt, @Nullable Instant readAt) {}
