/// # Text - what the grammar reads, and the way back to the original
///
/// Start at [PlainText]: the normalised copy with its map of offsets. [Lines] finds paragraphs,
/// [Chrome] says what each is, [Numbering] recognises number tokens, [Damage] finds lost
// characters.
/// - **Invariant:** conversion is one character to one character; spans point into the original.
/// - **Words:** the closed lists of grammar words stand in [Words] and nowhere else.
/// - **Not here:** what a sentence means; names of cities or departments.
@NullMarked
package org.tongquan.ledger.reading.text;

import org.jspecify.annotations.NullMarked;
