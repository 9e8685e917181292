/// # Rehearsing - what each area's rules say under any version
///
/// Start reading at [Rehearsed]: an area with rules of its own answers for a [Trial]. Who asks for
/// two versions compares what is [Said].
/// - **Invariant:** a rehearsal reads and never writes; it sees what the acting body sees.
/// - **Not here:** lights and scores (`ledger.whatif` asks their doors), the rules themselves.
@NullMarked
@NamedInterface("rehearsing")
package org.tongquan.ledger.rehearsing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
