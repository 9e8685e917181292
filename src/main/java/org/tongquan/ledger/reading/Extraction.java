package org.tongquan.ledger.reading;

/// The outcome of taking the text out of a file.
public sealed interface Extraction permits SourceText, Reading.Refused {}
