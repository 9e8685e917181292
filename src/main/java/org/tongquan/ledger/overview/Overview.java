package org.tongquan.ledger.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.RollUp;
import org.tongquan.ledger.standing.Standing;

/// The door, and all SQL behind it: what is read of many obligations at once.
@Service
public class Overview {
    /// Cards of one cell of the board; the list shows the others.
    public static final int MOST_CARDS = 4;

    /// Days of a month are shown with so many entries of each sort at most.
    public static final int MOST_OF_MONTH = 600;

    private static final String BOARD =
            """
            select t.chapter_title, t.light, t.n, o.commitment, o.party, o.text_zh, o.text_en,
                   o.percent, o.due
            from (select chapter_title, light, sum(n) as n, min(ordinal) as ordinal
                  from ledger.tally
                  where region = :region and (:party = '' or party = :party)
                  group by chapter_title, light) t
            cross join lateral (
                select commitment, party, text_zh, text_en, percent, due, ordinal
                from ledger.obligation
                where region = :region and chapter_title = t.chapter_title and light = t.light
                  and (:party = '' or party = :party)
                order by due nulls last, ordinal, party limit :most) o
            order by t.ordinal, t.chapter_title, o.due nulls last, o.ordinal, o.party
            """;

    private static final String DUE =
            """
            select 'deadline' as kind, o.due as on_day, o.commitment, o.party, o.text_zh, o.text_en,
                   o.light, '' as words
            from ledger.obligation o
            where o.region = :region and o.due between :from and :to
              and (:party = '' or o.party = :party)
            order by o.due, o.ordinal, o.party limit :most
            """;

    private static final String MILESTONES =
            """
            select 'milestone' as kind, m.due as on_day, c.id as commitment, p.party, c.text_zh,
                   c.text_en, coalesce(o.light, 'none') as light, m.percent || '%' as words
            from ledger.commitment c
            cross join unnest(c.milestone_due, c.milestone_percent) as m (due, percent)
            cross join unnest(c.parties) as p (party)
            join ledger.obligation o
              on o.region = c.region and o.commitment = c.id and o.party = p.party
            where c.region = :region and c.parent is not null and c.valid_to is null
              and m.due between :from and :to and m.due <> coalesce(o.due, 'infinity')
              and (:party = '' or p.party = :party)
            order by m.due, c.ordinal, p.party limit :most
            """;

    private static final String TOLD =
            """
            select t.message, t.vals, t.href, t.due from ledger.told t
            where t.region = :region and t.body = :body and t.due between :from and :to
            order by t.due, t.at, t.id limit :most
            """;

    private static final String LIGHTS =
            """
            select commitment, light, was_late, percent, due
            from ledger.obligation
            where region = :region and commitment = any (:ids)
            """;

    private final Acting acting;
    private final Ledger ledger;
    private final Compacts compacts;
    private final JdbcClient db;

    Overview(Acting acting, Ledger ledger, Compacts compacts, JdbcClient db) {
        this.acting = acting;
        this.ledger = ledger;
        this.compacts = compacts;
        this.db = db;
    }

    /// One obligation on the board.
    ///
    /// @param count how many obligations the cell has
    public record Card(
            String chapter,
            Light light,
            int count,
            String commitment,
            String party,
            String textZh,
            String textEn,
            int percent,
            @Nullable LocalDate due) {}

    /// What is due on a day.
    public record Entry(
            Kind kind,
            LocalDate on,
            String commitment,
            String party,
            String textZh,
            String textEn,
            Light light,
            String words) {
        public enum Kind {
            DEADLINE,
            MILESTONE
        }
    }

    /// What the acting body was told with a last day.
    public record Term(String message, List<String> values, String href, LocalDate due) {
        public Term {
            values = List.copyOf(values);
        }
    }

    /// The obligations of one month.
    public record Month(List<Entry> entries, List<Term> terms) {
        public Month {
            entries = List.copyOf(entries);
            terms = List.copyOf(terms);
        }
    }

