package org.tongquan.identity;

/// What became of the wish for a new password.
public sealed interface PasswordChange {
    record Changed() implements PasswordChange {}

    record Refused(Reason reason) implements PasswordChange {}

    /// Each reason has a sentence in `messages/identity.properties`.
    enum Reason {
        /// The present password is not this one.
        WRONG,
        TOO_SHORT,
        /// More than 72 bytes, which is all that BCrypt reads.
        TOO_LONG,
        /// One character over and over, the login itself, or a sequence everybody tries.
        TOO_EASY,
        /// Not different from the present one.
        SAME,
        /// The password of a demonstration account stands on the sign-in page.
        DEMONSTRATION,
        /// Too many passwords are being checked at this moment.
        BUSY
    }
}
