package org.tongquan.ledger.chasing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.chase_step` and `ledger.chase_serial`.
@Repository
class ChaseSteps {
    private static final String TAKE =
            """
            insert into ledger.chase_step
                (id, region, commitment, party, notice, subject, step, last_day, day, rule,
                 percent, bodies, at)
            values (:id, :region, :commitment, :party, cast(:notice as uuid), :subject, :step,
                    :lastDay, :day, :rule, :percent, :bodies, :at)
            on conflict do nothing
            """;

    private static final String OF_ITEM =
            """
            select id, region, commitment, party, notice, subject, step, last_day, day, rule,
                   percent, bodies, at
            from ledger.chase_step
            where region = :region and commitment = :commitment and party = :party
            order by at desc, id desc limit :limit
            """;

    private static final String OF_ITEMS =
            """
            select id, region, commitment, party, notice, subject, step, last_day, day, rule,
                   percent, bodies, at
            from ledger.chase_step
            where region = :region and subject = commitment || '~' || party
            order by at, id
            """;

    private static final String NEXT =
            """
            insert into ledger.chase_serial (region, series, year, last)
            values (:region, :series, :year, 1)
            on conflict (region, series, year) do update set last = chase_serial.last + 1
            returning last
            """;

    private final JdbcClient db;

    ChaseSteps(JdbcClient db) {
        this.db = db;
    }

    /// @return false when the step was taken before
    boolean take(ChaseStep step) {
        return db.sql(TAKE)
                        .param("id", step.id())
                        .param("region", step.region())
                        .param("commitment", step.commitment())
                        .param("party", step.party())
                        .param("notice", step.notice())
                        .param("subject", step.subject())
                        .param("step", step.step())
                        .param("lastDay", step.lastDay())
                        .param("day", step.day())
                        .param("rule", step.rule())
                        .param("percent", step.percent())
                        .param("bodies", step.bodies().toArray(String[]::new))
                        .param("at", step.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// `subject` and `step` with a line break between, of everything taken in a region.
    Set<String> taken(String region) {
        return new HashSet<>(
                db.sql(
                                "select subject || chr(10) || step from ledger.chase_step"
                                        + " where region = :region")
                        .param("region", region)
                        .query(String.class)
                        .list());
    }

    List<ChaseStep> ofItem(String region, String commitment, String party, int limit) {
        return db.sql(OF_ITEM)
                .param("region", region)
                .param("commitment", commitment)
                .param("party", party)
                .param("limit", limit)
                .query(ChaseSteps::read)
                .list();
    }

    /// Every step taken about obligations in a region, in their order.
    List<ChaseStep> ofItems(String region) {
        return db.sql(OF_ITEMS).param("region", region).query(ChaseSteps::read).list();
    }

    /// The next number of a series; gaps only when the transaction fails.
    int next(String region, String series, int year) {
        return db.sql(NEXT)
                .param("region", region)
                .param("series", series)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    private static ChaseStep read(ResultSet rows, int i) throws SQLException {
        return new ChaseStep(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("commitment"),
                rows.getString("party"),
                rows.getObject("notice", UUID.class),
                rows.getString("subject"),
                rows.getString("step"),
                rows.getObject("last_day", LocalDate.class),
                rows.getObject("day", LocalDate.class),
                rows.getString("rule"),
                rows.getInt("percent"),
                List.of((String[]) rows.getArray("bodies").getArray()),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
