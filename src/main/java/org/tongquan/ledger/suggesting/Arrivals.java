package org.tongquan.ledger.suggesting;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.host.Acting;
import org.tongquan.host.Vault;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Daily;

/// All SQL on `ledger.suggestion_attempt`: holds back who sends too many.
@Repository
class Arrivals implements Daily {
    /// Suggestions that one address may hand in within the hour.
    static final int MOST_OF_ADDRESS = 5;

    /// Suggestions that a region takes within the hour.
    static final int MOST_OF_REGION = 120;

    static final Duration WINDOW = Duration.ofHours(1);

    /// Digests of addresses are forgotten after so long.
    static final Duration KEPT = Duration.ofDays(1);

    private static final Actor JOB = Actor.job("ledger");

    private static final String COUNT =
            """
            select count(*) as of_region, count(*) filter (where origin = :origin) as of_address
            from ledger.suggestion_attempt where region = :region and at > :since
            """;

    private final JdbcClient db;
    private final Vault vault;
    private final Acting acting;
    private final Clock clock;

    Arrivals(JdbcClient db, Vault vault, Acting acting, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.acting = acting;
        this.clock = clock;
    }

    /// Notes one more, unless it is one too many. One at a time in a region.
    Optional<SuggestionFault> admit(String region, String address, Instant now) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('suggest:' || :region, 0))")
                .param("region", region)
                .query()
                .singleRow();
        var origin = origin(region, address);
        var counted =
                db.sql(COUNT)
                        .param("region", region)
                        .param("origin", origin)
                        .param("since", utc(now.minus(WINDOW)))
                        .query((row, i) -> new int[] {row.getInt(1), row.getInt(2)})
                        .single();
        if (counted[1] >= MOST_OF_ADDRESS) {
            return Optional.of(SuggestionFault.TOO_MANY);
        }
        if (counted[0] >= MOST_OF_REGION) {
            return Optional.of(SuggestionFault.BUSY);
        }
        db.sql(
                        """
                        insert into ledger.suggestion_attempt (region, origin, at)
                        values (:region, :origin, :at)
                        """)
                .param("region", region)
                .param("origin", origin)
                .param("at", utc(now))
                .update();
        return Optional.empty();
    }

    /// Forgets where yesterday's suggestions came from.
    @Override
    public void begin(String region, LocalDate day) {
        acting.run(
                JOB,
                () ->
                        db.sql(
                                        """
                                        delete from ledger.suggestion_attempt
                                        where region = :region and at < :before
                                        """)
                                .param("region", region)
                                .param("before", utc(clock.instant().minus(KEPT)))
                                .update());
    }

    private byte[] origin(String region, String address) {
        var named = "ledger.suggestion/" + region + "/" + address;
        return vault.blindIndex(named.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
