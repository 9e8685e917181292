package org.tongquan.ledger.api.web;

/// A party, body or unit.
///
/// @param id stays the same
/// @param name in the language asked for
public record Named(String id, String name) {}
