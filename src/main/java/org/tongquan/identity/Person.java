package org.tongquan.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A person with an account.
///
/// @param login what they type to sign in, lower case
/// @param name as shown on pages
/// @param region id of the compact whose system officer manages this person
/// @param demonstration whether the account is for trying things out
/// @param disabledAt since when the account is disabled
/// @param lockedUntil until when too many wrong passwords keep it locked
public record Person(
        UUID id,
        String login,
        String name,
        String region,
        boolean demonstration,
        Optional<Instant> disabledAt,
        Optional<Instant> lockedUntil) {}
