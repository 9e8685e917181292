package org.tongquan.ledger.recounting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.compact.Resolved;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.standing.Chronicle;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Facts;
import org.tongquan.ledger.standing.InForce;
import org.tongquan.ledger.standing.Judged;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Owed;
import org.tongquan.ledger.standing.Standing;

/// All SQL on `ledger.light_change`.
@Repository
class LightChanges implements Chronicle {
    private static final Actor JOB = Actor.job("ledger");

    private static final int BATCH = 5_000;

    /// Between the figures of a reason; in no text.
    private static final String SEPARATOR = "\u001f";

    /// What says the same as the line before is no change.
    private static final String ADD =
            """
            insert into ledger.light_change
                (batch, region, commitment, party, day, known, light, was_late, percent, reason,
                 reason_values, rule, due, version, facts)
            select :batch, :region, n.commitment, n.party, :day, :known, n.light, n.late, n.percent,
                   n.reason, string_to_array(n.figures, E'\\x1f'), n.rule, n.due, :version, n.facts
            from unnest(cast(:commitments as text[]), cast(:parties as text[]),
                    cast(:lights as text[]), cast(:late as boolean[]), cast(:percents as integer[]),
                    cast(:reasons as text[]), cast(:figures as text[]), cast(:rules as text[]),
                    cast(:due as date[]), cast(:facts as text[]))
                with ordinality
                as n (commitment, party, light, late, percent, reason, figures, rule, due, facts, i)
            left join lateral (
                select c.light, c.was_late, c.percent, c.reason from ledger.light_change c
                where c.region = :region and c.commitment = n.commitment and c.party = n.party
                order by c.no desc limit 1) last on true
            where (n.light, n.late, n.percent, n.reason)
                is distinct from (last.light, last.was_late, last.percent, last.reason)
            order by n.i
            """;

    private static final String PARTS =
            """
            select parent, party, commitment, weight, light, was_late, percent, due
            from ledger.obligation
            where region = :region and parent = any (:items)
            """;

    private static final String UNKNOWN =
            """
            select o.commitment || '@' || o.party from ledger.obligation o
            where o.region = :region and not exists (
                select from ledger.light_change c
                where c.region = o.region and c.commitment = o.commitment and c.party = o.party)
            """;

    private static final String SELECT =
            """
            select c.commitment, c.party, c.day, c.known, c.light, c.was_late, c.percent, c.reason,
                   array_to_string(c.reason_values, E'\\x1f') as figures, c.rule, c.due, c.version,
                   c.facts
            from ledger.light_change c
            """;

