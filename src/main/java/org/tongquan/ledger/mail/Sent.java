package org.tongquan.ledger.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// How a letter fared.
///
/// @param state `waiting`, `sending`, `sent` or `given-up`
/// @param fault a word for why it was not sent, empty without one
public record Sent(
        UUID told,
        String message,
        List<String> values,
        Instant at,
        String state,
        int attempts,
        String fault) {}
