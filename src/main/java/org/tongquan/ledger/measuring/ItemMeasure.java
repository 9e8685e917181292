package org.tongquan.ledger.measuring;

import java.time.Instant;
import java.util.UUID;

/// That the progress of an item is computed from an indicator, as the office named it.
///
/// @param item a commitment or an item of a plan
/// @param indicator id of the indicator; empty when none measures it any longer
/// @param revision 1 for the first; the highest counts
public record ItemMeasure(
        UUID id,
        String region,
        String item,
        String indicator,
        int revision,
        String body,
        Instant at) {}
