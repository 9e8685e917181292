package org.tongquan.ledger.web;

import java.time.Period;
import org.tongquan.ledger.standing.Standing;
import org.tongquan.site.Page;

/// The sentence behind a light, and the rhythm of a recurring duty in words.
public final class Why {
    private static final int MONTHS = 12;

    private Why() {}

    public static String sentence(Page page, Standing standing) {
        return page.say("ledger.reason." + standing.reason().word(), standing.values().toArray());
    }

    /// `P6M` as people say it; what is no plain number of years, months or days stays as it is.
    public static String rhythm(Page page, String cycle) {
        var period = Period.parse(cycle);
        int months = Math.toIntExact(period.toTotalMonths());
        if (months == 0) {
            return page.say("ledger.rhythm.days", period.getDays());
        }
        if (period.getDays() != 0) {
            return cycle;
        }
        return months % MONTHS == 0
                ? page.say("ledger.rhythm.years", months / MONTHS)
                : page.say("ledger.rhythm.months", months);
    }
}
