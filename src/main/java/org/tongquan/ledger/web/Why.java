package org.tongquan.ledger.web;

import org.tongquan.ledger.Standing;
import org.tongquan.site.Page;

/// The sentence behind a light.
public final class Why {
    private Why() {}

    public static String sentence(Page page, Standing standing) {
        return page.say("ledger.reason." + standing.reason().word(), standing.values().toArray());
    }
}
