package org.tongquan.settlement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tongquan.kernel.Digest;
import org.tongquan.settlement.posting.Balance;
import org.tongquan.settlement.posting.Head;
import org.tongquan.settlement.posting.Kind;
import org.tongquan.settlement.posting.Note;
import org.tongquan.settlement.posting.PostedLeg;
import org.tongquan.settlement.posting.PostingId;
import org.tongquan.settlement.posting.Statement;

/// The questions that are asked of the books. None adds up a whole history.
final class Readings {
    /// The account's figures after its last leg by then: the chunk that the moment falls into is
    /// found first, then at most as many legs are read as a chunk has.
    static final String AS_OF =
            """
            with reached as (
                select first_version from settlement.chunk
                where account = ? and first_recorded <= ?::timestamptz
                order by first_version desc
                limit 1),
            beyond as (
                select first_version from settlement.chunk
                where account = ? and first_version > (select first_version from reached)
                order by first_version
                limit 1)
            select version, recorded_at, posted, incoming, outgoing
            from settlement.leg
            where account = ?
              and version >= coalesce((select first_version from reached), 1)
              and version < coalesce((select first_version from beyond), 9223372036854775807)
              and recorded_at <= ?::timestamptz
            order by version desc
            limit 1
            """;

    /// Whole chunks before the moment, then legs of the chunks across it, then those in no chunk.
    private static final String BY_EVENT =
            """
            select coalesce((select sum(amount) from settlement.chunk
                    where account = ? and last_event <= ?::timestamptz), 0)
                + coalesce((select sum(l.amount) from settlement.chunk c
                    join settlement.leg l on l.account = c.account
                        and l.version between c.first_version and c.last_version
                    where c.account = ? and c.first_event <= ?::timestamptz
                      and c.last_event > ?::timestamptz and l.event_at <= ?::timestamptz), 0)
                + coalesce((select sum(amount) from settlement.leg
                    where account = ? and event_at <= ?::timestamptz
                      and version > (select folded from settlement.balance where account = ?)), 0)
            """;

    private static final String NUMBER = "select no from settlement.account where id = ?";

    private static final String LINES =
            """
            select l.version, l.posting, p.kind, p.purpose, l.event_at, l.recorded_at, l.amount,
                l.reserved, coalesce(l.text, '') as text, l.posted, l.incoming, l.outgoing
            from settlement.leg l
            join settlement.posting p on p.no = l.posting
            where l.account = ? and l.version > ? and l.version <= ?
            order by l.version
            limit ?
            """;

    private static final String HEAD =
            """
            select no, kind, key, purpose, event_at, recorded_at, until, related, accord,
                accord_version, inputs
            from settlement.posting
            """;

    private static final String LEGS =
            """
            select l.no, a.id, l.amount, l.reserved, coalesce(l.text, '') as text
            from settlement.leg l
            join settlement.account a on a.no = l.account
            where l.posting = ?
            order by l.no
            """;

    private static final String ENDED_BY = "select no from settlement.posting where related = ?";

    private static final String SEALED =
            "select hashes, root, secret, entry from settlement.batch where no = ?";

    private final JdbcTemplate db;

    Readings(JdbcTemplate db) {
        this.db = db;
    }

    Optional<Integer> findNumber(String account) {
        return db.query(NUMBER, (row, number) -> row.getInt(1), account).stream().findFirst();
    }

    /// How the account stood at the end of this moment.
    Balance asOf(int account, Instant moment) {
        var at = moment.toString();
        return db
                .query(AS_OF, (row, number) -> balance(row), account, at, account, account, at)
                .stream()
                .findFirst()
                .orElse(Balance.NONE);
    }

    /// What had happened by the end of this moment came to so much.
    long byEvent(int account, Instant moment) {
        var at = moment.toString();
        var sum =
                db.queryForObject(
                        BY_EVENT,
                        BigDecimal.class,
                        account,
                        at,
                        account,
                        at,
                        at,
                        at,
                        account,
                        at,
                        account);
        return Objects.requireNonNull(sum).longValueExact();
    }

    List<Statement.Line> list(int account, long after, long last, int limit) {
        return db.query(LINES, (row, number) -> line(row), account, after, last, limit);
    }

    private static Statement.Line line(ResultSet row) throws SQLException {
        return new Statement.Line(
                row.getLong("version"),
                new PostingId(row.getLong("posting")),
                Kind.of(row.getString("kind")),
                row.getString("purpose"),
                row.getTimestamp("event_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getLong("amount"),
                row.getLong("reserved"),
                row.getString("text"),
                balance(row));
    }

    private static Balance balance(ResultSet row) throws SQLException {
        return new Balance(
                row.getLong("version"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getLong("posted"),
                row.getLong("incoming"),
                row.getLong("outgoing"));
    }

    Optional<Head> find(PostingId id) {
        return db.query(HEAD + " where no = ?", (row, number) -> head(row), id.no()).stream()
                .findFirst();
    }

    Optional<Head> findByKey(String key) {
        return db.query(HEAD + " where key = ?", (row, number) -> head(row), key).stream()
                .findFirst();
    }

    private static Head head(ResultSet row) throws SQLException {
        long related = row.getLong("related");
        var of = row.wasNull() ? null : new PostingId(related);
        var accord = row.getString("accord");
        var basis =
                accord == null
                        ? null
                        : new Note.Basis(
                                accord,
                                row.getString("accord_version"),
                                Digest.wrap(row.getBytes("inputs")));
        var happened = row.getTimestamp("event_at").toInstant();
        return new Head(
                new PostingId(row.getLong("no")),
                Kind.of(row.getString("kind")),
                row.getString("key"),
                new Note(row.getString("purpose"), happened, basis),
                row.getTimestamp("recorded_at").toInstant(),
                moment(row.getTimestamp("until")),
                of);
    }

    private static @Nullable Instant moment(@Nullable Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant();
    }

    /// Those of accounts that the actor sees.
    List<PostedLeg> legs(PostingId id) {
        return db.query(
                LEGS,
                (row, number) ->
                        new PostedLeg(
                                row.getInt("no"),
                                row.getString("id"),
                                row.getLong("amount"),
                                row.getLong("reserved"),
                                row.getString("text")),
                id.no());
    }

    Optional<PostingId> findEnd(PostingId id) {
        return db.query(ENDED_BY, (row, number) -> new PostingId(row.getLong(1)), id.no()).stream()
                .findFirst();
    }

    /// What a batch was sealed with; only the settlement's job reads it.
    record Sealed(BatchTree tree, Digest root, byte[] secret, UUID entry) {}

    Optional<Sealed> findSealed(long batch) {
        return db
                .query(
                        SEALED,
                        (row, number) ->
                                new Sealed(
                                        new BatchTree(row.getBytes("hashes")),
                                        Digest.wrap(row.getBytes("root")),
                                        row.getBytes("secret"),
                                        row.getObject("entry", UUID.class)),
                        batch)
                .stream()
                .findFirst();
    }
}
