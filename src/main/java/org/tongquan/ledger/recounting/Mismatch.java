package org.tongquan.ledger.recounting;

/// That something kept does not follow from its inputs, or that an input is no longer what it was.
///
/// @param subject what it is about: `commitment@party day`, or the id of a record
/// @param kept what was kept
/// @param now what follows now, or what the ledger says now
public record Mismatch(String subject, String kept, String now) {}
