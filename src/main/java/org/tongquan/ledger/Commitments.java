package org.tongquan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.commitment`.
@Repository
class Commitments {
    private static final String SELECT =
            """
            select region, id, valid_from, valid_to, version, ordinal, article_id, article_number,
                   article_title, chapter_number, chapter_title, source, text_zh, text_en, kind,
                   category, start_on, deadline, cycle, parties, public, parent, weight,
                   milestone_due, milestone_percent, milestone_text, lead, cooperating, clause
            from ledger.commitment
            """;

    private static final String INSERT =
            """
            insert into ledger.commitment
                (region, id, valid_from, valid_to, version, ordinal, article_id, article_number,
                 article_title, chapter_number, chapter_title, source, text_zh, text_en, kind,
                 category, start_on, deadline, cycle, parties, public, parent, weight,
                 milestone_due, milestone_percent, milestone_text, lead, cooperating, clause)
            values (:region, :id, :validFrom, cast(:validTo as date), :version, :ordinal,
                    :articleId, :articleNumber,
                    :articleTitle, :chapterNumber, :chapterTitle, :source, :textZh, :textEn, :kind,
                    :category, :start, cast(:deadline as date), cast(:cycle as text), :parties,
                    :isPublic, cast(:parent as text), :weight, cast(:milestoneDue as date[]),
                    :milestonePercent, :milestoneText, :lead, :cooperating, :clause)
            """;

    /// Steps from chapter to chapter through the index, however many rows each has.
    private static final String CHAPTERS =
            """
            with recursive chapter (title, ordinal) as (
                (select chapter_title, ordinal from ledger.obligation where region = :region
                 order by chapter_title, ordinal, party limit 1)
                union all
                select next.chapter_title, next.ordinal
                from chapter c, lateral (
                    select o.chapter_title, o.ordinal from ledger.obligation o
                    where o.region = :region and o.chapter_title > c.title
                    order by o.chapter_title, o.ordinal, o.party limit 1) next)
            select title from chapter order by ordinal
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    Commitments(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /// The tasks that serve a commitment on a day.
    List<Commitment> tasksOf(String region, String parent, LocalDate day) {
        return db.sql(
                        SELECT
                                + """
                                 where region = :region and parent = :parent
                                   and valid_from <= :day and (valid_to is null or valid_to > :day)
                                 order by ordinal
                                """)
                .param("region", region)
                .param("parent", parent)
                .param("day", day)
                .query(Commitments::read)
                .list();
    }

    /// The wording in force last.
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

    /// Puts these in the place of everything known of a region.
    void replace(String region, List<Commitment> all) {
        db.sql("delete from ledger.commitment where region = :region")
                .param("region", region)
                .update();
        batches.batchUpdate(
                INSERT, all.stream().map(Commitments::values).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource values(Commitment commitment) {
        return new MapSqlParameterSource()
                .addValue("region", commitment.region())
                .addValue("id", commitment.id())
                .addValue("validFrom", commitment.validFrom())
                .addValue("validTo", commitment.validTo())
                .addValue("version", commitment.version())
                .addValue("ordinal", commitment.ordinal())
                .addValue("articleId", commitment.articleId())
                .addValue("articleNumber", commitment.articleNumber())
                .addValue("articleTitle", commitment.articleTitle())
                .addValue("chapterNumber", commitment.chapterNumber())
                .addValue("chapterTitle", commitment.chapterTitle())
                .addValue("source", commitment.source())
                .addValue("textZh", commitment.textZh())
                .addValue("textEn", commitment.textEn())
                .addValue("kind", commitment.kind())
                .addValue("category", commitment.category())
                .addValue("start", commitment.start())
                .addValue("deadline", commitment.deadline())
                .addValue("cycle", commitment.cycle())
                .addValue("parties", commitment.parties().toArray(String[]::new))
                .addValue("isPublic", commitment.isPublic())
                .addValue("parent", commitment.parent())
                .addValue("weight", commitment.weight())
                .addValue("milestoneDue", Milestones.due(commitment.milestones()))
                .addValue("milestonePercent", Milestones.percent(commitment.milestones()))
                .addValue("milestoneText", Milestones.text(commitment.milestones()))
                .addValue("lead", commitment.lead().toArray(String[]::new))
                .addValue("cooperating", commitment.cooperating().toArray(String[]::new))
                .addValue("clause", commitment.clause());
    }

    /// Every wording of one commitment and of the tasks that serve it, of all times.
    List<Commitment> ever(String region, String id) {
        return db.sql(
                        SELECT
                                + " where region = :region and (id = :id or parent = :id)"
                                + " order by ordinal, valid_from")
                .param("region", region)
                .param("id", id)
                .query(Commitments::read)
                .list();
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
                texts(rows, "parties"),
                rows.getBoolean("public"),
                rows.getString("parent"),
                rows.getInt("weight"),
                Milestones.read(rows),
                texts(rows, "lead"),
                texts(rows, "cooperating"),
                rows.getString("clause"));
    }

    private static List<String> texts(ResultSet rows, String column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }
}
