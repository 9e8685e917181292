package org.tongquan.ledger.drafting;

import java.util.UUID;

/// The sentence that a commitment was read from.
///
/// @param document id of the document that holds it
/// @param name what a person calls the document
/// @param number of the document; empty when it has none
public record Origin(UUID document, String name, String number, String sentence) {}
