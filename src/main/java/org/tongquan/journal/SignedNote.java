package org.tongquan.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A text with signatures below it, in the form C2SP signed-note: the text ending in a line feed,
/// an empty line, then one line per signature, which starts with an em dash.
///
/// @param text what was signed, with its last line feed
public record SignedNote(String text, List<Line> lines) {
    /// Longer notes are not read at all.
    public static final int LONGEST = 100_000;

    static final int MOST_SIGNATURES = 100;

    private static final String DASH = "— ";
    private static final Pattern LINE = Pattern.compile(DASH + "(\\S+) (\\S+)");

    /// One signature.
    ///
    /// @param name name of the key that made it
    /// @param blob base64 of 4 bytes that identify the key and the signature itself
    public record Line(String name, String blob) {}

    public SignedNote {
        lines = List.copyOf(lines);
        if (!isFit(text)) {
            throw new IllegalArgumentException("a note is lines of text ending in a line feed");
        }
    }

    /// Puts a signature that this key made over the text below it.
    static SignedNote of(String text, NoteKey key, byte[] signature) {
        var blob = Arrays.copyOf(key.id(), NoteKey.ID_LENGTH + signature.length);
        System.arraycopy(signature, 0, blob, NoteKey.ID_LENGTH, signature.length);
        var line = new Line(key.name(), Base64.getEncoder().encodeToString(blob));
        return new SignedNote(text, List.of(line));
    }

    /// Empty when it is no signed note; whether the signatures are right is another question.
    public static Optional<SignedNote> parse(String note) {
        int gap = note.lastIndexOf("\n\n");
        if (note.length() > LONGEST || gap < 0 || !note.endsWith("\n")) {
            return Optional.empty();
        }
        var text = note.substring(0, gap + 1);
        var below = note.substring(gap + 2);
        var lines = new ArrayList<Line>();
        for (var line : below.lines().toList()) {
            var found = LINE.matcher(line);
            if (!found.matches() || lines.size() == MOST_SIGNATURES) {
                return Optional.empty();
            }
            lines.add(new Line(found.group(1), found.group(2)));
        }
        return lines.isEmpty() || !isFit(text)
                ? Optional.empty()
                : Optional.of(new SignedNote(text, lines));
    }

    /// Whether this key signed the text. A line that names the key but does not verify spoils the
    /// note; lines of other keys are passed over.
    public boolean isSignedBy(NoteKey key) {
        boolean signed = false;
        for (var line : lines) {
            var signature = signatureOf(line, key);
            if (signature.isPresent()) {
                if (!key.verifies(text.getBytes(StandardCharsets.UTF_8), signature.get())) {
                    return false;
                }
                signed = true;
            }
        }
        return signed;
    }

    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        for (var line : lines) {
            note.append(DASH).append(line.name()).append(' ').append(line.blob()).append('\n');
        }
        return note.toString();
    }

    private static Optional<byte[]> signatureOf(Line line, NoteKey key) {
        if (!line.name().equals(key.name())) {
            return Optional.empty();
        }
        try {
            byte[] blob = Base64.getDecoder().decode(line.blob());
            boolean isHis =
                    blob.length > NoteKey.ID_LENGTH
                            && Arrays.equals(Arrays.copyOf(blob, NoteKey.ID_LENGTH), key.id());
            return isHis
                    ? Optional.of(Arrays.copyOfRange(blob, NoteKey.ID_LENGTH, blob.length))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isFit(String text) {
        return text.length() > 1
                && text.endsWith("\n")
                && text.chars().noneMatch(c -> c < ' ' && c != '\n');
    }
}
