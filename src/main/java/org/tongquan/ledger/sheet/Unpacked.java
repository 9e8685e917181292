package org.tongquan.ledger.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;

/// Measures a workbook before it is opened: the library builds all of a sheet in memory.
final class Unpacked {
    /// Bytes that all parts may unpack to; five thousand items need about a tenth of it.
    static final long MOST_BYTES = 24L * 1024 * 1024;

    static final int MOST_PARTS = 500;

    private static final int BUFFER = 64 * 1024;

    private Unpacked() {}

    /// Whether it unpacks to no more than that. A damaged archive is modest: who opens it tells.
    static boolean isModest(byte[] bytes) {
        long total = 0;
        int parts = 0;
        var buffer = new byte[BUFFER];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                parts++;
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    total += n;
                    if (total > MOST_BYTES || parts > MOST_PARTS) {
                        return false;
                    }
                }
            }
            return parts <= MOST_PARTS;
        } catch (IOException e) {
            return true;
        }
    }
}
