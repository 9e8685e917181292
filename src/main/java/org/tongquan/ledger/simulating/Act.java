package org.tongquan.ledger.simulating;

import java.time.LocalDate;

/// One part of the year: who does what on a workday. Asked once for each, at the hour people work.
interface Act {
    void on(Play play, LocalDate today);
}
