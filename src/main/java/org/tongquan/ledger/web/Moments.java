package org.tongquan.ledger.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.tongquan.ledger.Ledger;

/// Moments as pages show them, where the parties are.
public final class Moments {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Ledger.ZONE);

    private Moments() {}

    public static String of(Instant at) {
        return FORM.format(at);
    }
}
