package org.tongquan.ledger.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongquan.kernel.Problem;
import org.tongquan.ledger.reading.Reading.Reason;
import org.tongquan.ledger.reading.Reading.Refused;

/// The text of a document; all spans of a reading point into it. For a plain text file it is the
/// decoded file itself, for other formats the extracted text.
///
/// @param name file name for messages
/// @param problems what was noticed while taking the text out
public record SourceText(String name, String text, List<Problem> problems) implements Extraction {
    /// Largest file that is opened, in bytes.
    public static final long LARGEST_FILE = 50L * 1024 * 1024;

    /// Largest plain text or html, in bytes; no picture swells those.
    public static final long LARGEST_PLAIN = 8L * 1024 * 1024;

    /// Longest text that is read, in UTF-16 units: a thousand pages.
    public static final int LONGEST_TEXT = 1024 * 1024;

    private static final long MB = 1024 * 1024;

    public SourceText {
        problems = List.copyOf(problems);
    }

    /// A text that was pasted.
    public static SourceText of(String text) {
        return new SourceText("", text, List.of());
    }

    /// Reads a file of any supported format.
    public static Extraction of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (Files.size(file) > LARGEST_FILE) {
            return tooLarge(name);
        }
        return of(name, Files.readAllBytes(file));
    }

    /// Takes the text out of a file's bytes; the format is told by its first bytes, then its name.
    public static Extraction of(String name, byte[] bytes) {
        if (bytes.length > LARGEST_FILE) {
            return tooLarge(name);
        }
        if (bytes.length == 0) {
            return Refused.of(
                    Reason.EMPTY, name, "the file is empty", "send the file with its text");
        }
        var extraction = FileFormats.extract(name, bytes);
        if (extraction instanceof SourceText source) {
            if (source.text().length() > LONGEST_TEXT) {
                return tooLarge(name);
            }
            if (source.text().isBlank()) {
                return Refused.of(
                        Reason.EMPTY, name, "the file holds no text", "send a file with text");
            }
        }
        return extraction;
    }

    static Refused tooLarge(String name) {
        return Refused.of(
                Reason.TOO_LARGE,
                name,
                "the file is larger than %d MB (plain text and html: %d MB), or its text longer than"
                                .formatted(LARGEST_FILE / MB, LARGEST_PLAIN / MB)
                        + " a million characters",
                "send the document without pictures or in parts");
    }
}
