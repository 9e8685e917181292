package org.tongquan.ledger.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;
import tools.jackson.databind.json.JsonMapper;

/// All SQL on `ledger.draft`, `ledger.draft_row` and `ledger.draft_edit`.
@Repository
class Drafts {
    private static final String ADD =
            """
            insert into ledger.draft
                (id, region, body, person, file_name, source, text, title, number, issuer, issued,
                 outline, state, created_at, changed_at)
            values (:id, :region, :body, :person, :fileName, :source, :text, :title, :number,
                    :issuer, :issued, :outline, 'open', :at, :at)
            """;

    private static final String SELECT =
            """
            select id, region, file_name, text, title, number, issuer, issued, outline, state,
                   version, created_at, changed_at
            from ledger.draft
            """;

    private static final String LIST =
            """
            select id, region, file_name, '' as text, title, number, issuer, issued,
                   '{"headings":[],"skipped":[],"problems":[]}' as outline, state, version,
                   created_at, changed_at
            from ledger.draft where state <> 'dropped' order by created_at desc limit :limit
            """;

    private static final String PUT_ROW =
            """
            insert into ledger.draft_row
                (id, draft, body, start_at, end_at, state, confidence, corrected, fields)
            values (:id, :draft, :body, :start, :end, :state, :confidence, :corrected, :fields)
            on conflict (id) do update set
                start_at = excluded.start_at, end_at = excluded.end_at, state = excluded.state,
                corrected = excluded.corrected, fields = excluded.fields
            """;

    private static final String ADD_EDIT =
            """
            insert into ledger.draft_edit (id, draft, body, person, at, what, before, after, undoes)
            values (:id, :draft, :body, :person, :at, :what, :before, :after, :undoes)
            """;

    /// The last change that was neither an undo nor undone.
    private static final String LAST_EDIT =
            """
            select e.id, e.what, e.before, e.after from ledger.draft_edit e
            where e.draft = :draft and e.undoes is null
              and not exists (select from ledger.draft_edit u where u.undoes = e.id)
            order by e.id desc limit 1
            """;

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.builder().build();

    Drafts(JdbcClient db) {
        this.db = db;
    }

    void add(Draft draft, Actor actor, byte[] source) {
        db.sql(ADD)
                .param("id", draft.id())
                .param("region", draft.region())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("fileName", draft.fileName())
                .param("source", source)
                .param("text", draft.text())
                .param("title", draft.head().title())
                .param("number", draft.head().number())
                .param("issuer", draft.head().issuer())
                .param("issued", draft.head().issued())
                .param("outline", json.writeValueAsString(draft.outline()))
                .param("at", utc(draft.createdAt()))
                .update();
    }

    Optional<Draft> find(UUID id) {
        return db.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((rows, i) -> read(rows, rowsOf(id)))
                .optional();
    }

    /// Locks the draft until the transaction ends, so that two editors take turns.
    void lock(UUID id) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
                .param("id", id.toString())
                .query()
                .listOfRows();
    }

    /// Without text, outline and rows.
    List<Draft> list(int limit) {
        return db.sql(LIST).param("limit", limit).query((rows, i) -> read(rows, List.of())).list();
    }

    List<DraftRow> rowsOf(UUID draft) {
        return db.sql(
                        """
                        select id, start_at, end_at, state, confidence, corrected, fields
                        from ledger.draft_row where draft = :draft order by start_at, end_at, id
                        """)
                .param("draft", draft)
                .query(this::readRow)
                .list();
    }

    void putRow(UUID draft, Actor actor, DraftRow row) {
        db.sql(PUT_ROW)
                .param("id", row.id())
                .param("draft", draft)
                .param("body", actor.body())
                .param("start", row.start())
                .param("end", row.end())
                .param("state", row.state().word())
                .param("confidence", row.confidence())
                .param("corrected", row.corrected())
                .param("fields", json.writeValueAsString(row.fields()))
                .update();
    }

    void removeRow(UUID id) {
        db.sql("delete from ledger.draft_row where id = :id").param("id", id).update();
    }

    void addEdit(UUID draft, Actor actor, Edit edit, Instant at) {
        db.sql(ADD_EDIT)
                .param("id", edit.id())
                .param("draft", draft)
                .param("body", actor.body())
                .param("person", actor.person())
                .param("at", utc(at))
                .param("what", edit.what())
                .param("before", json.writeValueAsString(edit.before()))
                .param("after", json.writeValueAsString(edit.after()))
                .param("undoes", edit.undoes())
                .update();
    }

    Optional<Edit> lastEdit(UUID draft) {
        return db.sql(LAST_EDIT)
                .param("draft", draft)
                .query(
                        (rows, i) ->
                                new Edit(
                                        rows.getObject("id", UUID.class),
                                        rows.getString("what"),
                                        readRows(rows.getString("before")),
                                        readRows(rows.getString("after")),
                                        null))
                .optional();
    }

    void close(UUID draft, Draft.State state, String version, Instant at) {
        db.sql(
                        """
                        update ledger.draft
                        set state = :state, version = :version, changed_at = :at where id = :id
                        """)
                .param("state", state.word())
                .param("version", version.isEmpty() ? null : version)
                .param("at", utc(at))
                .param("id", draft)
                .update();
    }

    private List<DraftRow> readRows(String text) {
        return List.of(json.readValue(text, DraftRow[].class));
    }

    private Draft read(ResultSet rows, List<DraftRow> of) throws SQLException {
        return new Draft(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("file_name"),
                rows.getString("text"),
                new Draft.Head(
                        rows.getString("title"),
                        rows.getString("number"),
                        rows.getString("issuer"),
                        rows.getObject("issued", LocalDate.class)),
                json.readValue(rows.getString("outline"), Draft.Outline.class),
                Draft.State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                rows.getString("version"),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                rows.getObject("changed_at", OffsetDateTime.class).toInstant(),
                of);
    }

    private DraftRow readRow(ResultSet rows, int i) throws SQLException {
        return new DraftRow(
                rows.getObject("id", UUID.class),
                rows.getInt("start_at"),
                rows.getInt("end_at"),
                DraftRow.State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
                rows.getDouble("confidence"),
                rows.getBoolean("corrected"),
                json.readValue(rows.getString("fields"), RowFields.class));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
