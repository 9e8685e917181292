package org.tongquan.ledger;

import java.time.LocalDate;

/// Work that each day of a region begins with, after the lists were made again: reminders,
/// terms that ran out, visits that fall due. Called at least once a day and after each start, so
/// it must do nothing twice.
public interface Daily {
    /// @param day the day that begins, where the parties are
    void begin(String region, LocalDate day);
}
