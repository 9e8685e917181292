/// # Grammar - from lines to headings, sentences, units, times, figures and places
///
/// Start at [Assembly], which walks the blocks between the headings of an [Outline].
/// - **Order:** headings, sentences, brackets, defaults, subjects; then times, figures, places.
/// - **Invariant:** linear in the text; patterns run on single sentences and have bounded parts.
/// - **Uses:** the closed dictionaries of a lexicon; an unknown unit is recognised by its ending.
/// - **Not here:** offsets of the original; [Draft] counts in the normalised text.
@NullMarked
package org.tongquan.ledger.reading.grammar;

import org.jspecify.annotations.NullMarked;
