/// # OFD - the national format of fixed pages (GB/T 33190-2016), written part by part
///
/// Start reading at [OfdFile]. Measures in are points of 1/72 inch, in the file millimetres.
/// - **Invariant:** text is text: every character stands in the file in the order it was set.
/// - **Invariant:** nothing depends on time or place; the document's id is its own digest.
/// - **Not here:** where on a page things stand (`document`); signatures and seals.
@NullMarked
package org.tongquan.document.ofd;

import org.jspecify.annotations.NullMarked;
