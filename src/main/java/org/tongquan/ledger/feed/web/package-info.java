/// # The calendar address: its page, and the calendar itself for programs
///
/// Start reading at [FeedPages].
@NullMarked
package org.tongquan.ledger.feed.web;

import org.jspecify.annotations.NullMarked;
