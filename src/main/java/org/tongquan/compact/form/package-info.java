/// # Form - the written form of any record: YAML in, canonical YAML out, schema, JSON
///
/// Start reading at [FormReader]. Knows records by reflection, nothing of what they mean.
/// - **Invariant:** every problem of an input is collected; a value is made only when whole.
/// - **Invariant:** the same record always gives the same canonical bytes.
/// - **Not here:** which records a compact has, and whether they fit together (`compact`).
@NullMarked
@NamedInterface("form")
package org.tongquan.compact.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
