package org.tongquan.ledger.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.tongquan.kernel.Digest;

/// A letter as it is written. Pure: the same tellings to the same person give the same letter,
// under
/// the same Message-ID.
///
/// @param id of the message, without angle brackets
record Letter(String id, String subject, String text) {
    /// Longer subjects are cut.
    static final int MOST_SUBJECT = 120;

    private static final int ID_LENGTH = 32;

    /// One thing told.
    ///
    /// @param sentence in the reader's language
    /// @param href path of this instance
    record Item(UUID told, String sentence, String href) {}

    /// @param to whom it goes: part of its id, so that two readers have two letters
    /// @param from the sender's address: its domain stands in the id
    /// @param links address of the pages
    /// @param say sentences in the reader's language
    static Letter of(
            List<Item> items,
            String to,
            String from,
            String links,
            BiFunction<String, Object[], String> say) {
        var told = new StringBuilder(to);
        var text = new StringBuilder();
        for (var item : items) {
            told.append('\n').append(item.told());
            text.append(oneLine(item.sentence())).append("\r\n");
            text.append(links).append(item.href()).append("\r\n\r\n");
        }
        text.append("-- \r\n");
        text.append(say.apply("mail.foot", new Object[] {links + "/inbox/mail"})).append("\r\n");
        var title =
                items.size() == 1
                        ? items.getFirst().sentence()
                        : say.apply("mail.digest", new Object[] {items.size()});
        var digest = Digest.of(told.toString().getBytes(StandardCharsets.UTF_8)).hex();
        return new Letter(
                digest.substring(0, ID_LENGTH) + from.substring(from.indexOf('@')),
                cut(say.apply("mail.subject", new Object[] {oneLine(title)})),
                text.toString());
    }

    /// No line break reaches a header or begins a line of its own.
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= MOST_SUBJECT) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MOST_SUBJECT - 1)) + "…";
    }
}
