package org.tongquan.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Balance;
import org.tongquan.settlement.posting.Holding;
import org.tongquan.settlement.posting.Unit;

/// All SQL on `settlement.account` and `settlement.balance`. Accounts never change, so their numbers
/// and limits are remembered; balances are read each time.
final class Accounts {
    /// Accounts remembered at most; beyond that all are forgotten and read again.
    private static final int MOST_REMEMBERED = 500_000;

    private static final String ADD =
            """
            with opened as (
                insert into settlement.account (id, region, party, purpose, unit, least, most,
                    opened_at)
                select *, ?::timestamptz from unnest(?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::bigint[], ?::bigint[])
                on conflict (id) do nothing
                returning no)
            insert into settlement.balance (account, at)
            select no, ?::timestamptz from opened
            """;

    private static final String COLUMNS = "no, region, party, purpose, unit, least, most";

    private static final String GET =
            "select %s from settlement.account where id = any(?)".formatted(COLUMNS);

    private static final String LOCK =
            """
            select account, version, at, posted, incoming, outgoing, folded
            from settlement.balance
            where account = any(?)
            order by account
            for update
            """;

    private static final String KEEP =
            """
            update settlement.balance b
            set version = u.version, at = ?::timestamptz, posted = u.posted,
                incoming = u.incoming, outgoing = u.outgoing, folded = u.folded
            from unnest(?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                as u (account, version, posted, incoming, outgoing, folded)
            where b.account = u.account
            """;

    private static final String HOLDING =
            """
            select %s, b.version, b.at, b.posted, b.incoming, b.outgoing
            from settlement.account a
            join settlement.balance b on b.account = a.no
            """
                    .formatted(
                            "a.no, a.region, a.party, a.purpose, a.unit, a.least, a.most");

    private static final String FIND = HOLDING + " where a.id = ?";

    private static final String LIST =
            HOLDING + " where a.id > ? and a.id like ? order by a.id limit ?";

    private final Map<String, Numbered> remembered = new ConcurrentHashMap<>();
    private final JdbcTemplate db;

    Accounts(JdbcTemplate db) {
        this.db = db;
    }

    private record Numbered(int no, Account account) {}

    /// Balances under lock.
    ///
    /// @param latest when the last leg of any of them was recorded
    /// @param folded up to which version each account's legs are in chunks
    record Locked(Map<String, Standing> standings, Instant latest, Map<Integer, Long> folded) {}

    /// Adds those that are not there yet.
    ///
    /// @return how many were added
    int add(List<Account> accounts, Instant at) {
        var moment = at.toString();
        return db.update(
                ADD,
                moment,
                accounts.stream().map(Account::id).toArray(String[]::new),
                accounts.stream().map(Account::region).toArray(String[]::new),
                accounts.stream().map(Account::party).toArray(String[]::new),
                accounts.stream().map(Account::purpose).toArray(String[]::new),
                accounts.stream().map(a -> a.unit().code()).toArray(String[]::new),
                accounts.stream().map(Account::least).toArray(Long[]::new),
                accounts.stream().map(Account::most).toArray(Long[]::new),
                moment);
    }

    /// Those of these that there are, by id.
    Map<String, Account> get(Collection<String> ids) {
        var found = new HashMap<String, Account>();
        remember(ids).forEach((id, numbered) -> found.put(id, numbered.account()));
        return found;
    }

    /// Locks the balances in the order of the accounts' numbers, so that two writers never wait for
    /// one another. Unknown ids are left out.
    Locked lock(Collection<String> ids) {
        var numbered = remember(ids);
        var byNumber = new HashMap<Integer, Account>();
        numbered.values().forEach(n -> byNumber.put(n.no(), n.account()));
        var standings = new HashMap<String, Standing>();
        var folded = new HashMap<Integer, Long>();
        var latest = new Instant[] {Instant.EPOCH};
        int[] numbers = byNumber.keySet().stream().mapToInt(Integer::intValue).toArray();
        db.query(
                LOCK,
                row -> {
                    int no = row.getInt("account");
                    var account = byNumber.get(no);
                    if (account == null) {
                        throw new IllegalStateException("not asked for: account " + no);
                    }
                    standings.put(account.id(), standing(row, no, account));
                    folded.put(no, row.getLong("folded"));
                    var at = row.getTimestamp("at").toInstant();
                    latest[0] = at.isAfter(latest[0]) ? at : latest[0];
                },
                (Object) numbers);
        return new Locked(standings, latest[0], folded);
    }

    private static Standing standing(ResultSet row, int no, Account account) throws SQLException {
        return new Standing(
                no,
                account,
                row.getLong("version"),
                row.getLong("posted"),
                row.getLong("incoming"),
                row.getLong("outgoing"));
    }

    /// Writes how the accounts stand now, one update for all.
    void keep(List<Standing> changed, Map<Integer, Long> folded, Instant at) {
        int updated =
                db.update(
                        KEEP,
                        at.toString(),
                        changed.stream().mapToInt(Standing::no).toArray(),
                        changed.stream().mapToLong(Standing::version).toArray(),
                        changed.stream().mapToLong(Standing::posted).toArray(),
                        changed.stream().mapToLong(Standing::incoming).toArray(),
                        changed.stream().mapToLong(Standing::outgoing).toArray(),
                        changed.stream()
                                .mapToLong(s -> folded.getOrDefault(s.no(), 0L))
                                .toArray());
        if (updated != changed.size()) {
            throw new IllegalStateException(
                    "%d balances written instead of %d".formatted(updated, changed.size()));
        }
    }

    Optional<Holding> find(String id) {
        return db.query(FIND, (row, number) -> holding(row), id).stream().findFirst();
    }

    /// Those that the actor sees, whose ids begin so, in the order of their ids.
    List<Holding> list(String beginning, String after, int limit) {
        return db.query(LIST, (row, number) -> holding(row), after, like(beginning), limit);
    }

    private static String like(String beginning) {
        return beginning.replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    private static Holding holding(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        return new Holding(
                account(row),
                new Balance(
                        version,
                        version == 0 ? null : row.getTimestamp("at").toInstant(),
                        row.getLong("posted"),
                        row.getLong("incoming"),
                        row.getLong("outgoing")));
    }

    private Map<String, Numbered> remember(Collection<String> ids) {
        var found = new HashMap<String, Numbered>();
        var missing = new ArrayList<String>();
        for (var id : ids) {
            var known = remembered.get(id);
            if (known != null) {
                found.put(id, known);
            } else {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            if (remembered.size() > MOST_REMEMBERED) {
                remembered.clear();
            }
            db.query(
                    GET,
                    row -> {
                        var numbered = new Numbered(row.getInt("no"), account(row));
                        found.put(numbered.account().id(), numbered);
                        remembered.put(numbered.account().id(), numbered);
                    },
                    (Object) missing.toArray(String[]::new));
        }
        return found;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("region"),
                row.getString("party"),
                row.getString("purpose"),
                Unit.of(row.getString("unit")).orElseThrow(),
                bound(row, "least"),
                bound(row, "most"));
    }

    private static @Nullable Long bound(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
