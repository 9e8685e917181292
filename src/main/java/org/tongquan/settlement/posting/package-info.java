/// # Posting - what is said to the books, and what they say
///
/// Start reading at [Instruction] (what is asked for), [Recorded] (what became of it) and
/// [Account].
/// Plain values: no database, no clock.
/// - **Invariant:** amounts are whole numbers of the smallest part of their [Unit].
@NullMarked
@NamedInterface("posting")
package org.tongquan.settlement.posting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
