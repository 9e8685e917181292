package org.tongquan.ledger.chasing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.notice` and `ledger.notice_event`.
@Repository
class Notices {
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('ledger.notice ' || :region, 0))::text";

    private static final String ADD =
            """
            insert into ledger.notice
                (id, region, year, serial, commitment, party, item_zh, item_en, origin, units,
                 issuer, cause, text, last_day, rule, sign_within, answer_within, review_within,
                 body, person, on_day, at, simulated)
            values (:id, :region, :year, :serial, :commitment, :party, :zh, :en, :origin, :units,
                    :issuer, :cause, :text, cast(:lastDay as date), :rule, :sign, :answer,
                    cast(:review as integer), :body, :person, :on, :at, :simulated)
            """;

    private static final String ADD_EVENT =
            """
            insert into ledger.notice_event
                (id, notice, region, seq, step, text, due, provisional, body, person, on_day, at)
            values (:id, :notice, :region, :seq, :step, :text, cast(:due as date), :provisional,
                    :body, :person, :on, :at)
            """;

    private static final String SELECT =
            """
            select n.id, n.region, n.year, n.serial, n.commitment, n.party, n.item_zh, n.item_en,
                   n.origin, n.units, n.issuer,
                   n.cause, n.text, n.last_day, n.rule, n.sign_within, n.answer_within,
                   n.review_within, n.body, n.on_day, n.at, n.simulated
            from ledger.notice n
            """;

    private static final String LAST =
            """
            join lateral (select e.step from ledger.notice_event e where e.notice = n.id
                order by e.seq desc limit 1) last on true
            where n.region = :region and (:party = '' or n.party = :party)
              and (not :mine or ledger.answers_for(n.region, n.party, n.units))
            """;

    private static final String LIST =
            SELECT
                    + LAST
                    + """
                     and last.step = any (:steps) and (n.at, n.id) < (:at, :before)
                    order by n.at desc, n.id desc limit :limit
                    """;

    private static final String COUNTS =
            "select last.step, count(*) as n from ledger.notice n " + LAST + " group by last.step";

    private static final String OF_ITEM =
            SELECT
                    + """
                    where n.region = :region and n.commitment = :commitment and n.party = :party
                    order by n.at desc, n.id desc limit :limit
                    """;

    private static final String OPEN_ITEMS =
            """
            select n.commitment || '~' || n.party from ledger.notice n
            join lateral (select e.step from ledger.notice_event e where e.notice = n.id
                order by e.seq desc limit 1) last on true
            where n.region = :region and last.step <> 'closed'
            """;

    private static final String IS_OPEN =
            """
            select exists (select from ledger.notice n
                join lateral (select e.step from ledger.notice_event e where e.notice = n.id
                    order by e.seq desc limit 1) last on true
                where n.region = :region and n.commitment = :commitment and n.party = :party
                  and last.step <> 'closed')
            """;

    private static final String EVENTS =
            """
            select id, notice, seq, step, text, due, provisional, body, on_day, at
            from ledger.notice_event where notice = any (:notices) order by notice, seq
            """;

    private final JdbcClient db;

    Notices(JdbcClient db) {
        this.db = db;
    }

    /// Until the end of the transaction nobody else issues or acts in this region.
    void lock(String region) {
        db.sql(LOCK).param("region", region).query(String.class).optional();
    }

    void add(Notice notice, String person) {
        db.sql(ADD)
                .param("id", notice.id())
                .param("region", notice.region())
                .param("year", notice.year())
                .param("serial", notice.serial())
                .param("commitment", notice.commitment())
                .param("party", notice.party())
                .param("zh", notice.item().zh())
                .param("en", notice.item().en())
                .param("origin", notice.item().origin())
                .param("units", notice.units().toArray(String[]::new))
                .param("issuer", notice.issuer())
                .param("cause", notice.cause().word())
                .param("text", notice.text())
                .param("lastDay", notice.lastDay())
                .param("rule", notice.terms().rule())
                .param("sign", notice.terms().sign())
                .param("answer", notice.terms().answer())
                .param("review", notice.terms().review())
                .param("body", notice.body())
                .param("person", person)
                .param("on", notice.on())
                .param("at", notice.at().atOffset(ZoneOffset.UTC))
                .param("simulated", notice.simulated())
                .update();
    }

    void add(String region, NoticeEvent event, String person) {
        db.sql(ADD_EVENT)
                .param("id", event.id())
                .param("notice", event.notice())
                .param("region", region)
                .param("seq", event.seq())
                .param("step", event.step().word())
                .param("text", event.text())
                .param("due", event.due())
                .param("provisional", event.provisional())
                .param("body", event.body())
                .param("person", person)
                .param("on", event.on())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Notice> find(UUID id) {
        return db.sql(SELECT + " where n.id = :id").param("id", id).query(Notices::read).optional();
    }

    /// Newest first, after a cursor.
    List<Notice> list(NoticeFilter filter, int limit) {
        return filtered(LIST, filter)
                .param("steps", filter.steps().stream().map(Step::word).toArray(String[]::new))
                .param("at", filter.before().at().atOffset(ZoneOffset.UTC))
                .param("before", filter.before().id())
                .param("limit", limit)
                .query(Notices::read)
                .list();
    }

    /// How many notices took which step last.
    Map<Step, Integer> counts(NoticeFilter filter) {
        var counts = new HashMap<Step, Integer>();
        filtered(COUNTS, filter)
                .query((row, i) -> counts.put(Step.of(row.getString("step")), row.getInt("n")))
                .list();
        return counts;
    }

    private JdbcClient.StatementSpec filtered(String sql, NoticeFilter filter) {
        return db.sql(sql)
                .param("region", filter.region())
                .param("party", filter.party())
                .param("mine", filter.mine());
    }

    List<Notice> ofItem(String region, String commitment, String party, int limit) {
        return db.sql(OF_ITEM)
                .param("region", region)
                .param("commitment", commitment)
                .param("party", party)
                .param("limit", limit)
                .query(Notices::read)
                .list();
    }

    /// `commitment~party` of everything about which a notice is open.
    List<String> openItems(String region) {
        return db.sql(OPEN_ITEMS).param("region", region).query(String.class).list();
    }

    /// Whether a notice about one item is open.
    boolean isOpen(String region, String commitment, String party) {
        return db.sql(IS_OPEN)
                .param("region", region)
                .param("commitment", commitment)
                .param("party", party)
                .query(Boolean.class)
                .single();
    }

    Map<UUID, List<NoticeEvent>> events(Collection<UUID> notices) {
        var events = new HashMap<UUID, List<NoticeEvent>>();
        db.sql(EVENTS)
                .param("notices", notices.toArray(UUID[]::new))
                .query(Notices::event)
                .list()
                .forEach(e -> events.computeIfAbsent(e.notice(), n -> new ArrayList<>()).add(e));
        return events;
    }

    private static NoticeEvent event(ResultSet rows, int i) throws SQLException {
        return new NoticeEvent(
                rows.getObject("id", UUID.class),
                rows.getObject("notice", UUID.class),
                rows.getInt("seq"),
                Step.of(rows.getString("step")),
                rows.getString("text"),
                rows.getObject("due", LocalDate.class),
                rows.getBoolean("provisional"),
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Notice read(ResultSet rows, int i) throws SQLException {
        return new Notice(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getInt("year"),
                rows.getInt("serial"),
                rows.getString("commitment"),
                rows.getString("party"),
                new Notice.Item(
                        rows.getString("item_zh"),
                        rows.getString("item_en"),
                        rows.getString("origin")),
                List.of((String[]) rows.getArray("units").getArray()),
                rows.getString("issuer"),
                rows.getString("cause").equals("hand") ? Notice.Cause.HAND : Notice.Cause.OVERDUE,
                rows.getString("text"),
                rows.getObject("last_day", LocalDate.class),
                new Terms(
                        rows.getString("rule"),
                        rows.getInt("sign_within"),
                        rows.getInt("answer_within"),
                        review(rows)),
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                rows.getBoolean("simulated"));
    }

    private static @Nullable Integer review(ResultSet rows) throws SQLException {
        int days = rows.getInt("review_within");
        return rows.wasNull() ? null : days;
    }
}
