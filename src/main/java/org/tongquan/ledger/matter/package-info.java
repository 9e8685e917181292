/// # Major matters (重大事项报告) - reported at once, outside the rhythm
///
/// Start reading at [Alerting]; [Course] says how a matter stands. Owns the tables
/// `ledger.matter*`. [Bodies] says who is who under the compact in force.
/// - **Invariant:** a report is never changed; what follows on it are events with their terms.
/// - **Invariant:** it is seen by who reported, the bodies it was forwarded to, and those that see
///   the party; never by another city.
/// - **Not here:** meetings that take it up (`meeting`).
@NullMarked
@NamedInterface("matter")
package org.tongquan.ledger.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
