package org.tongquan.identity;

import java.util.UUID;

/// What became of an attempt to sign in.
public sealed interface SignInOutcome {
    /// @param session names the session in every later request
    /// @param mustChange whether the password was given by somebody else and must be changed first
    record SignedIn(UUID person, UUID session, boolean mustChange) implements SignInOutcome {}

    record Refused(Reason reason) implements SignInOutcome {}

    /// For the audit. A page tells `WRONG`, `LOCKED` and `DISABLED` in one and the same sentence,
    /// and all three take equally long, so nobody learns which accounts exist.
    enum Reason {
        /// No such login, or not this password.
        WRONG,
        /// Too many wrong passwords in a row; the password was not looked at.
        LOCKED,
        /// The account was disabled, or is a demonstration account outside a demonstration.
        DISABLED,
        /// Too many failures from this address.
        TOO_MANY,
        /// Too many people sign in at this moment.
        BUSY
    }
}
