package org.tongquan.ledger.terms;

import java.time.LocalDate;
import java.util.List;

/// An area that knows running terms which now end on another day than was told.
public interface MovedTerms {
    /// A running term that moved.
    ///
    /// @param key what the term belongs to, the same every day
    /// @param title the matter, as people call it
    /// @param bodies those who were told the first day, and who wait for it
    /// @param told the last day as it was told
    /// @param now the last day by the calendar of today
    /// @param href where the matter stands, a path of this instance
    record Moved(
            String key,
            String title,
            List<String> bodies,
            LocalDate told,
            LocalDate now,
            String href) {
        public Moved {
            bodies = bodies.stream().filter(b -> !b.isEmpty()).distinct().toList();
        }
    }

    /// The terms of a region that run on a day and moved.
    List<Moved> moved(String region, LocalDate day);
}
