package org.tongquan.compact.version;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.tongquan.compact.Compact;
import org.tongquan.compact.form.FormWriter;

/// A version of a compact as immutable bytes with their digest.
///
/// The bytes are canonical YAML: one file, sections sorted by id, comments and layout gone.
/// Reading them gives the same digest again.
public final class Sealed {
    private static final String SIGNED_PREFIX = "tongquan-compact-v1\n";

    private final Compact compact;
    private final byte[] bytes;

    private Sealed(Compact compact) {
        this.compact = compact;
        this.bytes = FormWriter.canonical(compact);
    }

    public static Sealed of(Compact compact) {
        return new Sealed(compact);
    }

    public Compact compact() {
        return compact;
    }

    /// Canonical YAML in UTF-8.
    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    /// SHA-256 over [#bytes()].
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The digest in 64 lower-case hexadecimal digits.
    public String digestHex() {
        return HexFormat.of().formatHex(digest());
    }

    /// What a party signs: the prefix, then id, version and digest, a line for each.
    public byte[] toSign() {
        var text =
                "%s%s\n%s\n%s\n"
                        .formatted(SIGNED_PREFIX, compact.id(), compact.version(), digestHex());
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
