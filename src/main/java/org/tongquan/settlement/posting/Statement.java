package org.tongquan.settlement.posting;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// The legs of one account that were recorded from one moment to before another, a page of them.
///
/// @param opening how it stood before the first
/// @param closing how it stood after the last of the period, also when this page ends earlier
/// @param lines in the order of recording
/// @param next pass this on to read the next page; empty on the last
public record Statement(
        Account account,
        Instant from,
        Instant to,
        Balance opening,
        Balance closing,
        List<Line> lines,
        OptionalLong next) {

    /// @param version number of the leg on its account
    /// @param after how the account stood after it
    public record Line(
            long version,
            PostingId posting,
            Kind kind,
            String purpose,
            Instant eventAt,
            Instant recordedAt,
            long amount,
            long reserved,
            String text,
            Balance after) {}
}
