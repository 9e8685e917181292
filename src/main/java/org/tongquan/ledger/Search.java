package org.tongquan.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.ledger.standing.Light;

/// All SQL on `ledger.wording`: finding obligations by the words of their commitments.
@Repository
class Search {
    private static final String HITS =
            """
             from ledger.wording w join ledger.obligation o
                 on o.region = w.region and o.commitment = w.commitment
            %s and position(:words in w.words) > 0
            """;

    /// The counts and the page from one reading, which ends after so many hits.
    private static final String SEARCH =
            """
            with hit as materialized (
                select o.light, o.ordinal, o.party, o.commitment %s
                order by w.ordinal, o.party limit :most),
            tally as (
                select count(*) filter (where light = 'red') as n_red,
                       count(*) filter (where light = 'yellow') as n_yellow,
                       count(*) filter (where light = 'green') as n_green,
                       count(*) filter (where light = 'none') as n_none
                from hit),
            page as (
                select commitment, party from hit
                where (:light = '' or light = :light) and (ordinal, party) > (:ordinal, :after)
                order by ordinal, party limit :limit)
            select n_red, n_yellow, n_green, n_none, %s
            from tally left join (page p join ledger.obligation o on o.region = :region
                and o.commitment = p.commitment and o.party = p.party) on true
            order by o.ordinal, o.party
            """;

    private static final String GO_ON =
            """
             and w.ordinal >= :ordinal and (o.ordinal, o.party) > (:ordinal, :after)
            order by w.ordinal, o.party limit :limit
            """;

    private static final String NO_LONGER_WORDED =
            """
            delete from ledger.wording w
            where w.region = :region and not exists (select from ledger.obligation o
                where o.region = w.region and o.commitment = w.commitment
                  and o.ordinal = w.ordinal)
            """;

    private static final String REWORD =
            """
            insert into ledger.wording (region, ordinal, commitment, words, public)
            select distinct on (ordinal) region, ordinal, commitment,
                lower(text_zh || ' ' || text_en), public
            from ledger.obligation where region = :region
            on conflict (region, ordinal) do update set
                commitment = excluded.commitment, words = excluded.words,
                public = excluded.public
            where (wording.*) is distinct from (excluded.*)
            """;

    private final JdbcClient db;

    Search(JdbcClient db) {
        this.db = db;
    }

    /// What a list shows: rows, and how many there are of each light.
    ///
    /// @param capped whether there are more than were counted
    record Found(List<Obligation> rows, Map<Light, Integer> counts, boolean capped) {}

    /// The answers of [Obligations#list] and [Obligations#counts] at once, for a filter with words.
    // Counts the first
    /// [Ledger#MOST_COUNTED] hits only, so that a common word costs no more than a rare one.
    Found find(Filter filter, Obligation.Cursor after, int limit) {
        var values = new HashMap<String, Object>();
        var hits = HITS.formatted(filter.of(null).where(values));
        values.put("words", filter.words().toLowerCase(Locale.ROOT));
        values.put("light", filter.light() == null ? "" : filter.light().word());
        values.put("ordinal", after.ordinal());
        values.put("after", after.party());
        values.put("limit", limit);
        values.put("most", Ledger.MOST_COUNTED);
        var counts = new EnumMap<Light, Integer>(Light.class);
        var rows = new ArrayList<Obligation>();
        db.sql(SEARCH.formatted(hits, Obligations.NAMES))
                .params(values)
                .query(
                        row -> {
                            for (var light : Light.values()) {
                                int count = row.getInt("n_" + light.word());
                                if (count > 0) {
                                    counts.put(light, count);
                                }
                            }
                            if (row.getString("commitment") != null) {
                                rows.add(Obligations.read(row, rows.size()));
                            }
                        });
        boolean capped =
                counts.values().stream().mapToInt(Integer::intValue).sum() == Ledger.MOST_COUNTED;
        return new Found(
                capped && rows.size() < limit ? findOn(filter, values) : rows, counts, capped);
    }

    /// A page that lies behind the hits counted.
    private List<Obligation> findOn(Filter filter, Map<String, Object> values) {
        var hits = HITS.formatted(filter.where(values));
        return db.sql("select " + Obligations.NAMES + hits + GO_ON)
                .params(values)
                .query(Obligations::read)
                .list();
    }

    /// Renews what a search reads.
    void reword(String region) {
        List.of(NO_LONGER_WORDED, REWORD)
                .forEach(sql -> db.sql(sql).param("region", region).update());
    }
}
