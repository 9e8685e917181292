package org.tongquan.ledger.suggesting;

/// How a suggestion reached the house.
///
/// @param address of the sender; only a keyed digest of it is kept, for a day
/// @param form the mark that the form was given when it was opened ([Suggesting#open])
/// @param trap what stands in the field that people do not see
/// @param confirmed whether the writer has seen the ones that read alike
public record Visit(String address, String form, String trap, boolean confirmed) {}
