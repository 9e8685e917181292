package org.tongquan.ledger.template.web;

import java.util.List;
import org.tongquan.site.Crumb;

/// One template to edit.
///
/// @param shown version in use when the page was made; the form sends it back
/// @param loaded version whose text stands in the form; -1 for what was typed
/// @param text what stands in the form
/// @param rows height of the form
/// @param theirs the version that somebody saved meanwhile; empty when nobody did
/// @param faults what is wrong with the text, in the order of its lines
public record TemplateView(
        List<Crumb> crumbs,
        String kind,
        String path,
        int shown,
        int loaded,
        String text,
        int rows,
        boolean mayEdit,
        String theirs,
        String theirsBy,
        List<Fault> faults,
        List<Word> words,
        List<Version> versions) {
    /// @param line 0 for the whole text
    public record Fault(int line, String what) {}

    /// @param mark as it is written into the text
    /// @param meaning in the reader's language, or an example
    public record Word(String mark, String meaning, boolean needed) {}

    /// @param from version that was taken back with this one; -1 for none
    public record Version(int number, String body, String at, int from, boolean current) {}
}
