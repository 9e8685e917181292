package org.tongquan.ledger.inbox.web;

import java.util.List;

/// What the acting body was told.
public record InboxView(String bodyName, int unread, boolean unreadOnly, List<Item> items) {
    /// @param due day until which something is to be done, empty when there is none
    public record Item(
            String id,
            String sentence,
            String href,
            String due,
            boolean overdue,
            String from,
            String at,
            boolean read) {}
}
