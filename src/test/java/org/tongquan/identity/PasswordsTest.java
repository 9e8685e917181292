package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.tongquan.identity.PasswordChange.Reason;

class PasswordsTest {
    private static final IdentitySettings SETTINGS =
            new IdentitySettings(
                    5,
                    Duration.ofMinutes(15),
                    30,
                    Duration.ofMinutes(10),
                    5,
                    Duration.ofMinutes(30),
                    Duration.ofHours(12),
                    10,
                    10,
                    4,
                    Duration.ofDays(90),
                    ZoneId.of("Asia/Shanghai"));

    private final Passwords passwords = new Passwords(SETTINGS, new SecureRandom());

    @Test
    void aHashFitsItsPasswordAlone() {
        var hash = passwords.hash("correct horse battery");
        assertThat(hash).startsWith("{bcrypt}$2a$10$");
        assertThat(passwords.fits("correct horse battery", hash)).contains(true);
        assertThat(passwords.fits("correct horse batterY", hash)).contains(false);
        assertThat(passwords.fits("anything", passwords.nobody())).contains(false);
    }

    @Test
    void whatBCryptWouldCutOffIsNoMatch() {
        var longest = "x".repeat(Passwords.MOST_BYTES);
        var hash = passwords.hash(longest);
        assertThat(passwords.fits(longest, hash)).contains(true);
        assertThat(passwords.fits(longest + "y", hash)).contains(false);
    }

    @Test
    void refusesWhatIsShortLongOrEasy() {
        assertThat(passwords.objection("nine-char", "a-login")).contains(Reason.TOO_SHORT);
        assertThat(passwords.objection("汉".repeat(25), "a-login")).contains(Reason.TOO_LONG);
        assertThat(passwords.objection("aaaaaaaaaabb", "a-login")).contains(Reason.TOO_EASY);
        assertThat(passwords.objection("1234567890", "a-login")).contains(Reason.TOO_EASY);
        assertThat(passwords.objection("My-A-Login-2026", "a-login")).contains(Reason.TOO_EASY);
        assertThat(passwords.objection("黄河流域七座城市一起走", "a-login")).isEmpty();
    }

    @Test
    void anInitialPasswordPassesItsOwnRules() {
        for (int i = 0; i < 200; i++) {
            var initial = passwords.initial();
            assertThat(initial).hasSize(14).matches("[a-km-np-z2-9]+");
            assertThat(passwords.objection(initial, "a-login")).isEmpty();
        }
    }

    @Test
    void anOlderCostIsRenewed() {
        assertThat(passwords.outdated(passwords.hashOfPublic("demo"))).isTrue();
        assertThat(passwords.outdated(passwords.hash("demo"))).isFalse();
    }
}
