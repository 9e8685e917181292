/// # Fonts - web fonts unpacked, fonts cut to what a document uses, glyphs named
///
/// Start reading at [Subset].
/// - **Not here:** which typefaces there are (`document`).
@NullMarked
package org.tongquan.document.font;

import org.jspecify.annotations.NullMarked;
