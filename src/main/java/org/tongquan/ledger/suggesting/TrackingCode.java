package org.tongquan.ledger.suggesting;

import java.security.SecureRandom;
import java.util.Locale;
import org.tongquan.kernel.Digest;

/// The code on a receipt: 100 random bits in letters and digits that are not mistaken for each
/// other. Kept as its digest alone; with so many bits that needs no salt.
final class TrackingCode {
    /// Without I, L, O and U (Crockford's base 32).
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 20;
    private static final int GROUP = 5;

    private TrackingCode() {}

    static String make(SecureRandom random) {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /// The digest that is kept; spaces, hyphens and small letters do not matter.
    static Digest digest(String code) {
        var plain =
                code.toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1')
                        .replaceAll("[^0-9A-Z]", "");
        return Digest.ofText("suggestion-code\n" + plain);
    }
}
