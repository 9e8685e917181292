package org.tongquan.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Balance;
import org.tongquan.settlement.posting.Holding;
import org.tongquan.settlement.posting.Unit;

/// All SQL on `settlement.account` and `settlement.balance`. Accounts never change, so their
/// numbers and limits are remembered. Balances are remembered too, as the last commit left them,
// and
/// only written over the very version that was remembered: whoever was overtaken reads again.
final class Accounts {
    /// Accounts remembered at most; beyond that all are forgotten and read again.
    private static final int MOST_REMEMBERED = 200_000;

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

    private static final String READ =
            """
            select account, version, at, posted, incoming, outgoing, folded
            from settlement.balance
            where account = any(?)
            order by account
            """;

    private static final String LOCK = READ + " for update";

    private static final String KEEP =
            """
            update settlement.balance b
            set version = u.version, at = ?::timestamptz, posted = u.posted,
                incoming = u.incoming, outgoing = u.outgoing, folded = u.folded
            from unnest(?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[])
                as u (account, version, posted, incoming, outgoing, folded, before)
            where b.account = u.account and b.version = u.before
            """;

    private static final String HOLDING =
            """
            select %s, b.version, b.at, b.posted, b.incoming, b.outgoing
            from settlement.account a
            join settlement.balance b on b.account = a.no
            """
                    .formatted("a.no, a.region, a.party, a.purpose, a.unit, a.least, a.most");

    private static final String FIND = HOLDING + " where a.id = ?";

    private static final String LIST =
            HOLDING + " where a.id > ? and a.id like ? order by a.id limit ?";

    private final Map<String, Numbered> remembered = new ConcurrentHashMap<>();
    private final Map<String, Live> live = new ConcurrentHashMap<>();
    private final JdbcTemplate db;

    Accounts(JdbcTemplate db) {
        this.db = db;
    }

    private record Numbered(int no, Account account) {}

    /// How an account stands.
    ///
    /// @param at when its last leg was recorded
    /// @param folded up to which version its legs are in chunks
    record Live(Standing standing, Instant at, long folded) {}

    /// Another process wrote to an account meanwhile.
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken(int lost) {
            super(lost + " balances were written by somebody else");
        }
    }

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

    /// How these accounts stand. Unknown ids are left out.
    ///
    /// @param locking reads them all under lock, in the order of their numbers, so that two writers
    ///     never wait for one another; else what is remembered is good enough to try with
    Map<String, Live> read(Collection<String> ids, boolean locking) {
        var found = new HashMap<String, Live>();
        var missing = new ArrayList<String>();
        for (var id : ids) {
            var last = locking ? null : live.get(id);
            if (last != null) {
                found.put(id, last);
            } else {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            var byNumber = new HashMap<Integer, Account>();
            remember(missing).values().forEach(n -> byNumber.put(n.no(), n.account()));
            int[] numbers = byNumber.keySet().stream().mapToInt(Integer::intValue).toArray();
            db.query(
                    locking ? LOCK : READ,
                    row -> {
                        int no = row.getInt("account");
                        var account = Objects.requireNonNull(byNumber.get(no));
                        var read = live(row, no, account);
                        found.put(read.standing().id(), read);
                    },
                    (Object) numbers);
        }
        return found;
    }

    private static Live live(ResultSet row, int no, Account account) throws SQLException {
        return new Live(
                new Standing(
                        no,
                        account,
                        row.getLong("version"),
                        row.getLong("posted"),
                        row.getLong("incoming"),
                        row.getLong("outgoing")),
                row.getTimestamp("at").toInstant(),
                row.getLong("folded"));
    }

    /// Writes how the accounts stand now, one update for all.
    ///
    /// @param before how they stood when they were read
    /// @throws Overtaken when another process wrote to one of them since
    void keep(List<Live> changed, Map<String, Live> before, Instant at) {
        var sorted =
                changed.stream().sorted(Comparator.comparingInt(l -> l.standing().no())).toList();
        var standings = sorted.stream().map(Live::standing).toList();
        int updated =
                db.update(
                        KEEP,
                        at.toString(),
                        standings.stream().mapToInt(Standing::no).toArray(),
                        standings.stream().mapToLong(Standing::version).toArray(),
                        standings.stream().mapToLong(Standing::posted).toArray(),
                        standings.stream().mapToLong(Standing::incoming).toArray(),
                        standings.stream().mapToLong(Standing::outgoing).toArray(),
                        sorted.stream().mapToLong(Live::folded).toArray(),
                        standings.stream()
                                .map(s -> Objects.requireNonNull(before.get(s.id())))
                                .mapToLong(b -> b.standing().version())
                                .toArray());
        if (updated != changed.size()) {
            throw new Overtaken(changed.size() - updated);
        }
    }

    /// What a commit left, for the next one.
    void remember(List<Live> committed) {
        if (live.size() > MOST_REMEMBERED) {
            live.clear();
        }
        committed.forEach(l -> live.put(l.standing().id(), l));
    }

    /// After a failure nothing is known.
    void forget() {
        live.clear();
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
                        var id = numbered.account().id();
                        found.put(id, numbered);
                        remembered.put(id, numbered);
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
