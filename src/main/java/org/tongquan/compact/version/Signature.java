package org.tongquan.compact.version;

import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A detached signature of one party over the digest of a version.
///
/// @param party id of the party that signs
/// @param keyId which of the party's keys: the first 16 hexadecimal digits of the SHA-256 of
/// the public key
/// @param algorithm `Ed25519`
public record Signature(String party, String keyId, String algorithm, byte[] bytes) {
    public static final String ED25519 = "Ed25519";

    public Signature {
        Objects.requireNonNull(party);
        Objects.requireNonNull(keyId);
        bytes = Arrays.copyOf(bytes, bytes.length);
    }

    @Override
    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Signature s
                && party.equals(s.party)
                && keyId.equals(s.keyId)
                && algorithm.equals(s.algorithm)
                && Arrays.equals(bytes, s.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(party, keyId, algorithm, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return party + " " + keyId + " " + algorithm + " " + base64();
    }
}
