package org.tongquan.ledger.views;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.saved_view` and `ledger.saved_view_default`.
@Repository
class ViewRows {
    private static final String LIST =
            """
            select v.id, v.page, v.name, v.query, v.shared, v.person = :person as own,
                   d.view is not null as usual, v.at
            from ledger.saved_view v left join ledger.saved_view_default d
                on d.view = v.id and d.person = :person and d.body = :body and d.region = :region
            where v.body = :body and v.region = :region
            """;

    private static final String ORDER = " order by v.page, v.person <> :person, v.name, v.id";

    private static final String ADD =
            """
            insert into ledger.saved_view (id, region, body, person, page, name, query, shared, at)
            values (:id, :region, :body, :person, :page, :name, :query, :shared, :at)
            on conflict (region, body, person, page, name) do nothing
            """;

    private static final String CHOOSE =
            """
            insert into ledger.saved_view_default (region, body, person, page, view)
            values (:region, :body, :person, :page, :id)
            """;

    private final JdbcClient db;

    ViewRows(JdbcClient db) {
        this.db = db;
    }

    /// Lets one transaction at a time change the views of a person.
    void lock(Actor actor) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('views:' || :person, 0))")
                .param("person", actor.person())
                .query()
                .singleRow();
    }

    List<SavedView> list(Actor actor, int limit) {
        return of(LIST + ORDER + " limit :limit", actor)
                .param("limit", limit)
                .query(ViewRows::read)
                .list();
    }

    List<SavedView> list(Actor actor, ListedPage page, int limit) {
        return of(LIST + " and v.page = :page" + ORDER + " limit :limit", actor)
                .param("page", page.word())
                .param("limit", limit)
                .query(ViewRows::read)
                .list();
    }

    Optional<SavedView> find(Actor actor, UUID id) {
        return of(LIST + " and v.id = :id", actor).param("id", id).query(ViewRows::read).optional();
    }

    int count(Actor actor, ListedPage page) {
        return of(
                        "select count(*) from ledger.saved_view where region = :region"
                                + " and body = :body and person = :person and page = :page",
                        actor)
                .param("page", page.word())
                .query(Integer.class)
                .single();
    }

    /// @return false when the person has one of this name on this page
    boolean add(Actor actor, SavedView view) {
        return of(ADD, actor)
                        .param("id", view.id())
                        .param("page", view.page().word())
                        .param("name", view.name())
                        .param("query", view.query())
                        .param("shared", view.shared())
                        .param("at", utc(view.at()))
                        .update()
                == 1;
    }

    int share(UUID id, boolean shared) {
        return db.sql("update ledger.saved_view set shared = :shared where id = :id")
                .param("id", id)
                .param("shared", shared)
                .update();
    }

    int remove(UUID id) {
        return db.sql("delete from ledger.saved_view where id = :id").param("id", id).update();
    }

    void choose(Actor actor, SavedView view) {
        of(CHOOSE, actor).param("id", view.id()).param("page", view.page().word()).update();
    }

    int clear(Actor actor, ListedPage page) {
        return of(
                        "delete from ledger.saved_view_default where region = :region"
                                + " and body = :body and person = :person and page = :page",
                        actor)
                .param("page", page.word())
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, Actor actor) {
        return db.sql(sql)
                .param("region", actor.region())
                .param("body", actor.body())
                .param("person", actor.person());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static SavedView read(ResultSet rows, int i) throws SQLException {
        return new SavedView(
                rows.getObject("id", UUID.class),
                ListedPage.find(rows.getString("page")).orElseThrow(),
                rows.getString("name"),
                rows.getString("query"),
                rows.getBoolean("shared"),
                rows.getBoolean("own"),
                rows.getBoolean("usual"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
