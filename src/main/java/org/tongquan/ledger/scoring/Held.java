package org.tongquan.ledger.scoring;

import org.tongquan.ledger.Assignment.Role;

/// One obligation in which a unit had a part on the last day of a span: what the counts of its
/// score count.
///
/// @param commitment its id
/// @param party the bound party
public record Held(String unit, String commitment, String party, Role role) {}
