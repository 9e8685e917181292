package org.tongquan.ledger.progress.web;

import java.util.List;
import org.tongquan.site.Option;

/// Reports due: who owes what, since when.
///
/// @param words every word with how many rows it has, the empty one for all first
/// @param more whether more rows were found than are shown
public record DueView(
        List<Row> rows,
        List<WordCount> words,
        String word,
        List<Option> parties,
        String party,
        List<Option> units,
        String unit,
        boolean more,
        int most) {
    /// @param word empty for all
    public record WordCount(String word, int count) {}

    public record Row(String href, String text, RhythmView rhythm) {}
}
