package org.tongquan.ledger.mail.web;

import java.util.List;
import org.tongquan.site.Crumb;

/// What a person chose, and how the last letters fared.
///
/// @param on whether this instance sends mail
/// @param error reason of a refusal, empty without one
public record MailView(
        List<Crumb> crumbs,
        String body,
        boolean on,
        String address,
        String pace,
        List<Row> rows,
        String error) {
    /// @param fault a word, empty without one
    public record Row(String sentence, String at, String state, String fault) {}
}
