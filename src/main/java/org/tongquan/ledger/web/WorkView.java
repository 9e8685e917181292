package org.tongquan.ledger.web;

import java.util.List;

/// What the acting body has to do next.
public record WorkView(String bodyName, List<RowView> rows, boolean mayDraft) {}
