package org.tongquan.document;

import java.util.List;
import org.tongquan.document.Face.FontFile;

/// One set line: runs at their places, in points from the line's left edge.
///
/// @param width from the left edge to the end of the last character
record Line(List<Run> runs, float width) {
    /// Characters of one font at an even pitch.
    ///
    /// @param spacing added after each character
    /// @param scale horizontal scale, 1 is unchanged
    record Run(float x, String text, FontFile file, float spacing, float scale) {}

    static final Line EMPTY = new Line(List.of(), 0);
}
