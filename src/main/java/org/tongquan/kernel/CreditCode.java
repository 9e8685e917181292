package org.tongquan.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An organisation's unified social credit code (GB 32100-2015), 18 characters: registering
/// authority, kind of organisation, 6 digits region, 9 characters organisation code (GB 11714),
/// check character.
///
/// @param code 18 characters in upper case
public record CreditCode(String code) {
    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = ALPHABET.length();
    private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int INNER_START = 8;
    private static final int INNER_MODULUS = 11;
    private static final String INNER_CHECKS = "0123456789X0";

    /// What became of a text that should be a credit code.
    public sealed interface Parsed {}

    /// @param warnings what a person should look at; the code is valid nevertheless
    public record Valid(CreditCode code, List<Warning> warnings) implements Parsed {}

    public record Refused(Reason reason) implements Parsed {}

    public enum Reason {
        LENGTH,
        /// A character outside the alphabet, which has no I, O, Z, S and V.
        CHARACTERS,
        /// The last character does not fit the others: a typing error.
        CHECK_CHARACTER
    }

    public enum Warning {
        /// The organisation code inside does not fit its own check character. Some old codes break
        /// that rule, therefore no more than a warning.
        ORGANISATION_CODE
    }

    /// @throws IllegalArgumentException when the code is not valid as it stands
    public CreditCode {
        if (fault(code).isPresent()) {
            throw new IllegalArgumentException("not a valid credit code: " + code);
        }
    }

    /// Reads a code as people type it: spaces around it, lower case and full-width characters are
    /// put right; nothing else is.
    public static Parsed parse(String text) {
        var code = HalfWidth.of(text).strip().toUpperCase(Locale.ROOT);
        return fault(code).<Parsed>map(Refused::new).orElseGet(() -> valid(new CreditCode(code)));
    }

    /// The code of the region where the organisation was registered.
    public String region() {
        return code.substring(2, 8);
    }

    /// The organisation code in its own notation: `60003734-1`.
    public String organisationCode() {
        return code.substring(INNER_START, LENGTH - 2) + "-" + code.charAt(LENGTH - 2);
    }

    @Override
    public String toString() {
        return code;
    }

    private static Parsed valid(CreditCode code) {
        var warnings =
                code.isOrganisationCodeSound()
                        ? List.<Warning>of()
                        : List.of(Warning.ORGANISATION_CODE);
        return new Valid(code, warnings);
    }

    private static Optional<Reason> fault(String code) {
        if (code.length() != LENGTH) {
            return Optional.of(Reason.LENGTH);
        }
        if (code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Optional.of(Reason.CHARACTERS);
        }
        return check(code) == code.charAt(LENGTH - 1)
                ? Optional.empty()
                : Optional.of(Reason.CHECK_CHARACTER);
    }

    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += weight * ALPHABET.indexOf(code.charAt(i));
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    private boolean isOrganisationCodeSound() {
        int sum = 0;
        for (int i = 0; i < INNER_WEIGHTS.length; i++) {
            sum += INNER_WEIGHTS[i] * Character.digit(code.charAt(INNER_START + i), 36);
        }
        char check = INNER_CHECKS.charAt(INNER_MODULUS - sum % INNER_MODULUS);
        return check == code.charAt(LENGTH - 2);
    }
}
