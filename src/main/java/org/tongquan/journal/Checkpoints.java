package org.tongquan.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All SQL on `journal.checkpoint`, `journal.signer` and `journal.log`.
final class Checkpoints {
    private static final String LATEST =
            "select at, note from journal.checkpoint order by size desc limit 1";

    private static final String FIRST_COVERING =
            "select at, note from journal.checkpoint where size > :index order by size limit 1";

    private static final String LIST =
            """
            select at, note from journal.checkpoint
            where size > :after
            order by size
            limit :limit
            """;

    private static final String ADD =
            """
            insert into journal.checkpoint (size, root, at, key_id, note)
            values (:size, :root, :at, :key, :note)
            """;

    private static final String ADD_SIGNER =
            """
            insert into journal.signer (key_id, verifier) values (:key, :verifier)
            on conflict do nothing
            """;

    private final JdbcClient db;

    Checkpoints(JdbcClient db) {
        this.db = db;
    }

    /// The name of this log, chosen when its tables were made.
    String origin() {
        return db.sql("select origin from journal.log").query(String.class).single();
    }

    Optional<Signed> findLatest() {
        return db.sql(LATEST).query(Checkpoints::read).optional();
    }

    /// The first one whose tree holds the leaf.
    Optional<Signed> findCovering(long index) {
        return db.sql(FIRST_COVERING).param("index", index).query(Checkpoints::read).optional();
    }

    List<Signed> listAfter(long size, int limit) {
        return db.sql(LIST)
                .param("after", size)
                .param("limit", limit)
                .query(Checkpoints::read)
                .list();
    }

    void add(Signed signed, String keyId, NoteKey key) {
        db.sql(ADD_SIGNER).param("key", keyId).param("verifier", key.toString()).update();
        db.sql(ADD)
                .param("size", signed.checkpoint().size())
                .param("root", signed.checkpoint().root().bytes())
                .param("at", OffsetDateTime.ofInstant(signed.at(), ZoneOffset.UTC))
                .param("key", keyId)
                .param("note", signed.note().toString())
                .update();
    }

    List<NoteKey> listSigners() {
        return db
                .sql("select verifier from journal.signer order by key_id")
                .query(String.class)
                .list()
                .stream()
                .map(text -> NoteKey.parse(text).orElseThrow())
                .toList();
    }

    /// A checkpoint as it was signed.
    record Signed(Checkpoint checkpoint, SignedNote note, Instant at) {}

    private static Signed read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var note = SignedNote.parse(row.getString("note")).orElseThrow();
        var checkpoint = Checkpoint.parse(note.text()).orElseThrow();
        return new Signed(checkpoint, note, row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
