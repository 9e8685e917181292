package org.tongquan.settlement;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tongquan.kernel.Digest;
import org.tongquan.settlement.posting.Kind;
import org.tongquan.settlement.posting.PostingId;

/// All SQL that writes `settlement.posting`, `leg`, `reservation`, `chunk` and `batch`, and what
/// the books ask before they do.
final class Postings {
    /// Legs of one account in a chunk.
    static final int CHUNK = 512;

    private static final String NEXT_BATCH = "select nextval('settlement.batch_no')";

    private static final String KEYS =
            """
            select no, key, content, recorded_at from settlement.posting where key = any(?)
            """;

    private static final String DUE =
            """
            select posting from settlement.reservation
            where until <= ?::timestamptz
            order by until, posting
            limit ?
            """;

    private static final String KEPT =
            """
            select p.no, p.kind, p.purpose, p.until, a.id, l.amount, l.reserved
            from settlement.posting p
            join settlement.leg l on l.posting = p.no
            join settlement.account a on a.no = l.account
            where p.no = any(?)
            order by p.no, l.no
            """;

    private static final String ENDED =
            "select related from settlement.posting where related = any(?)";

    private static final String ADD =
            """
            insert into settlement.posting (no, kind, key, content, purpose, event_at, until,
                related, accord, accord_version, inputs, recorded_at)
            select u.no, u.kind, u.key, u.content, u.purpose,
                timestamptz 'epoch' + u.event_at * interval '1 microsecond',
                timestamptz 'epoch' + u.until * interval '1 microsecond',
                u.related, u.accord, u.accord_version, u.inputs, ?::timestamptz
            from unnest(?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::bigint[],
                    ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bytea[])
                as u (no, kind, key, content, purpose, event_at, until, related, accord,
                    accord_version, inputs)
            """;

    private static final String ADD_LEGS =
            """
            insert into settlement.leg (posting, no, account, amount, reserved, version, posted,
                incoming, outgoing, text, event_at, recorded_at)
            select u.posting, u.no, u.account, u.amount, u.reserved, u.version, u.posted,
                u.incoming, u.outgoing, u.text,
                timestamptz 'epoch' + u.event_at * interval '1 microsecond', ?::timestamptz
            from unnest(?::bigint[], ?::smallint[], ?::int[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[])
                as u (posting, no, account, amount, reserved, version, posted, incoming, outgoing,
                    text, event_at)
            """;

    private static final String RESERVE =
            """
            insert into settlement.reservation (posting, until)
            select u.posting, timestamptz 'epoch' + u.until * interval '1 microsecond'
            from unnest(?::bigint[], ?::bigint[]) as u (posting, until)
            """;

    private static final String RESOLVE =
            "delete from settlement.reservation where posting = any(?)";

    private static final String FOLD =
            """
            insert into settlement.chunk (account, first_version, last_version, first_event,
                last_event, first_recorded, amount)
            select l.account, min(l.version), max(l.version), min(l.event_at), max(l.event_at),
                min(l.recorded_at), sum(l.amount)
            from unnest(?::int[], ?::bigint[], ?::bigint[]) as u (account, after, until)
            join settlement.leg l on l.account = u.account and l.version > u.after
                and l.version <= u.until
            group by l.account, (l.version - 1) / ?
            """;

