package org.tongquan.journal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// 16 random bytes that keep a digest from being guessed: without them nobody can tell whether a
/// digest belongs to, say, a certain name.
public final class Salt {
    public static final int LENGTH = 16;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    static Salt make(RandomGenerator random) {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new Salt(bytes);
    }

    /// @throws IllegalArgumentException when they are not 16 bytes
    public static Salt wrap(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a salt has 16 bytes, not " + bytes.length);
        }
        return new Salt(bytes.clone());
    }

    public static Salt parse(String hex) {
        return wrap(HexFormat.of().parseHex(hex));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Salt that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
