/// # Attaching - files that belong to an item
///
/// Start reading at [Attaching]. Owns the tables `ledger.attachment*`. An item is a commitment of
/// the compact or an item of a yearly plan, also while that is drawn up.
/// - **Invariant:** a file is never changed; its SHA-256 is checked each time it is handed out.
/// - **Invariant:** what a party attached is seen by the party and the bodies that see it.
/// - **Not here:** evidence of a report (`ledger`), papers of a meeting (`meeting`).
@NullMarked
@NamedInterface("attaching")
package org.tongquan.ledger.attaching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
