package org.tongquan.ledger.recounting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The last days that records of all areas hold. Reads alone.
@Repository
class DueDays {
    private static final String ALL =
            """
            select 'notice' as kind, e.id::text as id, e.step, e.on_day as start, case e.step
                       when 'issued' then n.sign_within
                       when 'answered' then n.review_within
                       else n.answer_within end as days, e.due, e.at
            from ledger.notice_event e join ledger.notice n on n.id = e.notice
            where e.region = :region and e.due is not null
            union all
            select 'plan', s.id::text, s.kind, s.on_day, null, s.answer_by, s.at
            from ledger.plan_step s where s.region = :region and s.answer_by is not null
            union all
            select 'look', s.id::text, 'received', s.on_day, s.look_days, s.look_by, s.at
            from ledger.suggestion s where s.region = :region
            union all
            select 'suggestion', e.id::text, e.kind, e.on_day, e.days, e.due, e.at
            from ledger.suggestion_event e
            where e.region = :region and e.kind = 'assigned' and not exists (
                select from ledger.suggestion_event f
                where f.suggestion = e.suggestion and f.kind = 'assigned'
                  and f.ordinal < e.ordinal)
            union all
            select 'matter', e.id::text, e.step, coalesce(a.on_day, m.on_day),
                   case when a.on_day is null then m.acknowledge_within else m.settle_within end,
                   e.due, e.at
            from ledger.matter_event e
            join ledger.matter m on m.id = e.matter
            left join ledger.matter_event a
              on a.matter = e.matter and a.step = 'acknowledged' and a.seq <= e.seq
            where e.region = :region and e.due is not null
            order by at, id
            """;

    private final JdbcClient db;

    DueDays(JdbcClient db) {
        this.db = db;
    }

    List<DueDay> all(String region) {
        return db.sql(ALL).param("region", region).query(DueDays::read).list();
    }

    private static DueDay read(ResultSet row, int i) throws SQLException {
        return new DueDay(
                row.getString("kind"),
                row.getString("id"),
                row.getString("step"),
                row.getObject("start", LocalDate.class),
                row.getObject("days", Integer.class),
                row.getObject("due", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /// How many alarms were raised.
    int alarms(String region) {
        return db.sql("select count(*) from ledger.report_alarm where region = :region")
                .param("region", region)
                .query(Integer.class)
                .single();
    }
}
