package org.tongquan.ledger.template.web;

import java.util.List;

/// The documents that have a template, and the version of each in use.
public record TemplatesView(List<Item> items, boolean mayEdit) {
    /// @param version 0 for the shipped one
    public record Item(String href, String kind, int version, String body, String at) {}
}
