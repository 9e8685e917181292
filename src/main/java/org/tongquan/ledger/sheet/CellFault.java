package org.tongquan.ledger.sheet;

/// What is wrong with a workbook, and where.
///
/// @param cell address such as `C7`; empty for the workbook itself
/// @param key of the sentence in the messages
/// @param value what stands there, or what is missing; may be empty
public record CellFault(String cell, String key, String value) {
    /// No workbook of Excel, or a damaged one.
    public static final String NO_WORKBOOK = "sheet.no-workbook";

    /// Larger than allowed, packed or unpacked, or more rows.
    public static final String TOO_LARGE = "sheet.too-large";

    /// A heading is missing or stands elsewhere.
    public static final String HEADING = "sheet.heading";

    /// No day such as 2026-06-30.
    public static final String DAY = "sheet.day";

    /// No whole number.
    public static final String NUMBER = "sheet.number";

    /// No number.
    public static final String AMOUNT = "sheet.amount";

    /// A formula; only values are read.
    public static final String FORMULA = "sheet.formula";

    /// No member of that name.
    public static final String PARTY = "sheet.party";

    /// Two rows speak of the same.
    public static final String TWICE = "sheet.twice";

    /// Somebody changed it since the workbook was made.
    public static final String CHANGED_MEANWHILE = "sheet.changed-meanwhile";
}
