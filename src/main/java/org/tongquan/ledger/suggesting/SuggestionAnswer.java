package org.tongquan.ledger.suggesting;

import java.util.UUID;

/// What became of a wish to deal with a suggestion.
public sealed interface SuggestionAnswer {
    /// Done; the suggestion has one event more.
    record Done(UUID suggestion) implements SuggestionAnswer {}

    /// Nothing was changed.
    record Refused(SuggestionFault fault) implements SuggestionAnswer {}
}
