package org.tongquan.kernel;

/// One thing wrong with an input: where it is, what it is, what to do about it.
///
/// @param file name of the file, empty when there is only one input
/// @param line first line is 1; 0 when the whole file is meant
/// @param column first column is 1; 0 when the whole line is meant
/// @param what the fault in one sentence
/// @param todo the way out in one sentence
public record Problem(String file, int line, int column, String what, String todo) {
    public Problem(String file, int line, String what, String todo) {
        this(file, line, 0, what, todo);
    }

    /// `file:line:column: what - todo`, the form that editors can jump to.
    @Override
    public String toString() {
        var place = new StringBuilder(file);
        if (line > 0) {
            place.append(place.isEmpty() ? "line " : ":").append(line);
            if (column > 0) {
                place.append(':').append(column);
            }
        }
        return (place.isEmpty() ? "" : place + ": ") + what + " - " + todo;
    }
}
