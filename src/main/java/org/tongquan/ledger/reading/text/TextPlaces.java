package org.tongquan.ledger.reading.text;

import java.util.Arrays;
import org.tongquan.kernel.Problem;

/// Line and column of a place in the original text, both starting at 1.
public final class TextPlaces {
    private final String file;
    private final int[] starts;

    public TextPlaces(String file, String text) {
        this.file = file;
        var found = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        int n = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                found[n++] = i + 1;
            }
        }
        this.starts = found;
    }

    public int line(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }

    public Problem problem(int offset, String what, String todo) {
        int line = line(offset);
        return new Problem(file, line, offset - starts[line - 1] + 1, what, todo);
    }
}
