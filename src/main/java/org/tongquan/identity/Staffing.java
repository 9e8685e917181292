package org.tongquan.identity;

import java.util.UUID;

/// What became of a change to people, their bodies and delegations.
public sealed interface Staffing {
    /// @param subject the person, membership or delegation concerned
    record Done(UUID subject) implements Staffing {}

    /// @param initialPassword to be handed over once; it is kept nowhere and must be changed
    record WithPassword(UUID person, String initialPassword) implements Staffing {
        /// Without the password: safe to log.
        @Override
        public String toString() {
            return "WithPassword[" + person + "]";
        }
    }

    record Refused(Reason reason) implements Staffing {}

    /// Each reason has a sentence in `messages/identity.properties`.
    enum Reason {
        /// The acting body may not do this.
        NOT_ALLOWED,
        /// No such person, or none the acting body may see.
        UNKNOWN_PERSON,
        /// No such membership or delegation in force, or none the acting body may see.
        NOT_FOUND,
        /// The compact in force knows no such body in this region.
        UNKNOWN_BODY,
        /// Nobody grants to oneself.
        ONESELF,
        /// The person would hold two of the three officers' powers (三员分立).
        OFFICERS_KEPT_APART,
        ALREADY_HELD,
        /// The giver does not belong to this body.
        NOT_HELD,
        /// The end lies before the beginning or in the past.
        PERIOD_UNFIT,
        /// The end lies beyond the longest delegation.
        TOO_LONG,
        LOGIN_TAKEN,
        /// Not 2 to 40 of a-z, 0-9, dot, hyphen, underscore, beginning with letter or digit.
        LOGIN_UNFIT,
        /// Empty, longer than 60 characters, or with control characters.
        NAME_UNFIT,
        /// No citizen id by GB 11643.
        NUMBER_UNFIT,
        NUMBER_TAKEN,
        /// The password of a demonstration account stands on the sign-in page.
        DEMONSTRATION
    }
}
