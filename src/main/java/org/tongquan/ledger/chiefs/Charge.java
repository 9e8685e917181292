package org.tongquan.ledger.chiefs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Text;
import org.tongquan.compact.conduct.Chief;

/// What a chief answers for: an industry chain, a bay, an island. Never changed; what changes are
/// its terms and who holds the post.
///
/// @param declared id of the compact's entry it was made from; empty when the office recorded it
/// @param commitment what it carries out; empty when it belongs to none
/// @param basis the document it rests on
public record Charge(
        UUID id,
        String region,
        String party,
        String declared,
        Chief.Kind kind,
        Text object,
        String commitment,
        String basis,
        String body,
        LocalDate on,
        Instant at) {

    /// What holds for it from a day on, until the next terms.
    ///
    /// @param ended from this day on nothing is owed
    /// @param post the office whose holder is chief
    /// @param rhythm of rounds; null where nothing names one
    /// @param units that problems are handed to
    /// @param settleWithin workdays to settle a problem; null: as for what an inspection found
    /// @param rule where the terms come from
    public record Terms(
            int seq,
            LocalDate from,
            boolean ended,
            Text post,
            List<String> duties,
            @Nullable Period rhythm,
            List<String> units,
            @Nullable Integer settleWithin,
            String rule,
            String body,
            Instant at) {
        public Terms {
            duties = List.copyOf(duties);
            units = List.copyOf(units);
        }

        /// Whether these say the same, whoever recorded them and when.
        boolean same(Terms other) {
            return ended == other.ended
                    && post.equals(other.post)
                    && duties.equals(other.duties)
                    && java.util.Objects.equals(rhythm, other.rhythm)
                    && units.equals(other.units)
                    && java.util.Objects.equals(settleWithin, other.settleWithin);
        }
    }

    /// Who holds the post from a day on.
    ///
    /// @param deputy empty without one
    /// @param unit the contact unit, which acts for the chief
    /// @param reason of the change, with its document
    public record Holding(
            int seq,
            LocalDate from,
            String holder,
            String deputy,
            String unit,
            String reason,
            String body,
            Instant at) {}
}
