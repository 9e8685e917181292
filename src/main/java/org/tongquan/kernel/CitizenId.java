package org.tongquan.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A citizen's number (GB 11643-1999): 6 digits region, 8 birth date, 3 sequence, 1 check
/// (ISO 7064 MOD 11-2). The region is that of the first registration and is kept for life, even
/// when the region's code has ended since.
///
/// @param number 17 digits and a digit or `X`; personal data, shown only through [#masked]
public record CitizenId(String number) {
    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int EARLIEST_YEAR = 1800;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final Pattern OLD_SHAPE = Pattern.compile("[1-9]\\d{14}");

    /// What became of a text that should be a citizen's number.
    public sealed interface Parsed {}

    public record Valid(CitizenId id) implements Parsed {}

    /// An old number of 15 digits, which is no longer valid; its 18-digit form is offered for the
    /// citizen to confirm.
    public record Old(CitizenId upgrade) implements Parsed {}

    public record Refused(Reason reason) implements Parsed {}

    public enum Reason {
        /// Neither 18 nor 15 characters.
        LENGTH,
        /// Something other than digits, or `X` elsewhere than at the end.
        CHARACTERS,
        /// The birth date does not exist.
        BIRTH_DATE,
        /// The last character does not fit the others: a typing error.
        CHECK_CHARACTER
    }

    /// @throws IllegalArgumentException when the number is not valid as it stands
    public CitizenId {
        if (fault(number).isPresent()) {
            throw new IllegalArgumentException("not a valid citizen's number");
        }
    }

    /// Reads a number as people type it: spaces around it, a lower-case x and full-width
    /// characters are put right; nothing else is.
    public static Parsed parse(String text) {
        var number = HalfWidth.of(text).strip().replace('x', 'X');
        if (number.length() == OLD_LENGTH) {
            return parseOld(number);
        }
        return fault(number)
                .<Parsed>map(Refused::new)
                .orElseGet(() -> new Valid(new CitizenId(number)));
    }

    /// The check character that belongs to the first 17 digits.
    static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    /// Code of the county of first registration, as it was then.
    public String region() {
        return number.substring(0, 6);
    }

    public LocalDate birthDate() {
        return date(number).orElseThrow();
    }

    /// For pages and logs: the first three and the last two characters.
    public String masked() {
        return number.substring(0, 3) + "*".repeat(LENGTH - 5) + number.substring(LENGTH - 2);
    }

    /// Masked, so that a number never slips into a log.
    @Override
    public String toString() {
        return masked();
    }

    private static Parsed parseOld(String number) {
        if (!OLD_SHAPE.matcher(number).matches()) {
            return new Refused(Reason.CHARACTERS);
        }
        var digits = number.substring(0, 6) + "19" + number.substring(6);
        var upgraded = digits + check(digits);
        return fault(upgraded)
                .<Parsed>map(Refused::new)
                .orElseGet(() -> new Old(new CitizenId(upgraded)));
    }

    private static Optional<Reason> fault(String number) {
        if (number.length() != LENGTH) {
            return Optional.of(Reason.LENGTH);
        }
        if (!SHAPE.matcher(number).matches()) {
            return Optional.of(Reason.CHARACTERS);
        }
        if (date(number).isEmpty()) {
            return Optional.of(Reason.BIRTH_DATE);
        }
        return check(number) == number.charAt(LENGTH - 1)
                ? Optional.empty()
                : Optional.of(Reason.CHECK_CHARACTER);
    }

    private static Optional<LocalDate> date(String number) {
        var year = Integer.parseInt(number.substring(6, 10));
        var month = Integer.parseInt(number.substring(10, 12));
        var day = Integer.parseInt(number.substring(12, 14));
        try {
            return year < EARLIEST_YEAR
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
