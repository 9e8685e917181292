package org.tongquan.ledger.feed.web;

/// The person's calendar address for the acting body.
///
/// @param address the whole secret address, only just after it was made; else empty
/// @param madeAt when the one in use was made, empty without one
/// @param readAt when it was read last, empty when never
public record FeedView(String body, String address, String madeAt, String readAt) {}
