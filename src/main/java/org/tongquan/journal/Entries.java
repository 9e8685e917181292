package org.tongquan.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.kernel.Digest;

/// All SQL on `journal.entry` and `journal.era`.
final class Entries {
    private static final String COLUMNS =
            """
            e.id, e.kind, e.subject, e.body, e.person, e.at, e.salt, e.digest,
            e.era, e.xid::text as xid, e.seq
            """;

    private static final String ADD =
            """
            insert into journal.entry (id, kind, subject, body, person, at, salt, digest)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /// Committed transactions only, and no transaction with a lower number is still under way: what
    /// comes later sorts behind. Entries of an earlier era are all committed.
    private static final String LIST_SETTLED =
            """
            select %s
            from journal.entry e
            where (e.era, e.xid, e.seq) > (:era, cast(:xid as xid8), :seq)
              and (e.era < :current or e.xid < pg_snapshot_xmin(pg_current_snapshot()))
            order by e.era, e.xid, e.seq
            limit :limit
            """
                    .formatted(COLUMNS);

    private static final String FIND =
            "select %s from journal.entry e where e.id = :id".formatted(COLUMNS);

    private static final String LIST_BY_SUBJECT =
            """
            select %s
            from journal.entry e
            where e.subject = :subject
            order by e.era, e.xid, e.seq
            limit :limit
            """
                    .formatted(COLUMNS);

    private final JdbcClient db;
    private final JdbcTemplate batches;

    Entries(DataSource source) {
        this.db = JdbcClient.create(source);
        this.batches = new JdbcTemplate(source);
    }

    /// An entry and its place in the order of the transactions.
    record Placed(Entry entry, Place place) {}

    /// @param xid number of the transaction, unsigned, as PostgreSQL writes it
    record Place(int era, String xid, long seq) {
        static final Place BEFORE_ALL = new Place(0, "0", 0);
    }

    /// Inserts entries in their order, in one round trip.
    void add(List<Entry> entries) {
        batches.batchUpdate(
                ADD,
                entries,
                entries.size(),
                (statement, entry) -> {
                    statement.setObject(1, entry.id());
                    statement.setString(2, entry.kind());
                    statement.setObject(3, entry.subject());
                    statement.setString(4, entry.body());
                    statement.setString(5, entry.person());
                    statement.setObject(6, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
                    statement.setBytes(7, entry.salt().bytes());
                    statement.setBytes(8, entry.digest().bytes());
                });
    }

    List<Placed> listSettledAfter(Place place, int currentEra, int limit) {
        return db.sql(LIST_SETTLED)
                .param("era", place.era())
                .param("xid", place.xid())
                .param("seq", place.seq())
                .param("current", currentEra)
                .param("limit", limit)
                .query(Entries::read)
                .list();
    }

    Optional<Placed> find(UUID id) {
        return db.sql(FIND).param("id", id).query(Entries::read).optional();
    }

    List<Placed> list(UUID subject, int limit) {
        return db.sql(LIST_BY_SUBJECT)
                .param("subject", subject)
                .param("limit", limit)
                .query(Entries::read)
                .list();
    }

    /// Starts a new era when the database was restored into another cluster; the current era.
    int settleEra() {
        return db.sql("select journal.settle_era()").query(Integer.class).single();
    }

    static Placed read(ResultSet row, int number) throws SQLException {
        var entry =
                new Entry(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("subject", UUID.class),
                        row.getString("body"),
                        row.getString("person"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Salt.wrap(row.getBytes("salt")),
                        Digest.wrap(row.getBytes("digest")));
        var place = new Place(row.getInt("era"), row.getString("xid"), row.getLong("seq"));
        return new Placed(entry, place);
    }
}
