package org.tongquan.ledger.reading;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Measures what the compressed streams of a pdf unpack to, before a parser unpacks them into
/// memory. It looks for the streams by their keyword, so that no table of the file is believed.
final class PdfStreams {
    /// Most bytes that one stream may unpack to: a page scanned in colour takes half of it.
    private static final long MOST_OF_ONE = 64L * 1024 * 1024;

    /// Most bytes that the streams may unpack to that are no pictures.
    private static final long MOST_OF_ALL = 128L * 1024 * 1024;

    private static final byte[] KEYWORD = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int DICTIONARY = 1024;
    private static final byte ZLIB = 0x78;
    private static final int CHUNK = 64 * 1024;

    private final byte[] bytes;
    private final byte[] chunk = new byte[CHUNK];

    PdfStreams(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Whether they stay within both limits.
    boolean areMeasured() {
        long total = 0;
        for (int at = next(0); at >= 0; at = next(at)) {
            int begin = afterLine(at);
            if (begin < bytes.length && bytes[begin] == ZLIB) {
                long size = inflated(begin);
                total += isPicture(at) ? 0 : size;
                if (size > MOST_OF_ONE || total > MOST_OF_ALL) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The place behind the next keyword that begins a stream, or -1.
    private int next(int from) {
        for (int i = from; i + KEYWORD.length < bytes.length; i++) {
            if (isKeyword(i) && (i < 3 || bytes[i - 1] != 'd')) {
                return i + KEYWORD.length;
            }
        }
        return -1;
    }

    private boolean isKeyword(int at) {
        for (int i = 0; i < KEYWORD.length; i++) {
            if (bytes[at + i] != KEYWORD[i]) {
                return false;
            }
        }
        return true;
    }

    private int afterLine(int at) {
        int begin = at;
        while (begin < bytes.length && (bytes[begin] == '\r' || bytes[begin] == '\n')) {
            begin++;
        }
        return begin;
    }

    /// What the dictionary before the keyword says of it.
    private boolean isPicture(int at) {
        int end = at - KEYWORD.length;
        int begin = Math.max(0, end - DICTIONARY);
        var said = new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
        var own = said.substring(Math.max(0, said.lastIndexOf(" obj")));
        return own.contains("/Image") && !own.contains("/ObjStm") && !own.contains("/XRef");
    }

    /// How far it unpacks; a broken stream up to where it breaks.
    private long inflated(int begin) {
        try (var inflater = new Inflater()) {
            inflater.setInput(bytes, begin, bytes.length - begin);
            long size = 0;
            try {
                for (int n = inflater.inflate(chunk); n > 0; n = inflater.inflate(chunk)) {
                    size += n;
                    if (size > MOST_OF_ONE) {
                        return size;
                    }
                }
            } catch (DataFormatException e) {
                return size;
            }
            return size;
        }
    }
}
