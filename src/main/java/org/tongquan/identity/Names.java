package org.tongquan.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Logins and shown names as they are accepted.
final class Names {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final int LONGEST_NAME = 60;

    private Names() {}

    /// The login in its stored form, if this can be one: full-width letters and capitals count as
    /// their plain selves.
    static Optional<String> login(String typed) {
        if (typed.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        var plain =
                Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return Optional.of(plain).filter(l -> LOGIN.matcher(l).matches());
    }

    static Optional<String> shown(String typed) {
        var name = typed.strip();
        boolean fits =
                !name.isEmpty()
                        && name.length() <= LONGEST_NAME
                        && name.chars().noneMatch(Character::isISOControl);
        return fits ? Optional.of(name) : Optional.empty();
    }

    /// What the audit keeps of a login that does not exist: its first character and its length.
    static String masked(String typed) {
        var first = typed.isEmpty() ? "" : typed.substring(0, typed.offsetByCodePoints(0, 1));
        var plain = first.chars().anyMatch(Character::isISOControl) ? "" : first;
        return plain + "…(" + typed.codePointCount(0, typed.length()) + ")";
    }
}
