package org.tongquan.ledger.rehearsing;

import java.util.List;

/// An area whose rules set days or say who decides.
public interface Rehearsed {
    /// What its rules say of the facts kept, under the version of each day that the trial goes by.
    List<Said> under(Trial trial);
}
