package org.tongquan.identity;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits of sign-in and delegation, `tongquan.identity.*`. Bounds are checked at start.
///
/// @param failuresBeforeLock wrong passwords in a row that lock an account
/// @param lockFor how long it stays locked
/// @param failuresPerAddress failed attempts from one address within `failuresWithin`, after which
///     the address is refused for a while whatever it sends
/// @param failuresWithin the window in which an address's failures count
/// @param sessionsPerPerson open sessions of one person; one more ends the oldest
/// @param sessionIdle a session unused for so long ends
/// @param sessionLongest no session lasts longer
/// @param passwordShortest characters
/// @param passwordStrength cost of BCrypt, the base-2 logarithm of its rounds
/// @param hashesAtOnce passwords checked at the same time; more wait, then are refused
/// @param delegationLongest the furthest end of a delegation
/// @param zone where a membership's day begins and ends
@ConfigurationProperties(prefix = "tongquan.identity", ignoreUnknownFields = false)
public record IdentitySettings(
        @DefaultValue("5") int failuresBeforeLock,
        @DefaultValue("15m") Duration lockFor,
        @DefaultValue("30") int failuresPerAddress,
        @DefaultValue("10m") Duration failuresWithin,
        @DefaultValue("5") int sessionsPerPerson,
        @DefaultValue("30m") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionLongest,
        @DefaultValue("10") int passwordShortest,
        @DefaultValue("11") int passwordStrength,
        @DefaultValue("4") int hashesAtOnce,
        @DefaultValue("90d") Duration delegationLongest,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {
    private static final int WEAKEST = 10;
    private static final int STRONGEST = 16;

    public IdentitySettings {
        require(failuresBeforeLock >= 1, "failures-before-lock must be at least 1");
        require(failuresPerAddress >= 1, "failures-per-address must be at least 1");
        require(sessionsPerPerson >= 1, "sessions-per-person must be at least 1");
        require(hashesAtOnce >= 1, "hashes-at-once must be at least 1");
        require(passwordShortest >= 8, "password-shortest must be at least 8");
        require(
                passwordStrength >= WEAKEST && passwordStrength <= STRONGEST,
                "password-strength must be from 10 to 16");
        for (var time : new Duration[] {lockFor, failuresWithin, sessionIdle, sessionLongest}) {
            require(time.isPositive(), "every duration must be longer than nothing");
        }
        require(delegationLongest.isPositive(), "delegation-longest must be longer than nothing");
    }

    private static void require(boolean kept, String what) {
        if (!kept) {
            throw new IllegalArgumentException("tongquan.identity: " + what);
        }
    }
}
