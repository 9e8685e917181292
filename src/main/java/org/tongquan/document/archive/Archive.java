package org.tongquan.document.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The parts of a document and the zip of them, in the order in which they were put.
public final class Archive {
    /// A zip entry cannot be older.
    private static final LocalDate FIRST_DAY = LocalDate.of(1980, 1, 1);

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public Archive put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Archive put(String name, byte[] part) {
        parts.put(name, part.clone());
        return this;
    }

    /// @param date the time of every entry
    public byte[] zip(LocalDate date) {
        var at = (date.isBefore(FIRST_DAY) ? FIRST_DAY : date).atStartOfDay();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(at);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
