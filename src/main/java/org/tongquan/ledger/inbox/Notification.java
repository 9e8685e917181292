package org.tongquan.ledger.inbox;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing to tell one body. The sentence is made in the reader's language when it is shown.
///
/// @param body who is told: `<region>:<body>` or `<party>/<unit>`
/// @param key what it is about, once and for all: the second time nothing is told
/// @param message message key of the sentence
/// @param values figures and names of the sentence, in its order; ids as [#bodyName],
///     [#partyName], [#word] and [#text] make them are named in the reader's language
/// @param href where the matter stands, a path of this instance
/// @param due until when something is to be done, if there is such a day
public record Notification(
        String region,
        String body,
        String key,
        String message,
        List<String> values,
        String href,
        @Nullable LocalDate due) {
    public static final int MOST_KEY = 200;
    public static final int MOST_VALUES = 8;

    /// Longer values are cut.
    public static final int MOST_VALUE = 300;

    static final String BODY = "@body:";
    static final String PARTY = "@party:";
    static final String WORD = "@word:";
    static final String TEXT = "@text:";
    static final String BETWEEN = "\u001F";

    public Notification {
        if (region.isBlank() || body.isBlank() || key.isBlank() || key.length() > MOST_KEY) {
            throw new IllegalArgumentException("a notification needs region, body and key");
        }
        if (!href.startsWith("/") || href.startsWith("//")) {
            throw new IllegalArgumentException("no path of this instance: " + href);
        }
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException("a notification has up to " + MOST_VALUES);
        }
        values = values.stream().map(Notification::cut).toList();
    }

    /// A body or unit, by its name in the reader's language.
    public static String bodyName(String id) {
        return BODY + id;
    }

    /// A party, by its name in the reader's language.
    public static String partyName(String id) {
        return PARTY + id;
    }

    /// A sentence of its own without values, in the reader's language.
    public static String word(String messageKey) {
        return WORD + messageKey;
    }

    /// A text that exists in Chinese and perhaps in English, each cut to half of a value.
    public static String text(String zh, String en) {
        int most = MOST_VALUE / 2 - TEXT.length();
        return TEXT + cut(zh, most) + BETWEEN + cut(en, most);
    }

    private static String cut(String value) {
        return cut(value, MOST_VALUE);
    }

    private static String cut(String value, int most) {
        if (value.length() <= most) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(most - 2)) ? most - 2 : most - 1;
        return value.substring(0, end) + "…";
    }
}
