package org.tongquan.ledger.suggesting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tongquan.host.Vault;

/// Marks a form with the moment it was opened, under a key of the house, so that nobody can claim
/// another moment.
@Component
class OpenForms {
    /// Nobody reads the form and writes a suggestion in less.
    static final Duration LEAST_OPEN = Duration.ofSeconds(4);

    static final Duration MOST_OPEN = Duration.ofHours(6);

    private static final Pattern MARK = Pattern.compile("([0-9]{1,15})\\.([0-9a-f]{64})");

    private final Vault vault;
    private final Clock clock;

    OpenForms(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    String open() {
        var at = Long.toString(clock.millis());
        return at + "." + HexFormat.of().formatHex(seal(at));
    }

    /// What is wrong with a mark that comes back.
    Optional<SuggestionFault> fault(String mark) {
        var found = MARK.matcher(mark);
        boolean ours =
                found.matches()
                        && MessageDigest.isEqual(
                                seal(found.group(1)), HexFormat.of().parseHex(found.group(2)));
        if (!ours) {
            return Optional.of(SuggestionFault.EXPIRED);
        }
        var open = Duration.ofMillis(clock.millis() - Long.parseLong(found.group(1)));
        if (open.compareTo(LEAST_OPEN) < 0) {
            return Optional.of(SuggestionFault.TOO_FAST);
        }
        return open.compareTo(MOST_OPEN) > 0
                ? Optional.of(SuggestionFault.EXPIRED)
                : Optional.empty();
    }

    private byte[] seal(String at) {
        return vault.blindIndex(("ledger.suggestion-form/" + at).getBytes(StandardCharsets.UTF_8))
                .bytes();
    }
}
