/// # Mail - what a body is told goes to people's mailboxes, where they want it
///
/// Start reading at [Mails] (what a person chose) and [Postman] (a round of sending); [Letter] is
/// what is written. Owns the tables `ledger.mail_choice` and `ledger.mail`.
/// - **Invariant:** off unless the instance has a mail server; the inbox remains the record.
/// - **Invariant:** a letter that was taken to be sent is never sent again, unless the server said
///   that it did not take it.
/// - **Invariant:** a letter holds the sentence and where the matter stands, nothing more.
/// - **Not here:** what a body is told (`ledger.inbox`).
@NullMarked
package org.tongquan.ledger.mail;

import org.jspecify.annotations.NullMarked;
