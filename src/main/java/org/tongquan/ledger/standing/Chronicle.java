package org.tongquan.ledger.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.tongquan.compact.Resolved;

/// Who keeps what was said of obligations, together with what it followed from. Called in the
/// transaction of the ledger's job that judged them.
public interface Chronicle {
    /// After the rows of a region were judged in one pass; of wholes the parts are found in the
    /// rows.
    ///
    /// @param version in force on the day
    /// @param changed those with another standing than before; what is kept already is passed over
    /// @param duties what each was judged by
    void keep(Resolved version, LocalDate day, List<Judged> changed, Function<Judged, Duty> duties);

    /// After one was judged.
    void keep(Resolved version, LocalDate day, Judged changed, Facts facts);

    /// Keys of the obligations of which nothing is kept yet.
    Set<String> unknown(String region);
}
