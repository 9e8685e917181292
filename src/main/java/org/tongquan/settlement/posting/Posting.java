package org.tongquan.settlement.posting;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A posting as far as a reader sees it: the own legs, and what the others come to together.
///
/// @param legs those of accounts that the reader sees
/// @param others what all other legs moved together, for each unit of the legs that are seen
/// @param othersReserved what they reserved or gave back
/// @param endedBy the posting that ended or reversed it
public record Posting(
        Head head,
        List<PostedLeg> legs,
        Map<Unit, Long> others,
        Map<Unit, Long> othersReserved,
        Optional<PostingId> endedBy) {}
