package org.tongquan.ledger.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.read_document` and `ledger.read_sentence`.
@Repository
class ReadDocuments {
    private static final String ADD =
            """
            insert into ledger.read_document
                (id, region, version, file_name, title, number, issuer, issued, text, body, person,
                 at)
            values (:id, :region, :version, :fileName, :title, :number, :issuer,
                    cast(:issued as date), :text, :body, :person, :at)
            """;

    private static final String ADD_SENTENCE =
            """
            insert into ledger.read_sentence (region, commitment, document, start_at, end_at)
            values (:region, :commitment, :document, :start, :end)
            """;

    private static final String FIND =
            """
            select id, region, version, file_name, title, number, issuer, issued, text, body, at
            from ledger.read_document where id = :id
            """;

    /// The document adopted last that holds a commitment; counted as Java counts.
    private static final String ORIGIN =
            """
            select d.id, d.file_name, d.title, d.number, d.text, s.start_at, s.end_at
            from ledger.read_sentence s join ledger.read_document d on d.id = s.document
            where s.region = :region and s.commitment = :commitment
            order by d.at desc, d.id desc limit 1
            """;

    private final JdbcClient db;

    ReadDocuments(JdbcClient db) {
        this.db = db;
    }

    /// @param rows by the ids of the commitments that were made of them
    void add(Draft draft, String version, Map<String, DraftRow> rows, Actor actor, Instant at) {
        db.sql(ADD)
                .param("id", draft.id())
                .param("region", draft.region())
                .param("version", version)
                .param("fileName", draft.fileName())
                .param("title", draft.head().title())
                .param("number", draft.head().number())
                .param("issuer", draft.head().issuer())
                .param("issued", draft.head().issued())
                .param("text", draft.text())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        rows.forEach(
                (commitment, row) ->
                        db.sql(ADD_SENTENCE)
                                .param("region", draft.region())
                                .param("commitment", commitment)
                                .param("document", draft.id())
                                .param("start", row.start())
                                .param("end", row.end())
                                .update());
    }

    Optional<ReadDocument> find(UUID id) {
        return db.sql(FIND)
                .param("id", id)
                .query((rows, i) -> read(rows, sentences(id)))
                .optional();
    }

    private List<ReadDocument.Sentence> sentences(UUID document) {
        return db.sql(
                        """
                        select commitment, start_at, end_at from ledger.read_sentence
                        where document = :document order by start_at, end_at, commitment
                        """)
                .param("document", document)
                .query(
                        (rows, i) ->
                                new ReadDocument.Sentence(
                                        rows.getString("commitment"),
                                        rows.getInt("start_at"),
                                        rows.getInt("end_at")))
                .list();
    }

    Optional<Origin> origin(String region, String commitment) {
        return db.sql(ORIGIN)
                .param("region", region)
                .param("commitment", commitment)
                .query(ReadDocuments::origin)
                .optional();
    }

    private static Origin origin(ResultSet rows, int i) throws SQLException {
        var title = rows.getString("title");
        var sentence =
                rows.getString("text").substring(rows.getInt("start_at"), rows.getInt("end_at"));
        return new Origin(
                rows.getObject("id", UUID.class),
                title.isEmpty() ? rows.getString("file_name") : title,
                rows.getString("number"),
                sentence.strip());
    }

    private static ReadDocument read(ResultSet rows, List<ReadDocument.Sentence> sentences)
            throws SQLException {
        return new ReadDocument(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("version"),
                rows.getString("file_name"),
                rows.getString("title"),
                rows.getString("number"),
                rows.getString("issuer"),
                rows.getObject("issued", LocalDate.class),
                rows.getString("text"),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                sentences);
    }
}
