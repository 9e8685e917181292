package org.tongquan.settlement.posting;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An account of a party for one purpose in one unit, with the limits of its balance.
///
/// The limits bind the balance together with everything that pendings may still take or bring:
/// `posted + outgoing >= least`, `posted + incoming <= most`. They are part of the account for
/// good.
///
/// @param region id of the compact
/// @param party id of a party of the compact; [#HOUSE] for the region's own clearing
/// @param purpose lower case with hyphens: `transit`, `prepaid-fund`
/// @param least the balance never goes below, in the smallest part; empty when it may
/// @param most the balance never goes above
public record Account(
        String region,
        String party,
        String purpose,
        Unit unit,
        @Nullable Long least,
        @Nullable Long most) {
    /// The party of accounts through which a region clears; they belong to nobody.
    public static final String HOUSE = "-";

    private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern PARTY = Pattern.compile("[a-z0-9-]{1,40}");
    /// What purposes are written with.
    public static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /// @throws IllegalArgumentException for a name that no id can be made of, or limits that leave
    ///     no room for an empty account
    public Account {
        require(REGION, region, "region");
        require(PARTY, party, "party");
        require(WORD, purpose, "purpose");
        if ((least != null && least > 0) || (most != null && most < 0)) {
            throw new IllegalArgumentException("an account begins at 0, outside its limits");
        }
    }

    /// Without limits.
    public static Account open(String region, String party, String purpose, Unit unit) {
        return new Account(region, party, purpose, unit, null, null);
    }

    /// Never below zero: what is there can be spent, no more.
    public static Account notBelowZero(String region, String party, String purpose, Unit unit) {
        return new Account(region, party, purpose, unit, 0L, null);
    }

    /// Never above zero: gives, and takes back at most what it gave.
    public static Account notAboveZero(String region, String party, String purpose, Unit unit) {
        return new Account(region, party, purpose, unit, null, 0L);
    }

    /// Reads the parts of an id; limits are not part of it.
    public static Optional<Account> parse(String id) {
        var parts = id.split("/", -1);
        if (parts.length != 4
                || !REGION.matcher(parts[0]).matches()
                || !PARTY.matcher(parts[1]).matches()
                || !WORD.matcher(parts[2]).matches()) {
            return Optional.empty();
        }
        return Unit.of(parts[3]).map(unit -> open(parts[0], parts[1], parts[2], unit));
    }

    /// `region/party/purpose/unit`: `basin/990100/transit/CNY`.
    public String id() {
        return region + "/" + party + "/" + purpose + "/" + unit.code();
    }

    private static void require(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("no " + what + ": '" + value + "'");
        }
    }
}
