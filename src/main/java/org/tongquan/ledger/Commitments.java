package org.tongquan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.commitment`.
@Repository
class Commitments {
    private static final String SELECT =
            """
            select region, id, valid_from, valid_to, version, ordinal, article_id, article_number,
                   article_title, chapter_number, chapter_title, source, text_zh, text_en, kind,
                   category, start_on, deadline, cycle, parties, public, clause
            from ledger.commitment
            """;

    private static final String INSERT =
            """
            insert into ledger.commitment
                (region, id, valid_from, version, ordinal, article_id, article_number,
                 article_title, chapter_number, chapter_title, source, text_zh, text_en, kind,
                 category, start_on, deadline, cycle, parties, public, clause)
            values (:region, :id, :validFrom, :version, :ordinal, :articleId, :articleNumber,
                    :articleTitle, :chapterNumber, :chapterTitle, :source, :textZh, :textEn, :kind,
                    :category, :start, :deadline, :cycle, :parties, :isPublic,
                    :clause)
            """;

    private static final String CLOSE =
            """
            update ledger.commitment set valid_to = :on
            where region = :region and id = :id and valid_to is null
            """;

    private static final String CHAPTERS =
            """
            select chapter_title from ledger.obligation where region = :region
            group by chapter_title order by min(ordinal)
            """;

    private final JdbcClient db;

    Commitments(JdbcClient db) {
        this.db = db;
    }

    /// Those in force on a day, in the order of the compact.
    List<Commitment> inForce(String region, LocalDate day) {
        return db.sql(
                        SELECT
                                + """
                                 where region = :region and valid_from <= :day
                                   and (valid_to is null or valid_to > :day)
                                 order by ordinal
                                """)
                .param("region", region)
                .param("day", day)
                .query(Commitments::read)
                .list();
    }

    /// Those whose last wording has not ended, in force already or later.
    List<Commitment> open(String region) {
        return db.sql(SELECT + " where region = :region and valid_to is null order by ordinal")
                .param("region", region)
                .query(Commitments::read)
                .list();
    }

    Optional<Commitment> find(String region, String id) {
        return db.sql(
                        SELECT
                                + " where region = :region and id = :id"
                                + " order by valid_from desc limit 1")
                .param("region", region)
                .param("id", id)
                .query(Commitments::read)
                .optional();
    }

    void add(Commitment commitment) {
        db.sql(INSERT)
                .param("region", commitment.region())
                .param("id", commitment.id())
                .param("validFrom", commitment.validFrom())
                .param("version", commitment.version())
                .param("ordinal", commitment.ordinal())
                .param("articleId", commitment.articleId())
                .param("articleNumber", commitment.articleNumber())
                .param("articleTitle", commitment.articleTitle())
                .param("chapterNumber", commitment.chapterNumber())
                .param("chapterTitle", commitment.chapterTitle())
                .param("source", commitment.source())
                .param("textZh", commitment.textZh())
                .param("textEn", commitment.textEn())
                .param("kind", commitment.kind())
                .param("category", commitment.category())
                .param("start", commitment.start())
                .param("deadline", commitment.deadline())
                .param("cycle", commitment.cycle())
                .param("parties", commitment.parties().toArray(String[]::new))
                .param("isPublic", commitment.isPublic())
                .param("clause", commitment.clause())
                .update();
    }

    void close(String region, String id, LocalDate on) {
        db.sql(CLOSE).param("region", region).param("id", id).param("on", on).update();
    }

    List<String> chapters(String region) {
        return db.sql(CHAPTERS).param("region", region).query(String.class).list();
    }

    private static Commitment read(ResultSet rows, int i) throws SQLException {
        return new Commitment(
                rows.getString("region"),
                rows.getString("id"),
                rows.getObject("valid_from", LocalDate.class),
                rows.getObject("valid_to", LocalDate.class),
                rows.getString("version"),
                rows.getInt("ordinal"),
                rows.getString("article_id"),
                rows.getString("article_number"),
                rows.getString("article_title"),
                rows.getString("chapter_number"),
                rows.getString("chapter_title"),
                rows.getString("source"),
                rows.getString("text_zh"),
                rows.getString("text_en"),
                rows.getString("kind"),
                rows.getString("category"),
                rows.getObject("start_on", LocalDate.class),
                rows.getObject("deadline", LocalDate.class),
                rows.getString("cycle"),
                List.of((String[]) rows.getArray("parties").getArray()),
                rows.getBoolean("public"),
                rows.getString("clause"));
    }
}
