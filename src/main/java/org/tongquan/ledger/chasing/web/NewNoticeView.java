package org.tongquan.ledger.chasing.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// The form to issue notices, for one item or for several red ones at once.
///
/// @param single whether one item was asked for by its address
/// @param results what became of each item sent before
public record NewNoticeView(
        List<Crumb> crumbs,
        boolean single,
        List<Choice> choices,
        List<Option> parties,
        String party,
        String next,
        String text,
        String error,
        List<Result> results) {
    /// @param value `commitment~party`
    /// @param open whether a notice about it is open already
    public record Choice(
            String value,
            String text,
            String href,
            String party,
            String light,
            int percent,
            String due,
            boolean open,
            boolean chosen) {}

    /// @param href of the notice issued, empty when refused
    /// @param refusal word of the reason, empty when issued
    public record Result(String text, String href, String refusal) {}
}
