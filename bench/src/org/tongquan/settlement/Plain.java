package org.tongquan.settlement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tongquan.host.Database;

/// The peer: the least that posts four legs, written by hand in PL/pgSQL, row by row. It locks the
/// accounts in order, checks sum and key, inserts leg by leg and updates balance by balance. No row-level security, no running balances, no proofs.
final class Plain {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private static final String SCHEMA =
            """
            create schema plain;
            create table plain.account (id int primary key, debits bigint not null default 0,
                credits bigint not null default 0) with (fillfactor = 50);
            create table plain.posting (id bigint generated always as identity primary key,
                key bigint not null unique, at timestamptz not null);
            create table plain.leg (posting bigint not null, no smallint not null,
                account int not null, amount bigint not null, primary key (posting, no));
            insert into plain.account (id) select generate_series(1, %d);
            create function plain.post(wanted bigint, accounts int[], amounts bigint[])
            returns bigint language plpgsql as $$
            declare
                made bigint;
                total bigint := 0;
            begin
                for i in 1 .. array_length(accounts, 1) loop
                    total := total + amounts[i];
                end loop;
                if total <> 0 then
                    raise exception 'unbalanced';
                end if;
                perform from plain.account where id = any(accounts) order by id for update;
                insert into plain.posting (key, at) values (wanted, clock_timestamp())
                    on conflict do nothing returning id into made;
                if made is null then
                    return (select id from plain.posting where key = wanted);
                end if;
                for i in 1 .. array_length(accounts, 1) loop
                    insert into plain.leg values (made, i, accounts[i], amounts[i]);
                    update plain.account
                    set debits = debits + greatest(-amounts[i], 0),
                        credits = credits + greatest(amounts[i], 0)
                    where id = accounts[i];
                end loop;
                return made;
            end
            $$;
            """;

    private static final String HOT =
            """
            \\set k random(1, 9000000000000000000)
            \\set a random(4, %d)
            select plain.post(:k::bigint, array[:a, 1, 2, 3]::int[],
                array[-200, 150, 40, 10]::bigint[]);
            """;

    private static final String UNIFORM =
            """
            \\set k random(1, 9000000000000000000)
            \\set a random(1, %1$d)
            \\set b random(1, %1$d)
            \\set c random(1, %1$d)
            \\set d random(1, %1$d)
            select plain.post(:k::bigint, array[:a, :b, :c, :d]::int[],
                array[-200, 150, 40, 10]::bigint[]);
            """;

    private static final String POSTINGS =
            """
            insert into plain.posting (key, at) select *, now() from unnest(?::bigint[])
            """;

    private static final String LEGS =
            """
            insert into plain.leg select * from unnest(?::bigint[], ?::smallint[], ?::int[],
                ?::bigint[])
            """;

    private static final String BALANCES =
            """
            update plain.account a
            set debits = a.debits + s.debits, credits = a.credits + s.credits
            from (select account, sum(greatest(-amount, 0)) as debits,
                    sum(greatest(amount, 0)) as credits
                from unnest(?::int[], ?::bigint[]) as u (account, amount)
                group by account) s
            where a.id = s.account
            """;

    private final Database owner;
    private final Path folder;
    private final int accounts;

    Plain(Database owner, Path folder, int accounts) throws SQLException {
        this.owner = owner;
        this.folder = folder;
        this.accounts = accounts;
        try (var connection = owner.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA.formatted(accounts));
        }
    }

    static Path pgbench() throws Exception {
        try (var versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(v -> v.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "no pgbench: apt-get install postgresql-15"));
        }
    }

    /// Transactions a second.
    double run(boolean hot, int clients, int seconds) throws Exception {
        var script = folder.resolve(hot ? "hot.sql" : "uniform.sql");
        Files.writeString(script, (hot ? HOT : UNIFORM).formatted(accounts));
        var address = Pattern.compile("//([^:/]+):(\\d+)/(\\w+)").matcher(owner.url());
        if (!address.find()) {
            throw new IllegalStateException(owner.toString());
        }
        var builder =
                new ProcessBuilder(
                        List.of(
                                pgbench().toString(),
                                "-n",
                                "-M",
                                "prepared",
                                "-c",
                                "" + clients,
                                "-j",
                                "2",
                                "-T",
                                "" + seconds,
                                "-h",
                                address.group(1),
                                "-p",
                                address.group(2),
                                "-U",
                                owner.user(),
                                "-f",
                                script.toString(),
                                address.group(3)));
        builder.environment().put("PGPASSWORD", owner.password());
        builder.redirectErrorStream(true);
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes());
        var tps = TPS.matcher(text);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IllegalStateException(text);
        }
        return Double.parseDouble(tps.group(1));
    }

    /// One transaction of a whole batch: three statements, nothing read, nothing checked.
    void batch(Connection connection, long firstKey, int[][] wanted, long[] amounts)
            throws SQLException {
        int n = wanted.length;
        int legs = amounts.length;
        var keys = new long[n];
        var postings = new long[n * legs];
        var numbers = new short[n * legs];
        var of = new int[n * legs];
        var values = new long[n * legs];
        for (int i = 0; i < n; i++) {
            keys[i] = -(firstKey + i);
            for (int l = 0; l < legs; l++) {
                postings[i * legs + l] = keys[i];
                numbers[i * legs + l] = (short) l;
                of[i * legs + l] = wanted[i][l];
                values[i * legs + l] = amounts[l];
            }
        }
        connection.setAutoCommit(false);
        update(connection, POSTINGS, keys);
        update(connection, LEGS, postings, numbers, of, values);
        update(connection, BALANCES, of, values);
        connection.commit();
    }

    private static void update(Connection connection, String sql, Object... columns)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i : IntStream.range(0, columns.length).toArray()) {
                statement.setObject(i + 1, columns[i]);
            }
            statement.executeUpdate();
        }
    }

    /// Whether the balances add up to zero, are those of the legs, and no posting lacks a leg.
    boolean isRight() throws SQLException {
        try (var connection = owner.dataSource().getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select (select sum(credits) - sum(debits) = 0 from plain.account)
                                    and (select sum(amount) = 0 from plain.leg)
                                    and (select count(*) from plain.leg)
                                        = 4 * (select count(*) from plain.posting)
                                """)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