    /// How the item of a plan stands.
    public record Bar(Light light, int percent) {}

    /// The most urgent cards of each chapter and light.
    ///
    /// @param party id of a bound party; empty for all
    public List<Card> board(Actor actor, String party) {
        return acting.read(
                actor,
                () ->
                        db.sql(BOARD)
                                .param("region", actor.region())
                                .param("party", party)
                                .param("most", MOST_CARDS)
                                .query(Overview::card)
                                .list());
    }

    private static Card card(ResultSet rows, int i) throws SQLException {
        return new Card(
                rows.getString("chapter_title"),
                Light.of(rows.getString("light")),
                rows.getInt("n"),
                rows.getString("commitment"),
                rows.getString("party"),
                rows.getString("text_zh"),
                rows.getString("text_en"),
                rows.getInt("percent"),
                rows.getObject("due", LocalDate.class));
    }

    /// What falls due in a month: deadlines, milestones, and terms that the body was told.
    public Month month(Actor actor, String party, YearMonth month) {
        return between(actor, party, month.atDay(1), month.atEndOfMonth());
    }

    /// The same for any days, both included.
    public Month between(Actor actor, String party, LocalDate from, LocalDate to) {
        var values = new HashMap<String, Object>();
        values.put("region", actor.region());
        values.put("party", party);
        values.put("from", from);
        values.put("to", to);
        values.put("most", MOST_OF_MONTH);
        return acting.read(
                actor,
                () -> {
                    var entries = new ArrayList<Entry>();
                    entries.addAll(db.sql(DUE).params(values).query(Overview::entry).list());
                    entries.addAll(db.sql(MILESTONES).params(values).query(Overview::entry).list());
                    values.put("body", actor.body());
                    return new Month(
                            entries, db.sql(TOLD).params(values).query(Overview::term).list());
                });
    }

    private static Entry entry(ResultSet rows, int i) throws SQLException {
        return new Entry(
                Entry.Kind.valueOf(rows.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                rows.getObject("on_day", LocalDate.class),
                rows.getString("commitment"),
                rows.getString("party"),
                rows.getString("text_zh"),
                rows.getString("text_en"),
                Light.of(rows.getString("light")),
                rows.getString("words"));
    }

    private static Term term(ResultSet rows, int i) throws SQLException {
        return new Term(
                rows.getString("message"),
                List.of((String[]) rows.getArray("vals").getArray()),
                rows.getString("href"),
                rows.getObject("due", LocalDate.class));
    }

    /// How commitments or items stand, by id: all parties together, by the rule that the compact
    /// declares.
    public Map<String, Bar> standings(Actor actor, List<String> ids) {
        var today = ledger.today();
        return compacts.inForce(actor.region(), today)
                .flatMap(version -> version.rule(Compact::planning, today))
                .map(rule -> bars(rule, acting.read(actor, () -> parties(actor.region(), ids))))
                .orElse(Map.of());
    }

    private static Map<String, Bar> bars(PlanRule rule, Map<String, List<Standing>> parties) {
        var bars = new HashMap<String, Bar>();
        parties.forEach(
                (id, all) -> {
                    var whole = RollUp.equal(rule, all);
                    bars.put(id, new Bar(whole.light(), whole.percent()));
                });
        return bars;
    }

    private Map<String, List<Standing>> parties(String region, List<String> ids) {
        var parties = new HashMap<String, List<Standing>>();
        db.sql(LIGHTS)
                .param("region", region)
                .param("ids", ids.toArray(String[]::new))
                .query(
                        (RowCallbackHandler)
                                row ->
                                        parties.computeIfAbsent(
                                                        row.getString("commitment"),
                                                        _ -> new ArrayList<>())
                                                .add(standing(row)));
        return parties;
    }

    /// What a roll-up asks of one party.
    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                Light.of(row.getString("light")),
                row.getBoolean("was_late"),
                row.getInt("percent"),
                Standing.Reason.ROLLED_UP,
                List.of(),
                "",
                row.getObject("due", LocalDate.class));
    }
}
