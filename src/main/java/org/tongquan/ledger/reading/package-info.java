/// # Reading - a policy document becomes articles and commitments
///
/// Start at [PolicyReader]. Text comes in as a [SourceText], closed dictionaries as a [Lexicon].
/// - **Owns:** nothing. Pure: no clock, no tables, no network; same input, same output.
/// - **Invariant:** every span points into the original text in UTF-16 units, although the grammar
///   works on a normalised copy ([PlainText]); every sentence is a commitment or has a skip rule.
/// - **Linear:** hand-written scanners and short bounded patterns on single sentences only.
/// - **Words:** grammar words of Chinese drafting stand in [Words]; names of cities, counties and
///   departments come from the compact and never stand here.
@NullMarked
package org.tongquan.ledger.reading;

import org.jspecify.annotations.NullMarked;
