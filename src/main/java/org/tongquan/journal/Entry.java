package org.tongquan.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.tongquan.kernel.Digest;

/// That something happened: what kind of change, to what, by whom, when, and the salted digest of
/// its payload. The payload itself stays in the engine it belongs to.
///
/// The tree holds [#leafHash], which covers every field and the salt: leaves and proofs can be
/// given to anybody without telling what was recorded, until someone shows the entry itself.
///
/// @param kind past tense in lower case with hyphens, as the engine calls it: `progress-reported`
/// @param subject id of what was changed
/// @param body the body acted for
/// @param person the person who acted, `-` for a job
/// @param at to the microsecond
/// @param salt 16 random bytes, known to whoever may read the entry
/// @param digest SHA-256 over salt and payload digest, see [#salted]
public record Entry(
        UUID id,
        String kind,
        UUID subject,
        String body,
        String person,
        Instant at,
        Salt salt,
        Digest digest) {
    /// Marks the layout below; a changed layout gets another number.
    private static final int LAYOUT = 1;

    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /// The stored digest of a payload: SHA-256 over the salt and the payload's own digest.
    public static Digest salted(Salt salt, byte[] payloadDigest) {
        return Digest.of(salt.bytes(), payloadDigest);
    }

    /// Whether this entry was made for a payload with this digest.
    public boolean isOf(byte[] payloadDigest) {
        return digest.equals(salted(salt, payloadDigest));
    }

    /// The hash that stands in the tree: the RFC 6962 leaf hash of SHA-256 over the salt and all
    /// fields in this order, each text preceded by its length.
    public Digest leafHash() {
        return MerkleTree.leafHash(Digest.of(salt.bytes(), fields()).bytes());
    }

    private byte[] fields() {
        var bytes = new ByteArrayOutputStream(160);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            write(out, id);
            write(out, kind);
            write(out, subject);
            write(out, body);
            write(out, person);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            out.write(digest.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
