package org.tongquan.ledger.planning.sheet;

import java.util.Locale;
import org.tongquan.ledger.planning.PlanFault;

/// What is wrong with a workbook, and where.
///
/// @param cell address such as `C7`; empty for the workbook itself
/// @param what the sentence is `planning.sheet.<word>`
/// @param value what stands there, or what is missing; may be empty
/// @param fault what the plan holds against the whole row, for [What#ITEM]
public record CellFault(
        String cell, What what, String value, @org.jspecify.annotations.Nullable PlanFault fault) {

    CellFault(String cell, What what, String value) {
        this(cell, what, value, null);
    }

    public enum What {
        /// No workbook of Excel, a damaged one, or one that unpacks to too much.
        NO_WORKBOOK,
        /// Larger than [PlanSheets#MOST_BYTES], or more rows than a plan may have.
        TOO_LARGE,
        /// A heading is missing or stands elsewhere.
        HEADING,
        /// No day such as 2026-06-30.
        DAY,
        /// No whole number.
        NUMBER,
        /// No member of that name.
        PARTY,
        /// No unit of that name, or several.
        UNIT,
        /// No field of policy of that name.
        CATEGORY,
        /// No milestone such as `2026-06-30 50% text`.
        MILESTONE,
        /// No item of that number in the plan; a new one has none.
        UNKNOWN_ID,
        /// The same number stands in two rows.
        TWICE,
        /// Somebody changed the item since the workbook was made.
        CHANGED_MEANWHILE,
        /// A formula; only values are read.
        FORMULA,
        /// The plan refuses the row.
        ITEM;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
