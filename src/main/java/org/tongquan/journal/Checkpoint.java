package org.tongquan.journal;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongquan.kernel.Digest;

/// What the log says of itself at one moment, in the form C2SP tlog-checkpoint: who it is, how
/// many leaves it has, and the root over them. Worth something once signed (see [SignedNote]).
///
/// @param origin name of the log, one line
/// @param size number of leaves
/// @param root root over them
public record Checkpoint(String origin, long size, Digest root) {
    private static final Pattern TEXT =
            Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,17})\n([^\n]+)\n(?:[^\n]+\n)*");

    public Checkpoint {
        if (origin.isBlank() || origin.contains("\n") || size < 0) {
            throw new IllegalArgumentException("a checkpoint needs an origin and a size");
        }
    }

    /// The lines that are signed.
    public String text() {
        return origin
                + "\n"
                + size
                + "\n"
                + Base64.getEncoder().encodeToString(root.bytes())
                + "\n";
    }

    /// Reads the text of a note; further lines, as others may add them, are passed over. Empty when
    /// it is no checkpoint.
    public static Optional<Checkpoint> parse(String text) {
        var lines = TEXT.matcher(text);
        if (!lines.matches()) {
            return Optional.empty();
        }
        try {
            var root = Digest.wrap(Base64.getDecoder().decode(lines.group(3)));
            var size = Long.parseLong(lines.group(2));
            return size == 0 && !root.equals(MerkleTree.EMPTY_ROOT)
                    ? Optional.empty()
                    : Optional.of(new Checkpoint(lines.group(1), size, root));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
