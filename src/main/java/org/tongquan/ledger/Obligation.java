package org.tongquan.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.standing.Standing;

/// What one party owes by one commitment, with the standing judged last.
///
/// @param ordinal place in the order of the lists
/// @param parent the commitment that a task serves
public record Obligation(
        String region,
        String commitment,
        String party,
        int ordinal,
        String articleId,
        String chapterTitle,
        String category,
        String textZh,
        String textEn,
        LocalDate start,
        @Nullable LocalDate deadline,
        @Nullable String cycle,
        @Nullable String parent,
        Standing standing) {
    /// Where a list goes on.
    public Cursor cursor() {
        return new Cursor(ordinal, party);
    }

    /// The last row shown; the next page begins after it.
    public record Cursor(int ordinal, String party) {
        public static final Cursor START = new Cursor(-1, "");

        @Override
        public String toString() {
            return ordinal + "~" + party;
        }

        /// Reads what [#toString] wrote; anything else starts from the beginning.
        public static Cursor of(@Nullable String text) {
            if (text == null || !text.matches("[0-9]{1,9}~[0-9A-Za-z-]{0,60}")) {
                return START;
            }
            int tilde = text.indexOf('~');
            return new Cursor(
                    Integer.parseInt(text.substring(0, tilde)), text.substring(tilde + 1));
        }
    }
}
