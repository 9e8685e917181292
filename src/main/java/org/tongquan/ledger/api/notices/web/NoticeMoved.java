package org.tongquan.ledger.api.notices.web;

/// A step was taken.
///
/// @param version number of the event; the notice's new `ETag`
record NoticeMoved(String id, String step, int version, String href) {}
