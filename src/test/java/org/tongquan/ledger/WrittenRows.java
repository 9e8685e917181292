package org.tongquan.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.host.TestHost;

/// Which transactions wrote rows, table by table, as the administrator of the server sees it.
final class WrittenRows {
    /// What can be made again from other tables, or belongs to the journal itself.
    private static final Set<String> PROJECTIONS =
            Set.of(
                    "ledger.commitment",
                    "ledger.obligation",
                    "ledger.tally",
                    "ledger.extent",
                    "ledger.wording",
                    "ledger.hook_delivery",
                    "ledger.assignment",
                    "settlement.balance",
                    "settlement.reservation");

    private static final String TABLES =
            """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relname <> 'flyway_schema_history'
              and n.nspname in ('compact', 'identity', 'ledger', 'settlement')
            order by 1
            """;

    /// Counts how often somebody tried; cleared each day, no record.
    private static final String ATTEMPTS = "ledger.suggestion_attempt";

    /// Tables that the application may take rows out of.
    private static final String DELETABLE =
            """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname in ('compact', 'identity', 'ledger')
              and has_table_privilege('tongquan_app', c.oid, 'delete')
            order by 1
            """;

    private final JdbcClient db = JdbcClient.create(TestHost.administering());
    private final List<String> tables =
            db.sql(TABLES).query(String.class).list().stream()
                    .filter(t -> !PROJECTIONS.contains(t))
                    .toList();

    private final List<String> deletable =
            db.sql(DELETABLE).query(String.class).list().stream()
                    .filter(t -> !PROJECTIONS.contains(t) && !t.equals(ATTEMPTS))
                    .toList();

    /// How many rows stand in each table that rows can be taken out of.
    Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        for (var table : deletable) {
            var rows = db.sql("select count(*) from " + table).query(Long.class).single();
            counts.put(table, rows);
        }
        return counts;
    }

    /// Tables with fewer rows than before.
    Set<String> fewerThan(Map<String, Long> before) {
        var now = counts();
        var fewer = new TreeSet<String>();
        before.forEach(
                (table, rows) -> {
                    if (now.get(table) < rows) {
                        fewer.add(table);
                    }
                });
        return fewer;
    }

    /// Whether any entry was recorded after a transaction.
    boolean recorded(long after) {
        return !writers("journal.entry", after).isEmpty();
    }

    /// The next transaction's number.
    long now() {
        return db.sql("select pg_current_xact_id()::text::bigint").query(Long.class).single();
    }

    /// Tables with rows that were written after a transaction, with the numbers of those
    /// transactions that left no entry in the journal.
    TreeMap<String, Set<Long>> withoutEntry(long after) {
        var recorded = writers("journal.entry", after);
        var faults = new TreeMap<String, Set<Long>>();
        for (var table : tables) {
            var silent = new TreeSet<>(writers(table, after));
            silent.removeAll(recorded);
            if (!silent.isEmpty()) {
                faults.put(table, silent);
            }
        }
        // Units named by a body are a record; those that the text names are a projection.
        var assigned =
                new TreeSet<>(
                        writers("ledger.assignment where by_body <> 'clause' and xmin", after));
        assigned.removeAll(recorded);
        if (!assigned.isEmpty()) {
            faults.put("ledger.assignment", assigned);
        }
        return faults;
    }

    /// Tables that were written to after a transaction.
    Set<String> changed(long after) {
        var changed = new TreeSet<String>();
        tables.stream().filter(t -> !writers(t, after).isEmpty()).forEach(changed::add);
        if (!writers("ledger.assignment where by_body <> 'clause' and xmin", after).isEmpty()) {
            changed.add("ledger.assignment");
        }
        return changed;
    }

    private Set<Long> writers(String source, long after) {
        var from = source.contains(" where ") ? source : source + " where xmin";
        return Set.copyOf(
                db.sql(
                                "select distinct xmin::text::bigint from "
                                        + from
                                        + "::text::bigint > :after")
                        .param("after", after)
                        .query(Long.class)
                        .list());
    }
}
