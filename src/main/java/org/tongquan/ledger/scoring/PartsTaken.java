package org.tongquan.ledger.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.ledger.Assignment.Role;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.standing.Owed;
import org.tongquan.ledger.standing.Repeated;

/// Reads what the ledger keeps of a whole region: dated parts, and reports that were returned. One
/// query each, whatever the number of obligations.
@Repository
class PartsTaken {
    private static final String ASSIGNED =
            """
            select commitment, party, unit, role, valid_from, valid_to
            from ledger.assignment
            where region = :region and valid_from <= :to and at <= :known
              and (valid_to is null or valid_to > valid_from)
            """;

    private static final String RETURNED =
            """
            select p.id, p.commitment, p.party, p.body, p.on_day, r.at, r.reason
            from ledger.returned r join ledger.progress p on p.id = r.progress
            where r.region = :region and r.at >= :from and r.at < :end and r.at <= :known
            order by p.id
            """;

    private final JdbcClient db;

    PartsTaken(JdbcClient db) {
        this.db = db;
    }

    /// A report that was returned.
    ///
    /// @param on the day it was returned
    /// @param body who had filed it
    record Returned(
            UUID report,
            String commitment,
            String party,
            String body,
            LocalDate on,
            String reason) {}

    /// A part that a unit had.
    ///
    /// @param owed what it had a part in, as [Owed#key]
    /// @param until first day on which it no longer had it
    record Taken(String owed, String unit, Role role, LocalDate from, @Nullable LocalDate until) {}

    /// Parts that began by the end of a span, ended ones included.
    List<Taken> assigned(String region, Span span, Instant known) {
        var seen = new Repeated();
        return db.sql(ASSIGNED)
                .param("region", region)
                .param("to", span.to())
                .param("known", known.atOffset(ZoneOffset.UTC))
                .withFetchSize(Repeated.FETCHED)
                .query(
                        (row, i) ->
                                new Taken(
                                        Owed.key(row.getString(1), row.getString(2)),
                                        Objects.requireNonNull(seen.text(row.getString(3))),
                                        Role.of(row.getString(4)),
                                        Objects.requireNonNull(seen.day(row.getString(5))),
                                        seen.day(row.getString(6))))
                .list();
    }

    /// Reports returned within a span, by the day they were returned.
    List<Returned> returned(String region, Span span, Instant known) {
        return db.sql(RETURNED)
                .param("region", region)
                .param("from", span.from().atStartOfDay(Ledger.ZONE).toOffsetDateTime())
                .param("end", span.to().plusDays(1).atStartOfDay(Ledger.ZONE).toOffsetDateTime())
                .param("known", known.atOffset(ZoneOffset.UTC))
                .query(PartsTaken::read)
                .list();
    }

    private static Returned read(ResultSet rows, int i) throws SQLException {
        return new Returned(
                rows.getObject("id", UUID.class),
                rows.getString("commitment"),
                rows.getString("party"),
                rows.getString("body"),
                LocalDate.ofInstant(
                        rows.getObject("at", OffsetDateTime.class).toInstant(), Ledger.ZONE),
                rows.getString("reason"));
    }
}
