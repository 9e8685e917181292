package org.tongquan.document.font;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks a web font (W3C WOFF 1.0) into the TrueType file it was made of.
public final class Woff {
    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;

    /// A larger font is not one of ours.
    private static final int LARGEST = 64 << 20;

    private Woff() {}

    public static boolean isWoff(byte[] bytes) {
        return bytes.length > HEADER && ByteBuffer.wrap(bytes).getInt(0) == SIGNATURE;
    }

    public static byte[] unpack(byte[] woff) throws IOException {
        var in = ByteBuffer.wrap(woff);
        int tables = in.getShort(12);
        int size = in.getInt(16);
        if (size <= 0 || size > LARGEST || tables <= 0) {
            throw new IOException("the web font's header is damaged");
        }
        var out = ByteBuffer.allocate(size + 4 * tables);
        int power = Integer.highestOneBit(tables);
        out.putInt(in.getInt(4)).putShort((short) tables).putShort((short) (power * 16));
        out.putShort((short) Integer.numberOfTrailingZeros(power));
        out.putShort((short) ((tables - power) * 16));
        int at = 12 + 16 * tables;
        for (int i = 0; i < tables; i++) {
            int entry = HEADER + ENTRY * i;
            int length = in.getInt(entry + 12);
            out.putInt(in.getInt(entry)).putInt(in.getInt(entry + 16)).putInt(at).putInt(length);
            copy(woff, in.getInt(entry + 4), in.getInt(entry + 8), out.array(), at, length);
            at += (length + 3) & ~3;
        }
        return Arrays.copyOf(out.array(), at);
    }

    private static void copy(byte[] from, int offset, int packed, byte[] to, int at, int length)
            throws IOException {
        if (packed == length) {
            System.arraycopy(from, offset, to, at, length);
            return;
        }
        try (var inflater = new Inflater()) {
            inflater.setInput(from, offset, packed);
            int got = 0;
            while (got < length) {
                int more = inflater.inflate(to, at + got, length - got);
                if (more == 0) {
                    throw new IOException("a table of the web font ends too early");
                }
                got += more;
            }
        } catch (DataFormatException e) {
            throw new IOException("a table of the web font is damaged", e);
        }
    }
}
