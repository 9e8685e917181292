package org.tongquan.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongquan.kernel.Digest;

/// A public key that signs checkpoints, as C2SP signed-note writes it down:
/// `name+hash+base64`, where the hash is the first 4 bytes of SHA-256 over name, line feed,
/// algorithm and key, and the last part is algorithm 1 (Ed25519) followed by 32 bytes of key.
public final class NoteKey {
    static final int ID_LENGTH = 4;

    private static final byte ED25519 = 1;
    private static final int KEY_LENGTH = 32;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern NAME = Pattern.compile("[^\\s+\\p{Cntrl}]{1,200}");
    private static final Pattern TEXT = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(\\S+)");

    private final String name;
    private final byte[] raw;
    private final PublicKey key;

    private NoteKey(String name, byte[] raw) throws GeneralSecurityException {
        this.name = name;
        this.raw = raw;
        this.key =
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(join(X509_PREFIX, raw)));
    }

    /// Gives an Ed25519 key the name under which it signs: by custom the origin of the log, without
    /// spaces and plus signs.
    ///
    /// @throws IllegalArgumentException for another kind of key or an unfit name
    public static NoteKey of(String name, PublicKey key) {
        if (!(key instanceof EdECPublicKey) || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("needs an Ed25519 key and a name without spaces");
        }
        byte[] encoded = key.getEncoded();
        try {
            return new NoteKey(
                    name, Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a usable Ed25519 key", e);
        }
    }

    /// Reads `name+hash+base64`; empty when it is malformed, of another algorithm, or when the hash
    /// does not fit.
    public static Optional<NoteKey> parse(String text) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches() || !NAME.matcher(parts.group(1)).matches()) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(parts.group(3));
            if (decoded.length != KEY_LENGTH + 1 || decoded[0] != ED25519) {
                return Optional.empty();
            }
            var key = new NoteKey(parts.group(1), Arrays.copyOfRange(decoded, 1, decoded.length));
            var hash = HexFormat.of().formatHex(key.id());
            return hash.equals(parts.group(2)) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    public String name() {
        return name;
    }

    /// Whether this key made the signature over exactly these bytes.
    boolean verifies(byte[] text, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// The 4 bytes by which a signature names its key.
    byte[] id() {
        var named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Digest.of(named, algorithmAndKey()).bytes(), ID_LENGTH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that
                && name.equals(that.name)
                && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(raw);
    }

    /// The form to publish; [#parse] reads it back.
    @Override
    public String toString() {
        var hash = HexFormat.of().formatHex(id());
        return name + "+" + hash + "+" + Base64.getEncoder().encodeToString(algorithmAndKey());
    }

    private byte[] algorithmAndKey() {
        return join(new byte[] {ED25519}, raw);
    }

    private static byte[] join(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
