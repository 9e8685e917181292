package org.tongquan.ledger.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature of one attempt as Standard Webhooks 1.0 sets it: HMAC-SHA256 over id, time in
/// seconds and body, joined by dots. Pure.
final class Seal {
    static final String SECRET = "whsec_";

    private static final String HMAC = "HmacSHA256";

    private Seal() {}

    /// The secret as it is handed over.
    static String written(byte[] secret) {
        return SECRET + Base64.getEncoder().encodeToString(secret);
    }

    /// The value of `webhook-signature`.
    static String of(byte[] secret, String id, Instant at, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
