package org.tongquan.ledger.chasing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.Card;

/// A step of chasing to take, about an obligation, or about a notice or finding that nobody moves.
///
/// @param notice the notice it is about, if it is about one
/// @param subject and `key`: its name among all steps, taken once
/// @param bodies who is told
/// @param message key of the sentence they are told, with its values
/// @param card the item to issue a notice about; `null` for all other steps
record Todo(
        String commitment,
        String party,
        @Nullable UUID notice,
        String subject,
        String key,
        LocalDate lastDay,
        int percent,
        List<String> bodies,
        String message,
        List<String> values,
        String href,
        @Nullable Card card) {
    Todo {
        bodies = List.copyOf(bodies);
        values = List.copyOf(values);
    }

    String claim() {
        return ChaseStep.claim(subject, key);
    }
}
