package org.tongquan.ledger.inbox;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// Makes the sentence of a notification in one language. Pure.
///
/// @param say the sentence of a message key with its values
/// @param body name of a body by its id
/// @param party name of a party by its id
/// @param pick of a Chinese and an English text the one to show
public record Sentences(
        BiFunction<String, Object[], String> say,
        UnaryOperator<String> body,
        UnaryOperator<String> party,
        BinaryOperator<String> pick) {

    public String of(String message, List<String> values) {
        return say.apply(message, values.stream().map(this::named).toArray());
    }

    private String named(String value) {
        if (value.startsWith(Notification.BODY)) {
            return body.apply(value.substring(Notification.BODY.length()));
        }
        if (value.startsWith(Notification.PARTY)) {
            return party.apply(value.substring(Notification.PARTY.length()));
        }
        if (value.startsWith(Notification.WORD)) {
            return say.apply(value.substring(Notification.WORD.length()), new Object[0]);
        }
        if (value.startsWith(Notification.TEXT)) {
            var text = value.substring(Notification.TEXT.length());
            int between = text.indexOf(Notification.BETWEEN);
            return between < 0
                    ? text
                    : pick.apply(text.substring(0, between), text.substring(between + 1));
        }
        return value;
    }
}
