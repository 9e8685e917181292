/// # Pages of templates - look at a wording, edit it, preview it, take an older one back
///
/// Start reading at `TemplatePages`. Parses, calls the door, shows.
/// - **Not here:** what a template may say (`ledger.template`).
@NullMarked
package org.tongquan.ledger.template.web;

import org.jspecify.annotations.NullMarked;
