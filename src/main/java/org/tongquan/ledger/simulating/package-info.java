/// # Simulating - a year that is played through the doors
///
/// Start reading at [Simulating]. Owns no table: a clock that is moved day by day, bodies of the
/// compact with tempers of their own ([Cast]), and acts in which they do what people do on pages.
/// - **Invariant:** nothing here writes a row; what a door refuses is counted and told. A region
///   with a played year is marked as simulated for ever.
/// - **Not here:** the mark ([org.tongquan.ledger.Simulation]) and the clock (`host`).
@NullMarked
@NamedInterface("simulating")
package org.tongquan.ledger.simulating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
