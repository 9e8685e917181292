package org.tongquan.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Hashes and checks passwords. The stored form names its algorithm (`{bcrypt}...`), so that a
/// stronger one can follow and old hashes are renewed at the next sign-in.
final class Passwords {
    /// All that BCrypt reads.
    static final int MOST_BYTES = 72;

    private static final String BCRYPT = "bcrypt";
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final int PUBLIC_STRENGTH = 4;
    private static final int INITIAL_LENGTH = 14;
    private static final int FEWEST_DIFFERENT = 4;

    /// Without characters that are mistaken for each other when read aloud or from paper.
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final String SEQUENCES = "01234567890 abcdefghijklmnopqrstuvwxyz qwertyuiop";

    private final PasswordEncoder encoder;
    private final PasswordEncoder forPublic =
            delegating(new BCryptPasswordEncoder(PUBLIC_STRENGTH));
    private final String nobody;
    private final int shortest;
    private final Semaphore places;
    private final SecureRandom random;

    Passwords(IdentitySettings settings, SecureRandom random) {
        this.encoder = delegating(new BCryptPasswordEncoder(settings.passwordStrength(), random));
        this.shortest = settings.passwordShortest();
        this.places = new Semaphore(settings.hashesAtOnce());
        this.random = random;
        this.nobody = hash(initial());
    }

    private static PasswordEncoder delegating(PasswordEncoder bcrypt) {
        return new DelegatingPasswordEncoder(BCRYPT, Map.of(BCRYPT, bcrypt));
    }

    /// The hash that no password fits, checked where there is no account so that the answer takes
    /// as long as for one.
    String nobody() {
        return nobody;
    }

    String hash(String password) {
        return java.util.Objects.requireNonNull(encoder.encode(password));
    }

    /// A cheap hash for a password that stands on the sign-in page anyway.
    String hashOfPublic(String password) {
        return java.util.Objects.requireNonNull(forPublic.encode(password));
    }

    /// Whether the password fits; empty when too many are being checked already.
    Optional<Boolean> fits(String password, String hash) {
        try {
            if (!places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            boolean tooLong = password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
            return Optional.of(encoder.matches(tooLong ? "" : password, hash) && !tooLong);
        } finally {
            places.release();
        }
    }

    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /// A password to hand over, about 70 bits.
    String initial() {
        return random.ints(INITIAL_LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /// Why this may not become the password of that login, if anything speaks against it.
    Optional<PasswordChange.Reason> objection(String password, String login) {
        if (password.codePointCount(0, password.length()) < shortest) {
            return Optional.of(PasswordChange.Reason.TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(PasswordChange.Reason.TOO_LONG);
        }
        var low = password.toLowerCase(Locale.ROOT);
        boolean easy =
                low.codePoints().distinct().count() < FEWEST_DIFFERENT
                        || low.contains(login)
                        || SEQUENCES.contains(low)
                        || low.contains("password");
        return easy ? Optional.of(PasswordChange.Reason.TOO_EASY) : Optional.empty();
    }
}
