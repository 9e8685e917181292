/// # Calendar - workdays, and when a term ends
///
/// Start reading at [WorkCalendar]. Pure: the notices come from the base compact.
/// - **Invariant:** an answer that rests on a day no notice covers is marked provisional.
/// - **Not here:** which term a matter has, and when its clock stops (`services`).
@NullMarked
@NamedInterface("calendar")
package org.tongquan.compact.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
