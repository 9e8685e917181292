package org.tongquan.ledger.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Reading.Reason;
import org.tongquan.ledger.reading.Reading.Refused;
import org.tongquan.ledger.reading.text.Characters;

/// Tells the format of a file and decodes plain text: byte order mark, strict UTF-8, then GB18030
/// when the result looks like Chinese.
final class FileFormats {
    private static final int SAMPLE = 20_000;

    private FileFormats() {}

    static Extraction extract(String name, byte[] bytes) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (starts(bytes, "%PDF")) {
            return PdfText.extract(name, bytes);
        }
        if (starts(bytes, "PK")) {
            return DocxText.extract(name, bytes);
        }
        if (bytes.length > 8 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF) {
            return Refused.of(
                    Reason.UNKNOWN_FORMAT,
                    name,
                    "an old binary office file (.doc, .wps)",
                    "save it as .docx and send that");
        }
        if (bytes.length > SourceText.LARGEST_PLAIN) {
            return SourceText.tooLarge(name);
        }
        String text = decode(bytes);
        if (text == null) {
            return Refused.of(
                    Reason.GARBLED_ENCODING,
                    name,
                    "the characters cannot be read as UTF-8, GB18030 or UTF-16",
                    "save the text as UTF-8 and send it again");
        }
        boolean html = lower.endsWith(".html") || lower.endsWith(".htm") || looksLikeHtml(text);
        return html && !lower.endsWith(".txt")
                ? HtmlText.extract(name, text)
                : new SourceText(name, text, List.of());
    }

    private static boolean starts(byte[] bytes, String magic) {
        for (int i = 0; i < magic.length(); i++) {
            if (i >= bytes.length || bytes[i] != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean looksLikeHtml(String text) {
        String head = text.substring(0, Math.min(1000, text.length())).toLowerCase(Locale.ROOT);
        return head.contains("<html") || head.contains("<!doctype html") || head.contains("<body");
    }

    /// The decoded text, or null when no encoding gives a readable one.
    static @Nullable String decode(byte[] bytes) {
        if (bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return isGarbled(utf8) ? null : utf8;
        }
        String gb = strict(bytes, Charset.forName("GB18030"));
        if (gb != null && !isGarbled(gb) && share(gb) > 0.3) {
            return gb;
        }
        String loose = new String(bytes, StandardCharsets.UTF_8);
        long lost = loose.chars().filter(c -> c == 0xFFFD).count();
        return lost * 50 < loose.length() && share(loose) > 0.3 ? loose : null;
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /// Mostly replacement characters, control characters or Latin mojibake.
    static boolean isGarbled(String text) {
        int bad = 0;
        int n = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
            boolean latin = c >= 0x80 && c <= 0xFF && c != 0xA0 && c != 0xB7;
            boolean own = c >= 0xE000 && c <= 0xF8FF;
            bad += control || latin || own || c == 0xFFFD || "锟斤拷烫屯".indexOf(c) >= 0 ? 1 : 0;
        }
        return n > 0 && bad * 5 > n;
    }

    /// Share of Chinese characters and their punctuation.
    static double share(String text) {
        int n = Math.min(text.length(), SAMPLE);
        int han = 0;
        int all = 0;
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                all++;
                han += Characters.isHan(c) || c >= 0x3000 && c <= 0x303F || c >= 0xFF00 ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) han / all;
    }
}
