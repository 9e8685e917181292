/// # Pages of attachments
///
/// Start reading at [AttachmentPages]; the tile stands on a commitment's page.
/// - **Not here:** who may (`attaching`).
@NullMarked
package org.tongquan.ledger.attaching.web;

import org.jspecify.annotations.NullMarked;
