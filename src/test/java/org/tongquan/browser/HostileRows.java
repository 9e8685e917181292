package org.tongquan.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongquan.host.TestHost;

/// Puts hostile words behind every text that people wrote, in every table, and takes them out
/// again. Text that people wrote is what holds a blank or a Chinese character.
final class HostileRows implements AutoCloseable {
    private static final String COLUMNS =
            """
            select table_schema || '.' || table_name as "table", column_name as "column",
                   data_type as "type"
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where table_schema in ('identity', 'ledger') and table_type = 'BASE TABLE'
              and data_type in ('text', 'character varying', 'jsonb', 'json')
              and c.is_generated = 'NEVER' and table_name not like '%schema_history'
            order by 1, 2
            """;
    private static final String APPEND =
            """
            update %1$s set %2$s = %2$s || :words
            where (%2$s ~ %3$s or %4$s) and %2$s <> '' and %2$s !~ '^\\s*[\\[{<]'
            """;

    /// Columns of texts that people wrote, whatever stands in them.
    private static final Set<String> WRITTEN =
            Set.of("shown_name", "title", "text", "note", "name", "scope", "finding");

    /// Columns with a limit that leaves room for an element alone.
    private static final Set<String> LIMITED =
            Set.of(
                    "identity.person.shown_name",
                    "identity.sign_in.address",
                    "ledger.saved_view.name");

    private static final String FREE = "'[\\u4e00-\\u9fff ]'";
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?!\\s*:)");
    private static final Pattern FREE_TEXT = Pattern.compile("[\\u4e00-\\u9fff ]");

    private record Column(String table, String column, String type) {}

    private record Cell(String place, String value) {}

    private final String words;
    private final String shortest;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final List<Column> columns;
    private final List<String> refused = new ArrayList<>();

    /// @param shortest for columns that hold no more
    HostileRows(String words, String shortest) {
        this.words = words;
        this.shortest = shortest;
        var source = TestHost.administering();
        db = JdbcClient.create(source);
        transactions =
                new TransactionTemplate(
                        new org.springframework.jdbc.support.JdbcTransactionManager(source));
        columns = db.sql(COLUMNS).query(Column.class).list();
        columns.forEach(this::spoil);
    }

    /// Columns that hold texts and took no further words, with the reason.
    List<String> refused() {
        return List.copyOf(refused);
    }

    private void spoil(Column column) {
        var mine = column.table() + "." + column.column();
        try {
            if (!column.type().startsWith("json")) {
                append(column, LIMITED.contains(mine) ? shortest : words);
            }
            for (var cell : json(column)) {
                changeCell(column, cell.place(), inJson(cell.value()));
            }
        } catch (DataAccessException e) {
            refused.add(mine + ": " + e.getMostSpecificCause().getMessage());
        }
    }

    private void append(Column column, String value) {
        quietly(
                () ->
                        db.sql(
                                        APPEND.formatted(
                                                column.table(),
                                                column.column(),
                                                FREE,
                                                WRITTEN.contains(column.column())))
                                .param("words", value)
                                .update());
    }

    private List<Cell> json(Column column) {
        return db.sql(
                        """
                        select ctid::text as place, %2$s::text as value from %1$s
                        where %2$s::text ~ %3$s and %2$s::text ~ '^\\s*[\\[{]'
                        """
                                .formatted(column.table(), column.column(), FREE))
                .query(Cell.class)
                .list();
    }

    private void changeCell(Column column, String place, String value) {
        var cast = column.type().startsWith("json") ? "::" + column.type() : "";
        quietly(
                () ->
                        db.sql(
                                        "update %s set %s = :value%s where ctid = :place::tid"
                                                .formatted(column.table(), column.column(), cast))
                                .param("value", value)
                                .param("place", place)
                                .update());
    }

    /// Without triggers: what may only be added to is written over here, and back again.
    private void quietly(Runnable work) {
        transactions.executeWithoutResult(
                status -> {
                    db.sql("set local session_replication_role = replica").update();
                    work.run();
                });
    }

    private String inJson(String value) {
        return STRING.matcher(value)
                .replaceAll(
                        found -> {
                            var text = found.group(1);
                            var more = FREE_TEXT.matcher(text).find() ? escaped() : "";
                            return java.util.regex.Matcher.quoteReplacement(
                                    "\"" + text + more + "\"");
                        });
    }

    private String escaped() {
        return words.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public void close() {
        for (var column : columns) {
            var cast = column.type().startsWith("json") ? "::" + column.type() : "";
            quietly(
                    () ->
                            db.sql(
                                            """
                                            update %1$s set %2$s =
                                            replace(replace(replace(%2$s::text,
                                                :escaped, ''), :words, ''), :shortest, '')%3$s
                                            where %2$s::text like '%%' || :mark || '%%'
                                            """
                                                    .formatted(
                                                            column.table(), column.column(), cast))
                                    .param("escaped", escaped())
                                    .param("words", words)
                                    .param("shortest", shortest)
                                    .param("mark", EveryTemplateTest.MARK)
                                    .update());
        }
    }
}
