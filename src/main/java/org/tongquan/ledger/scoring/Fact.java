package org.tongquan.ledger.scoring;

import java.time.LocalDate;
import java.util.List;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.ledger.Assignment.Role;

/// Something that happened and that points are given or taken for.
///
/// @param id what it was made from: stays the same however often it is gathered
/// @param commitment id of the commitment, empty when it concerns none
/// @param party the party whose obligation it is, empty when it concerns none
/// @param on the deciding day: whoever had a part on that day answers for it
/// @param days days early (occasion `ON_TIME`) or late (`LATE`), else 0
/// @param why end of the message key of its sentence
/// @param values what the sentence names
/// @param parts who answers, and as what
public record Fact(
        String id,
        Occasion occasion,
        String commitment,
        String party,
        LocalDate on,
        int days,
        String why,
        List<String> values,
        List<Part> parts) {
    public Fact {
        values = List.copyOf(values);
        parts = List.copyOf(parts);
    }

    /// @param unit `<holder>/<unit>`, or a party's id: that party's duties without a lead unit
    public record Part(String unit, Role role) {}
}
