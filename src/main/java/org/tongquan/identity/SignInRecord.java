package org.tongquan.identity;

import java.time.Instant;
import java.util.Optional;

/// One line of the audit of sign-ins.
///
/// @param id grows with time
/// @param login as typed when the account exists, otherwise masked
/// @param refusal empty for a success
public record SignInRecord(
        long id, Instant at, String login, Optional<SignInOutcome.Reason> refusal, String address) {
    static final String SUCCESS = "SIGNED_IN";
}
