package org.tongquan.ledger.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.told` and `ledger.told_read`.
@Repository
class Tellings {
    /// Without a target, because who tells may not see what others were told.
    private static final String ADD =
            """
            insert into ledger.told
                (id, region, body, key, message, vals, href, due, by_body, by_person, at)
            values (:id, :region, :body, :key, :message, :values, :href, cast(:due as date),
                    :byBody, :byPerson, :at)
            on conflict do nothing
            """;

    private static final String OWN =
            """
             from ledger.told t left join ledger.told_read r
                 on r.told = t.id and r.person = :person
            where t.region = :region and t.body = :body
            """;

    private static final String LIST =
            """
            select t.id, t.message, t.vals, t.href, t.due, t.by_body, t.at,
                   r.told is not null as seen
            """
                    + OWN
                    + " and (not :unread or r.told is null) order by t.at desc, t.id desc"
                    + " limit :limit";

    private static final String UNREAD =
            "select count(*) from (select 1" + OWN + " and r.told is null limit :limit) u";

    private static final String MARK =
            """
            insert into ledger.told_read (told, region, body, person, at)
            select t.id, t.region, t.body, :person, :at
            """
                    + OWN
                    + " and r.told is null and (:all or t.id = :id) on conflict do nothing";

    private final JdbcClient db;

    Tellings(JdbcClient db) {
        this.db = db;
    }

    /// @return false when the same was told before
    boolean add(UUID id, Notification told, Actor by, Instant at) {
        return db.sql(ADD)
                        .param("id", id)
                        .param("region", told.region())
                        .param("body", told.body())
                        .param("key", told.key())
                        .param("message", told.message())
                        .param("values", told.values().toArray(String[]::new))
                        .param("href", told.href())
                        .param("due", told.due())
                        .param("byBody", by.body())
                        .param("byPerson", by.person())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Told> list(Actor actor, boolean unreadOnly, int limit) {
        return own(LIST, actor)
                .param("unread", unreadOnly)
                .param("limit", limit)
                .query(Tellings::read)
                .list();
    }

    int unread(Actor actor, int limit) {
        return own(UNREAD, actor).param("limit", limit).query(Integer.class).single();
    }

    /// @return how many were not marked before
    int mark(Actor actor, UUID id, boolean all, Instant at) {
        return own(MARK, actor)
                .param("id", id)
                .param("all", all)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec own(String sql, Actor actor) {
        return db.sql(sql)
                .param("region", actor.region())
                .param("body", actor.body())
                .param("person", actor.person());
    }

    private static Told read(ResultSet rows, int i) throws SQLException {
        return new Told(
                rows.getObject("id", UUID.class),
                rows.getString("message"),
                List.of((String[]) rows.getArray("vals").getArray()),
                rows.getString("href"),
                rows.getObject("due", LocalDate.class),
                rows.getString("by_body"),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                rows.getBoolean("seen"));
    }
}
