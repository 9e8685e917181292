package org.tongquan.ledger;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Standing;

/// All SQL on `ledger.tally` and `ledger.extent`: how many obligations of each light a party has in
/// a chapter. Kept where lights are judged, so that a page counts a few hundred rows and not all.
@Repository
class Tallies {
    private static final String COUNT =
            """
            insert into ledger.tally
                (region, party, chapter_title, light, ordinal, public, n, finished, late, percent)
            select region, party, chapter_title, light, min(ordinal), bool_and(public), count(*),
                   count(*) filter (where percent = 100), count(*) filter (where was_late),
                   sum(percent)
            from ledger.obligation
            where region = :region
            """;

    private static final String GROUPS = " group by region, party, chapter_title, light";

    private static final String MOVE =
            """
            insert into ledger.tally as t
                (region, party, chapter_title, light, ordinal, public, n, finished, late, percent)
            select :region, :party, :chapter, :light, :ordinal, o.public, :n, :finished, :late,
                   :percent
            from ledger.extent o where o.region = :region
            on conflict (region, party, chapter_title, light) do update set
                n = t.n + excluded.n, finished = t.finished + excluded.finished,
                late = t.late + excluded.late, percent = t.percent + excluded.percent,
                ordinal = least(t.ordinal, excluded.ordinal)
            """;

    private static final String EXTENT =
            """
            insert into ledger.extent (region, commitments, public, judged)
            select region, count(distinct commitment), bool_and(public), :day
            from ledger.obligation where region = :region group by region
            """;

    private static final String LIST =
            """
            select party, chapter_title, light, n, finished, late, percent
            from ledger.tally where region = :region order by ordinal, party
            """;

    private static final String LIGHTS =
            """
            select light, sum(n) as n from ledger.tally
            where region = :region and (:party = '' or party = :party)
              and (:chapter = '' or chapter_title = :chapter)
            group by light
            """;

    private final JdbcClient db;

    Tallies(JdbcClient db) {
        this.db = db;
    }

    /// @param percent sum of the per cents
    record Tally(
            String party,
            String chapter,
            Light light,
            int count,
            int finished,
            int late,
            long percent) {}

    /// Lets one transaction at a time make the lists of a region.
    void lock(String region) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('ledger:' || :region, 0))")
                .param("region", region)
                .query()
                .singleRow();
    }

    /// Counts a whole region again after its rows were made.
    ///
    /// @param day on which the lights were judged
    void replace(String region, LocalDate day) {
        recount(region);
        db.sql("delete from ledger.extent where region = :region").param("region", region).update();
        db.sql(EXTENT).param("region", region).param("day", day).update();
    }

    /// Counts a whole region again after its lights were judged.
    void recount(String region) {
        db.sql("delete from ledger.tally where region = :region").param("region", region).update();
        db.sql(COUNT + GROUPS).param("region", region).update();
    }

    /// The figures of the lists are those of a day from now on.
    void judgedOn(String region, LocalDate day) {
        db.sql("update ledger.extent set judged = :day where region = :region")
                .param("region", region)
                .param("day", day)
                .update();
    }

    /// Lets others judge one obligation at the same time, while nobody makes the lists.
    void lockShared(String region) {
        db.sql("select pg_advisory_xact_lock_shared(hashtextextended('ledger:' || :region, 0))")
                .param("region", region)
                .query()
                .singleRow();
    }

    /// Counts obligations that are judged otherwise now; the places of lights in the order of the
    /// lists stay as they were.
    ///
    /// @param changes in one order for everybody, so that two who count never wait for each other
    void move(String region, String party, SortedMap<Group, Change> changes) {
        changes.forEach(
                (group, by) -> {
                    if (!by.isNothing()) {
                        db.sql(MOVE)
                                .param("region", region)
                                .param("party", party)
                                .param("chapter", group.chapter())
                                .param("light", group.light().word())
                                .param("ordinal", by.ordinal())
                                .param("n", by.count())
                                .param("finished", by.finished())
                                .param("late", by.late())
                                .param("percent", by.percent())
                                .update();
                    }
                });
        db.sql("delete from ledger.tally where region = :region and party = :party and n = 0")
                .param("region", region)
                .param("party", party)
                .update();
    }

    /// What one row counts.
    record Group(String chapter, Light light) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int by = chapter.compareTo(other.chapter);
            return by != 0 ? by : light.compareTo(other.light);
        }
    }

    /// By how much a row changes.
    record Change(int ordinal, int count, int finished, int late, int percent) {
        /// One obligation more, or one less.
        static Change of(Obligation one, Standing standing, int sign) {
            boolean done = standing.percent() == Duty.DONE;
            return new Change(
                    one.ordinal(),
                    sign,
                    done ? sign : 0,
                    standing.wasLate() ? sign : 0,
                    sign * standing.percent());
        }

        Change and(Change other) {
            return new Change(
                    Math.min(ordinal, other.ordinal),
                    count + other.count,
                    finished + other.finished,
                    late + other.late,
                    percent + other.percent);
        }

        boolean isNothing() {
            return count == 0 && finished == 0 && late == 0 && percent == 0;
        }
    }

    /// Counts per party, chapter and light, as judged last, in the order of the compact.
    List<Tally> list(String region) {
        return db.sql(LIST)
                .param("region", region)
                .query(
                        (rows, i) ->
                                new Tally(
                                        rows.getString("party"),
                                        rows.getString("chapter_title"),
                                        Light.of(rows.getString("light")),
                                        rows.getInt("n"),
                                        rows.getInt("finished"),
                                        rows.getInt("late"),
                                        rows.getLong("percent")))
                .list();
    }

    /// How many obligations of each light a party, a chapter, or all have; empty means all.
    Map<Light, Integer> lights(String region, String party, String chapter) {
        var counts = new EnumMap<Light, Integer>(Light.class);
        db.sql(LIGHTS)
                .param("region", region)
                .param("party", party)
                .param("chapter", chapter)
                .query((rows, i) -> counts.put(Light.of(rows.getString("light")), rows.getInt("n")))
                .list();
        return counts;
    }

    int commitments(String region) {
        return db.sql("select commitments from ledger.extent where region = :region")
                .param("region", region)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
