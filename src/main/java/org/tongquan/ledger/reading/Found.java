package org.tongquan.ledger.reading;

/// One value read from the text: what, where, by which rule, how sure.
///
/// @param start first UTF-16 unit in the original text
/// @param end unit behind the last one
/// @param rule name of the rule that found it, for example `bracket-lead`
/// @param confidence 0 to 1; advice for the person who reviews
public record Found<T>(T value, int start, int end, String rule, double confidence) {}
