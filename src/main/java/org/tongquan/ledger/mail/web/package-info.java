/// # The page on which a person chooses mail
///
/// Start reading at [MailPages].
@NullMarked
package org.tongquan.ledger.mail.web;

import org.jspecify.annotations.NullMarked;
