package org.tongquan.ledger.api.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;

/// Versions as `ETag` and `If-Match` carry them: a number in quotes.
public final class Condition {
    private static final Pattern FORM = Pattern.compile("\\s*(?:W/)?\"([0-9]{1,9})\"\\s*");

    private Condition() {}

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /// @throws Rejected when the header is missing or is no version of ours
    public static int version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Rejected(Trouble.CONDITION_MISSING);
        }
        var found = FORM.matcher(ifMatch);
        if (!found.matches()) {
            throw new Rejected(Trouble.PRECONDITION);
        }
        return Integer.parseInt(found.group(1));
    }
}
