package org.tongquan.ledger.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// What may be sent where, how it is signed, how long it waits.
class HookRulesTest {
    /// The example that the specification of Standard Webhooks gives.
    @Test
    void aSignatureIsThatOfTheSpecification() {
        var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        var at = Instant.ofEpochSecond(1614265330);
        assertThat(Seal.of(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void privateAndDisguisedAddressesAreRefused() {
        for (var host :
                new String[] {
                    "127.0.0.1",
                    "10.1.2.3",
                    "172.16.0.1",
                    "192.168.1.1",
                    "169.254.169.254",
                    "100.64.0.1",
                    "0.0.0.0",
                    "0.1.2.3",
                    "255.255.255.255",
                    "224.0.0.1",
                    "198.18.0.1",
                    "[::1]",
                    "[::]",
                    "[fe80::1]",
                    "[fc00::1]",
                    "[fd12:3456::1]",
                    "[::ffff:10.0.0.1]",
                    "[::10.0.0.1]",
                    "[64:ff9b::a00:1]",
                    "[2002:a00:1::]",
                    "[2001:0:1::1]",
                    "localhost",
                    "2130706433",
                    "0x7f000001",
                    "127.1"
                }) {
            assertThat(Target.of("https://" + host + "/x", false)).as(host).isEmpty();
        }
    }

    @Test
    void onlyHttpsWithoutNamesAndFragmentsIsAccepted() {
        assertThat(Target.of("https://8.8.8.8/hook?a=1", false)).isPresent();
        assertThat(Target.of("https://[2606:4700::1111]:8443/", false)).isPresent();
        for (var url :
                new String[] {
                    "http://8.8.8.8/",
                    "https://u:p@8.8.8.8/",
                    "https://8.8.8.8/#x",
                    "ftp://8.8.8.8",
                    "https:///x",
                    "",
                    "https://8.8.8.8/" + "x".repeat(500),
                    "https://8.8.8.8:0/",
                    "https://8.8.8.8:65536/",
                    "file:///etc/passwd"
                }) {
            assertThat(Target.of(url, false)).as(url).isEmpty();
        }
    }

    @Test
    void plainHttpGoesToThisMachineAloneAndOnlyWithDemonstrationData() {
        assertThat(Target.of("http://127.0.0.1:9/x", true)).isPresent();
        assertThat(Target.of("http://127.0.0.1:65535/x", true)).isPresent();
        assertThat(Target.of("http://127.0.0.1:70000/x", true)).isEmpty();
        assertThat(Target.of("http://127.0.0.1:9/x", false)).isEmpty();
        assertThat(Target.of("http://127.0.0.2/x", true)).isEmpty();
        assertThat(Target.of("https://127.0.0.1/x", true)).isEmpty();
    }

    @Test
    void tenAttemptsAreSpreadOverThreeDays() {
        var whole = Duration.ZERO;
        int attempts = 1;
        while (Patience.after(attempts).isPresent()) {
            whole = whole.plus(Patience.after(attempts).orElseThrow());
            attempts++;
        }
        assertThat(attempts).isEqualTo(10);
        assertThat(whole).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(Patience.after(0)).isEmpty();
    }
}
