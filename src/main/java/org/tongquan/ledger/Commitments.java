package org.tongquan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

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

    /// Rows that stay the same are not touched.
    private static final String INSERT =
            """
            insert into ledger.commitment
            select * from json_populate_recordset(null::ledger.commitment, cast(:rows as json))
            on conflict (region, id, valid_from) do update set
                valid_to = excluded.valid_to, version = excluded.version,
                ordinal = excluded.ordinal, article_id = excluded.article_id,
                article_number = excluded.article_number, article_title = excluded.article_title,
                chapter_number = excluded.chapter_number, chapter_title = excluded.chapter_title,
                source = excluded.source, text_zh = excluded.text_zh, text_en = excluded.text_en,
                kind = excluded.kind, category = excluded.category, start_on = excluded.start_on,
                deadline = excluded.deadline, cycle = excluded.cycle, parties = excluded.parties,
                public = excluded.public, parent = excluded.parent, weight = excluded.weight,
                milestone_due = excluded.milestone_due,
                milestone_percent = excluded.milestone_percent,
                milestone_text = excluded.milestone_text, lead = excluded.lead,
                cooperating = excluded.cooperating, clause = excluded.clause
            where (commitment.*) is distinct from (excluded.*)
            """;

    private static final String DROP =
            """
            delete from ledger.commitment
            where region = :region and (id, valid_from) not in (
                select * from unnest(cast(:ids as text[]), cast(:days as date[])))
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

    private static final int BATCH = 2_000;

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.builder().build();

    Commitments(JdbcClient db) {
        this.db = db;
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
        for (int i = 0; i < all.size(); i += BATCH) {
            var some = all.subList(i, Math.min(i + BATCH, all.size()));
            db.sql(INSERT)
                    .param(
                            "rows",
                            json.writeValueAsString(some.stream().map(Commitment::row).toList()))
                    .update();
        }
        db.sql(DROP)
                .param("region", region)
                .param("ids", all.stream().map(Commitment::id).toArray(String[]::new))
                .param(
                        "days",
                        all.stream().map(c -> c.validFrom().toString()).toArray(String[]::new))
                .update();
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