    private static final String ADD_BATCH =
            """
            insert into settlement.batch (no, id, recorded_at, size, root, hashes, secret, entry)
            values (?, ?, ?::timestamptz, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate db;

    Postings(JdbcTemplate db) {
        this.db = db;
    }

    /// A posting that a key leads to.
    record Known(PostingId id, Digest content, Instant recordedAt) {}

    long nextBatch() {
        return Objects.requireNonNull(db.queryForObject(NEXT_BATCH, Long.class));
    }

    Map<String, Known> findKeys(Collection<String> keys) {
        var found = new HashMap<String, Known>();
        db.query(
                KEYS,
                row -> {
                    found.put(
                            row.getString("key"),
                            new Known(
                                    new PostingId(row.getLong("no")),
                                    Digest.wrap(row.getBytes("content")),
                                    row.getTimestamp("recorded_at").toInstant()));
                },
                (Object) keys.toArray(String[]::new));
        return found;
    }

    /// Pendings whose moment has come, earliest first.
    List<PostingId> listDue(Instant now, int limit) {
        return db.query(DUE, (row, number) -> new PostingId(row.getLong(1)), now.toString(), limit);
    }

    /// Those of these that there are, as if none were ended: that can only be told under the locks
    /// of their accounts, see [#listEnded].
    Map<PostingId, Kept> get(Collection<PostingId> ids) {
        var found = new HashMap<PostingId, Kept>();
        db.query(
                KEPT,
                row -> {
                    var id = new PostingId(row.getLong("no"));
                    Timestamp until = row.getTimestamp("until");
                    var moved =
                            new Kept.Moved(
                                    row.getString("id"),
                                    row.getLong("amount"),
                                    row.getLong("reserved"));
                    var kind = Kind.of(row.getString("kind"));
                    var purpose = row.getString("purpose");
                    found.computeIfAbsent(
                                    id,
                                    i ->
                                            new Kept(
                                                    i,
                                                    kind,
                                                    purpose,
                                                    until == null ? null : until.toInstant(),
                                                    false,
                                                    new ArrayList<>()))
                            .legs()
                            .add(moved);
                },
                (Object) numbers(ids));
        return found;
    }

    /// Those of these that another posting ended or reversed.
    Set<PostingId> listEnded(Collection<PostingId> ids) {
        var ended = new HashSet<PostingId>();
        db.query(
                ENDED,
                row -> {
                    ended.add(new PostingId(row.getLong(1)));
                },
                (Object) numbers(ids));
        return ended;
    }

    private static long[] numbers(Collection<PostingId> ids) {
        return ids.stream().mapToLong(PostingId::no).toArray();
    }

    /// Writes the batch: one insert for all postings, one for all legs.
    void add(Batch batch) {
        var at = batch.at().toString();
        db.update(ADD, columns(at, batch.rows()));
        db.update(ADD_LEGS, new LegColumns(batch.rows()).values(at));
        var pending = batch.rows().stream().filter(r -> r.head().kind() == Kind.PENDING).toList();
        if (!pending.isEmpty()) {
            db.update(
                    RESERVE,
                    pending.stream().mapToLong(r -> r.id().no()).toArray(),
                    pending.stream().map(r -> micros(r.head().until())).toArray(Long[]::new));
        }
        var ended =
                batch.rows().stream()
                        .map(Batch.Row::head)
                        .filter(h -> h.related() != null && h.kind() != Kind.REVERSAL)
                        .mapToLong(h -> Objects.requireNonNull(h.related()).no())
                        .toArray();
        if (ended.length > 0) {
            db.update(RESOLVE, (Object) ended);
        }
    }

    void addRoot(Batch batch, UUID id, BatchTree tree, Digest root, UUID entry) {
        db.update(
                ADD_BATCH,
                batch.no(),
                id,
                batch.at().toString(),
                tree.size(),
                root.bytes(),
                tree.hashes(),
                batch.secret(),
                entry);
    }

    /// Adds up the legs of full chunks.
    ///
    /// @return the same accounts, folded as far as their legs are in chunks now
    List<Accounts.Live> fold(List<Accounts.Live> changed) {
        var full = changed.stream().filter(l -> full(l) > l.folded()).toList();
        if (full.isEmpty()) {
            return changed;
        }
        db.update(
                FOLD,
                full.stream().mapToInt(l -> l.standing().no()).toArray(),
                full.stream().mapToLong(Accounts.Live::folded).toArray(),
                full.stream().mapToLong(Postings::full).toArray(),
                CHUNK);
        return changed.stream().map(l -> new Accounts.Live(l.standing(), l.at(), full(l))).toList();
    }

    private static long full(Accounts.Live live) {
        long version = live.standing().version();
        return version - version % CHUNK;
    }

    private static Object[] columns(String at, List<Batch.Row> rows) {
        int n = rows.size();
        var numbers = new long[n];
        var events = new long[n];
        var kinds = new String[n];
        var keys = new String[n];
        var contents = new byte[n][];
        var purposes = new String[n];
        var until = new Long[n];
        var related = new Long[n];
        var accords = new String[n];
        var versions = new String[n];
        var inputs = new byte[n][];
        for (int i = 0; i < n; i++) {
            var head = rows.get(i).head();
            numbers[i] = head.id().no();
            kinds[i] = head.kind().word();
            keys[i] = head.key();
            contents[i] = rows.get(i).content().bytes();
            purposes[i] = head.note().purpose();
            events[i] = Encoding.micros(head.note().eventAt());
            until[i] = micros(head.until());
            related[i] = head.related() == null ? null : head.related().no();
            var basis = head.note().basis();
            if (basis != null) {
                accords[i] = basis.accord();
                versions[i] = basis.version();
                inputs[i] = basis.inputs().bytes();
            }
        }
        return new Object[] {
            at, numbers, kinds, keys, contents, purposes, events, until, related, accords, versions,
            inputs
        };
    }

    private static @Nullable Long micros(@Nullable Instant moment) {
        return moment == null ? null : Encoding.micros(moment);
    }
}
