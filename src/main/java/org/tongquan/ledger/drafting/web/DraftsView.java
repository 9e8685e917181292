package org.tongquan.ledger.drafting.web;

import java.util.List;

/// The acting body's documents, and the form to hand in another.
public record DraftsView(List<Item> items, List<String> problems, boolean mayDraft) {
    /// @param state `open` or `adopted`
    public record Item(
            String id, String title, String fileName, String at, String state, String version) {}
}
