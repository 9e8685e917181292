package org.tongquan.ledger.chiefs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
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
import org.tongquan.compact.Text;
import org.tongquan.compact.conduct.Chief;

/// All SQL on `ledger.chief_charge`, `ledger.chief_terms` and `ledger.chief_holding`.
@Repository
class Charges {
    private static final String SELECT =
            """
            select id, region, party, declared, kind, object_zh, object_en, commitment, basis, body,
                   on_day, at
            from ledger.chief_charge
            """;

    private static final String SEEN =
            " (ledger.is_job() or ledger.sees(region, party)"
                    + " or ledger.kept_charge(id, on_day, at))";

    private static final String ORDER = " order by party, id limit :limit";

    private static final String ADD =
            """
            insert into ledger.chief_charge
                (id, region, party, declared, kind, object_zh, object_en, commitment, basis, body,
                 person, on_day, at)
            values (:id, :region, :party, :declared, :kind, :zh, :en, :commitment, :basis, :body,
                    :person, :on, :at)
            """;

    private static final String ADD_TERMS =
            """
            insert into ledger.chief_terms
                (charge, region, seq, from_day, ended, post_zh, post_en, duties, rhythm, units,
                 settle_within, rule, body, person, at)
            values (:charge, :region, :seq, :from, :ended, :zh, :en, :duties, :rhythm, :units,
                    :within, :rule, :body, :person, :at)
            """;

    private static final String ADD_HOLDING =
            """
            insert into ledger.chief_holding
                (charge, region, seq, from_day, holder, deputy, unit, reason, body, person, at)
            values (:charge, :region, :seq, :from, :holder, :deputy, :unit, :reason, :body, :person,
                    :at)
            """;

    private final JdbcClient db;

    Charges(JdbcClient db) {
        this.db = db;
    }

    /// Lets one transaction at a time change what a region's chiefs are.
    void lock(String region) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('chiefs:' || :region, 0))")
                .param("region", region)
                .query()
                .singleRow();
    }

    void add(Charge charge, String person) {
        db.sql(ADD)
                .param("id", charge.id())
                .param("region", charge.region())
                .param("party", charge.party())
                .param("declared", charge.declared())
                .param("kind", word(charge.kind()))
                .param("zh", charge.object().zh())
                .param("en", charge.object().en())
                .param("commitment", charge.commitment())
                .param("basis", charge.basis())
                .param("body", charge.body())
                .param("person", person)
                .param("on", charge.on())
                .param("at", utc(charge.at()))
                .update();
    }

    void add(Charge charge, Charge.Terms terms, String person) {
        db.sql(ADD_TERMS)
                .param("charge", charge.id())
                .param("region", charge.region())
                .param("seq", terms.seq())
                .param("from", terms.from())
                .param("ended", terms.ended())
                .param("zh", terms.post().zh())
                .param("en", terms.post().en())
                .param("duties", terms.duties().toArray(String[]::new))
                .param("rhythm", terms.rhythm() == null ? "" : terms.rhythm().toString())
                .param("units", terms.units().toArray(String[]::new))
                .param("within", terms.settleWithin())
                .param("rule", terms.rule())
                .param("body", terms.body())
                .param("person", person)
                .param("at", utc(terms.at()))
                .update();
    }

    void add(Charge charge, Charge.Holding holding, String person) {
        db.sql(ADD_HOLDING)
                .param("charge", charge.id())
                .param("region", charge.region())
                .param("seq", holding.seq())
                .param("from", holding.from())
                .param("holder", holding.holder())
                .param("deputy", holding.deputy())
                .param("unit", holding.unit())
                .param("reason", holding.reason())
                .param("body", holding.body())
                .param("person", person)
                .param("at", utc(holding.at()))
                .update();
    }

    /// What everybody of the region knows.
    Optional<Charge> find(UUID id) {
        return db.sql(SELECT + " where id = :id").param("id", id).query(Charges::charge).optional();
    }

    /// Those about which the acting body sees everything, by party, in the order in which they
    /// were recorded.
    List<Charge> list(String region, int limit) {
        return db.sql(SELECT + " where region = :region and" + SEEN + ORDER)
                .param("region", region)
                .param("limit", limit)
                .query(Charges::charge)
                .list();
    }

    /// The same for one.
    Optional<Charge> findSeen(UUID id) {
        return db.sql(SELECT + " where id = :id and" + SEEN)
                .param("id", id)
                .query(Charges::charge)
                .optional();
    }

    Map<UUID, List<Charge.Terms>> terms(Collection<UUID> charges) {
        var all = new HashMap<UUID, List<Charge.Terms>>();
        db.sql(
                        """
                        select charge, seq, from_day, ended, post_zh, post_en, duties, rhythm,
                               units, settle_within, rule, body, at
                        from ledger.chief_terms where charge = any (:ids) order by charge, seq
                        """)
                .param("ids", charges.toArray(UUID[]::new))
                .query(
                        rows -> {
                            all.computeIfAbsent(id(rows), n -> new ArrayList<>()).add(terms(rows));
                        });
        return all;
    }

    Map<UUID, List<Charge.Holding>> holdings(Collection<UUID> charges) {
        var all = new HashMap<UUID, List<Charge.Holding>>();
        db.sql(
                        """
                        select charge, seq, from_day, holder, deputy, unit, reason, body, at
                        from ledger.chief_holding where charge = any (:ids) order by charge, seq
                        """)
                .param("ids", charges.toArray(UUID[]::new))
                .query(
                        rows -> {
                            all.computeIfAbsent(id(rows), n -> new ArrayList<>())
                                    .add(holding(rows));
                        });
        return all;
    }

    private static UUID id(ResultSet rows) throws SQLException {
        return rows.getObject("charge", UUID.class);
    }

    static String word(Chief.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Instant at(ResultSet rows) throws SQLException {
        return rows.getObject("at", OffsetDateTime.class).toInstant();
    }

    private static Text text(ResultSet rows, String column) throws SQLException {
        return new Text(rows.getString(column + "_zh"), rows.getString(column + "_en"));
    }

    private static Charge charge(ResultSet rows, int i) throws SQLException {
        return new Charge(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("party"),
                rows.getString("declared"),
                Chief.Kind.valueOf(rows.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                text(rows, "object"),
                rows.getString("commitment"),
                rows.getString("basis"),
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                at(rows));
    }

    private static Charge.Terms terms(ResultSet rows) throws SQLException {
        var rhythm = rows.getString("rhythm");
        return new Charge.Terms(
                rows.getInt("seq"),
                rows.getObject("from_day", LocalDate.class),
                rows.getBoolean("ended"),
                text(rows, "post"),
                List.of((String[]) rows.getArray("duties").getArray()),
                rhythm.isEmpty() ? null : Period.parse(rhythm),
                List.of((String[]) rows.getArray("units").getArray()),
                within(rows),
                rows.getString("rule"),
                rows.getString("body"),
                at(rows));
    }

    private static @Nullable Integer within(ResultSet rows) throws SQLException {
        return rows.getObject("settle_within", Integer.class);
    }

    private static Charge.Holding holding(ResultSet rows) throws SQLException {
        return new Charge.Holding(
                rows.getInt("seq"),
                rows.getObject("from_day", LocalDate.class),
                rows.getString("holder"),
                rows.getString("deputy"),
                rows.getString("unit"),
                rows.getString("reason"),
                rows.getString("body"),
                at(rows));
    }
}
