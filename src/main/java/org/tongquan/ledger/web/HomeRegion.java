package org.tongquan.ledger.web;

/// The region that an instance was started for; its public page is the one shown first.
///
/// @param id id of the compact
public record HomeRegion(String id) {}