    private final JdbcClient db;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    LightChanges(JdbcClient db, Journal journal, Ids ids, Clock clock) {
        this.db = db;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void keep(
            Resolved version, LocalDate day, List<Judged> changed, Function<Judged, Duty> duties) {
        if (changed.isEmpty()) {
            return;
        }
        var region = version.compact().id();
        var planning = InForce.planning(version, day).id();
        var wholes = changed.stream().filter(j -> j.standing().rule().equals(planning)).toList();
        var parts = parts(region, wholes);
        for (int i = 0; i < changed.size(); i += BATCH) {
            var some = changed.subList(i, Math.min(i + BATCH, changed.size()));
            add(version, day, some, j -> facts(j, parts, duties));
        }
    }

    private static Facts facts(
            Judged of, Map<String, List<Facts.Part>> parts, Function<Judged, Duty> duties) {
        var own = parts.get(Owed.key(of.owed().item(), of.party()));
        return own == null
                ? new Facts.OfDuty(duties.apply(of))
                : new Facts.OfParts(of.owed().deadline(), own);
    }

    @Override
    public void keep(Resolved version, LocalDate day, Judged changed, Facts facts) {
        add(version, day, List.of(changed), j -> facts);
    }

    private Map<String, List<Facts.Part>> parts(String region, List<Judged> wholes) {
        var parts = new HashMap<String, List<Facts.Part>>();
        if (!wholes.isEmpty()) {
            db.sql(PARTS)
                    .param("region", region)
                    .param("items", texts(wholes, j -> j.owed().item()))
                    .query(
                            (RowCallbackHandler)
                                    row ->
                                            parts.computeIfAbsent(
                                                            Owed.key(
                                                                    row.getString("parent"),
                                                                    row.getString("party")),
                                                            _ -> new ArrayList<>())
                                                    .add(part(row)));
        }
        return parts;
    }

    private static Facts.Part part(ResultSet row) throws SQLException {
        return new Facts.Part(
                row.getString("commitment"),
                row.getInt("weight"),
                new Standing(
                        Light.of(row.getString("light")),
                        row.getBoolean("was_late"),
                        row.getInt("percent"),
                        Standing.Reason.ROLLED_UP,
                        List.of(),
                        "",
                        row.getObject("due", LocalDate.class)));
    }

    private void add(
            Resolved version, LocalDate day, List<Judged> all, Function<Judged, Facts> facts) {
        var region = version.compact().id();
        var batch = ids.next();
        var known = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var lines = texts(all, j -> String.join("\n", facts.apply(j).lines()));
        int written =
                db.sql(ADD)
                        .param("batch", batch)
                        .param("region", region)
                        .param("day", day)
                        .param("known", known.atOffset(ZoneOffset.UTC))
                        .param("version", version.compact().compact().version())
                        .param("commitments", texts(all, j -> j.owed().item()))
                        .param("parties", texts(all, Judged::party))
                        .param("lights", texts(all, j -> j.standing().light().word()))
                        .param("late", values(all, j -> j.standing().wasLate(), Boolean[]::new))
                        .param("percents", values(all, j -> j.standing().percent(), Integer[]::new))
                        .param("reasons", texts(all, j -> j.standing().reason().word()))
                        .param("figures", texts(all, j -> figures(j.standing())))
                        .param("rules", texts(all, j -> j.standing().rule()))
                        .param("due", texts(all, j -> Objects.toString(j.standing().due(), null)))
                        .param("facts", lines)
                        .update();
        if (written > 0) {
            var digest = Digest.ofText(region + "\n" + day + "\n" + String.join("\n\n", lines));
            journal.record(JOB, "lights-changed", batch, digest.bytes());
        }
    }

    private static String figures(Standing standing) {
        return String.join(SEPARATOR, standing.values());
    }

    private static <T> T[] values(
            List<Judged> all, Function<Judged, T> part, java.util.function.IntFunction<T[]> array) {
        return all.stream().map(part).toArray(array);
    }

    private static String[] texts(List<Judged> all, Function<Judged, @Nullable String> part) {
        var texts = new String[all.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = part.apply(all.get(i));
        }
        return texts;
    }

    @Override
    public Set<String> unknown(String region) {
        return new HashSet<>(db.sql(UNKNOWN).param("region", region).query(String.class).list());
    }

    /// Tells every line of a region, in the order of days and moments.
    void each(String region, Consumer<LightChange> told) {
        db.sql(SELECT + " where c.region = :region order by c.day, c.known, c.no")
                .param("region", region)
                .withFetchSize(BATCH)
                .query((RowCallbackHandler) row -> told.accept(read(row)));
    }

    /// The lines of one obligation, newest first.
    List<LightChange> of(String region, String commitment, String party, int most) {
        return db.sql(
                        SELECT
                                + " where c.region = :region and c.commitment = :commitment"
                                + " and c.party = :party order by c.no desc limit :most")
                .param("region", region)
                .param("commitment", commitment)
                .param("party", party)
                .param("most", most)
                .query((row, i) -> read(row))
                .list();
    }

    private static LightChange read(ResultSet row) throws SQLException {
        var figures = row.getString("figures");
        return new LightChange(
                row.getString("commitment"),
                row.getString("party"),
                row.getObject("day", LocalDate.class),
                row.getObject("known", OffsetDateTime.class).toInstant(),
                new Standing(
                        Light.of(row.getString("light")),
                        row.getBoolean("was_late"),
                        row.getInt("percent"),
                        reason(row.getString("reason")),
                        figures.isEmpty() ? List.of() : List.of(figures.split(SEPARATOR, -1)),
                        row.getString("rule"),
                        row.getObject("due", LocalDate.class)),
                row.getString("version"),
                List.of(row.getString("facts").split("\n", -1)));
    }

    private static Standing.Reason reason(String word) {
        return Standing.Reason.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
