/// # The page of hand-overs
///
/// Start reading at [HandoverPages].
@NullMarked
package org.tongquan.ledger.handover.web;

import org.jspecify.annotations.NullMarked;
