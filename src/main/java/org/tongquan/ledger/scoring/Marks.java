package org.tongquan.ledger.scoring;

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
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.score_mark` and `ledger.score_mark_withdrawn`.
@Repository
class Marks {
    private static final String ADD =
            """
            insert into ledger.score_mark
                (id, region, party, unit, commitment, occasion, on_day, reason, evidence, body,
                 person, at)
            values (:id, :region, :party, :unit, :commitment, :occasion, :on, :reason, :evidence,
                    :body, :person, :at)
            """;

    private static final String WITHDRAW =
            """
            insert into ledger.score_mark_withdrawn (mark, region, reason, body, person, at)
            values (:mark, :region, :reason, :body, :person, :at)
            on conflict (mark) do nothing
            """;

    private static final String SELECT =
            """
            select m.id, m.region, m.party, m.unit, m.commitment, m.occasion, m.on_day, m.reason,
                   m.evidence, m.body, m.at, w.reason as withdrawn
            from ledger.score_mark m left join ledger.score_mark_withdrawn w on w.mark = m.id
            """;

    private static final String COUNTED =
            SELECT
                    + """
                     and w.at <= :known
                    where m.region = :region and m.on_day between :from and :to and m.at <= :known
                      and w.mark is null
                    order by m.id
                    """;

    private final JdbcClient db;

    Marks(JdbcClient db) {
        this.db = db;
    }

    void add(Mark mark, String person) {
        db.sql(ADD)
                .param("id", mark.id())
                .param("region", mark.region())
                .param("party", mark.party())
                .param("unit", mark.unit())
                .param("commitment", mark.commitment())
                .param("occasion", mark.occasion().name().toLowerCase(Locale.ROOT))
                .param("on", mark.on())
                .param("reason", mark.reason())
                .param("evidence", mark.evidence())
                .param("body", mark.body())
                .param("person", person)
                .param("at", utc(mark.at()))
                .update();
    }

    /// Whether this call withdrew it; false when it had been withdrawn before.
    boolean withdraw(Mark mark, Actor actor, String reason, Instant at) {
        return db.sql(WITHDRAW)
                        .param("mark", mark.id())
                        .param("region", mark.region())
                        .param("reason", reason)
                        .param("body", actor.body())
                        .param("person", actor.person())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    Optional<Mark> find(UUID id) {
        return db.sql(SELECT + " where m.id = :id").param("id", id).query(Marks::read).optional();
    }

    /// Newest first.
    List<Mark> list(String region, int limit) {
        return db.sql(
                        SELECT
                                + " where m.region = :region order by m.on_day desc, m.at desc"
                                + " limit :limit")
                .param("region", region)
                .param("limit", limit)
                .query(Marks::read)
                .list();
    }

    /// Those of a span that counted at a moment.
    List<Mark> counted(String region, Span span, Instant known) {
        return db.sql(COUNTED)
                .param("region", region)
                .param("from", span.from())
                .param("to", span.to())
                .param("known", utc(known))
                .query(Marks::read)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Mark read(ResultSet rows, int i) throws SQLException {
        return new Mark(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("party"),
                rows.getString("unit"),
                rows.getString("commitment"),
                Occasion.valueOf(rows.getString("occasion").toUpperCase(Locale.ROOT)),
                rows.getObject("on_day", LocalDate.class),
                rows.getString("reason"),
                rows.getString("evidence"),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                rows.getString("withdrawn"));
    }
}
