package org.tongquan.ledger.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.standing.Successors;

/// All SQL on `ledger.succession`, and on the parts in commitments that move with one.
@Repository
class Successions implements Successors {
    private static final String ADD =
            """
            insert into ledger.succession
                (id, region, from_unit, to_unit, on_day, reason, body, person, at)
            values (:id, :region, :from, :to, :on, :reason, :body, :person, :at)
            """;

    private static final String LIST =
            """
            select id, region, from_unit, to_unit, on_day, reason, body, at
            from ledger.succession where region = :region order by at desc, id desc
            """;

    /// The last unit of the chain that begins with a unit; ends even where there were a circle.
    private static final String NOW =
            """
            with recursive chain (unit, step) as (
                select :unit::text, 0
                union all
                select s.to_unit, c.step + 1
                from chain c join ledger.succession s
                  on s.region = :region and s.from_unit = c.unit
            ) cycle unit set again using path
            select unit from chain where not again order by step desc limit 1
            """;

    /// Parts in commitments; and what else waits for a unit, as long as it did not hand it over:
    /// notices, suggestions, chiefs' objects and problems, items of plans that are not over.
    private static final String HOLDINGS =
            """
            with part (unit, role) as (
                select unit, role from ledger.assignment
                where region = :region and valid_to is null
            ), waiting (unit) as (
                select unnest(n.units) from ledger.notice n
                where n.region = :region and not exists (
                    select from ledger.notice_event e where e.notice = n.id and e.step = 'closed'
                      and not exists (select from ledger.notice_event l
                          where l.notice = n.id and l.seq > e.seq))
                union all
                select s.unit from ledger.suggestion s
                where s.region = :region and s.unit <> '' and s.state <> 'hidden'
                  and not exists (select from ledger.suggestion_event e
                      where e.suggestion = s.id and e.kind = 'answered')
                union all
                select m.unit from ledger.chief_matter m
                where m.region = :region and not exists (
                    select from ledger.chief_event e where e.matter = m.id and e.step = 'closed')
                union all
                select h.unit from ledger.chief_holding h
                where h.region = :region and not exists (select from ledger.chief_holding l
                    where l.charge = h.charge and l.seq > h.seq)
                  and not coalesce((select t.ended from ledger.chief_terms t
                      where t.charge = h.charge order by t.seq desc limit 1), false)
                union all
                select unnest(i.lead || i.cooperating) from ledger.plan_item i
                where i.region = :region and i.edition = 0 and i.deadline >= :day
            ), held (unit, role) as (
                select unit, role from part
                union all
                select w.unit, 'case' from waiting w
                where w.unit like '%/%' and not exists (select from ledger.succession s
                    where s.region = :region and s.from_unit = w.unit)
            )
            select unit, count(*) filter (where role = 'lead') as led,
                   count(*) filter (where role = 'cooperating') as cooperated,
                   count(*) filter (where role = 'case') as cases
            from held group by unit order by unit
            """;

    private static final String MOVE =
            """
            with ended as (
                update ledger.assignment set valid_to = :on
                where region = :region and unit = :from and valid_to is null
                  and by_body <> 'clause'
                returning commitment, party, role
            )
            insert into ledger.assignment
                (id, region, commitment, party, unit, role, valid_from, by_body, by_person, at)
            select gen_random_uuid(), :region, e.commitment, e.party, :to, e.role, :on, :body,
                   :person, :at
            from ended e
            where not exists (select from ledger.assignment a
                where a.region = :region and a.commitment = e.commitment and a.party = e.party
                  and a.unit = :to and a.role = e.role and a.valid_to is null)
            """;

    private final JdbcClient db;

    Successions(JdbcClient db) {
        this.db = db;
    }

    /// How many obligations a unit leads or cooperates in, and how much else waits for it.
    record Holding(String unit, int led, int cooperated, int cases) {}

    /// Lets one hand-over of a region happen at a time: each looks at all before it.
    void lock(String region) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('handover:' || :region, 0))")
                .param("region", region)
                .query()
                .singleRow();
    }

    void add(Succession one, Actor actor) {
        db.sql(ADD)
                .param("id", one.id())
                .param("region", one.region())
                .param("from", one.from())
                .param("to", one.to())
                .param("on", one.on())
                .param("reason", one.reason())
                .param("body", one.body())
                .param("person", actor.person())
                .param("at", one.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Parts that the office had given to the unit by hand.
    void move(Succession one, Actor actor) {
        db.sql(MOVE)
                .param("region", one.region())
                .param("from", one.from())
                .param("to", one.to())
                .param("on", one.on())
                .param("body", one.body())
                .param("person", actor.person())
                .param("at", one.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The latest first.
    List<Succession> list(String region) {
        return db.sql(LIST).param("region", region).query(Successions::read).list();
    }

    /// @param day today: items of plans that were due before it are over
    Map<String, Holding> holdings(String region, LocalDate day) {
        var all = new HashMap<String, Holding>();
        db.sql(HOLDINGS)
                .param("region", region)
                .param("day", day)
                .query(
                        (rows, i) ->
                                new Holding(
                                        rows.getString("unit"),
                                        rows.getInt("led"),
                                        rows.getInt("cooperated"),
                                        rows.getInt("cases")))
                .list()
                .forEach(h -> all.put(h.unit(), h));
        return all;
    }

    /// Whether a unit has a problem that a chief found, or a suggestion to answer.
    boolean hasCases(String region, String unit) {
        return db.sql(
                        """
                        select exists (select from ledger.chief_matter
                                       where region = :region and unit = :unit)
                            or exists (select from ledger.chief_holding
                                       where region = :region and unit = :unit)
                            or exists (select from ledger.suggestion
                                       where region = :region and unit = :unit)
                        """)
                .param("region", region)
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    @Override
    public String now(String region, String unit) {
        return db.sql(NOW).param("region", region).param("unit", unit).query(String.class).single();
    }

    private static Succession read(ResultSet rows, int i) throws SQLException {
        return new Succession(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("from_unit"),
                rows.getString("to_unit"),
                rows.getObject("on_day", LocalDate.class),
                rows.getString("reason"),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
