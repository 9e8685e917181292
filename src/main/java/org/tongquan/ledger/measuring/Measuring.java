package org.tongquan.ledger.measuring;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Party;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.measuring.Filed.Reason;
import org.tongquan.ledger.measuring.Reading.Kind;

/// The door of the indicators: enter values, see how each member stands.
@Service
public class Measuring {
    /// More digits than these are a slip.
    private static final int MOST_DIGITS = 24;

    private static final String ALL = "all";

    private final Acting acting;
    private final Readings readings;
    private final ItemMeasures named;
    private final Ledger ledger;
    private final Compacts compacts;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Measuring(
            Acting acting,
            Readings readings,
            ItemMeasures named,
            Ledger ledger,
            Compacts compacts,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.readings = readings;
        this.named = named;
        this.ledger = ledger;
        this.compacts = compacts;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// A value to be entered.
    ///
    /// @param shown revision that the form showed, 0 when there was no value
    /// @param reason why it is revised; not needed for the first
    public record NewValue(
            String indicator,
            String party,
            Kind kind,
            LocalDate on,
            BigDecimal value,
            String source,
            int shown,
            String reason) {}

    /// Whether this body enters values of a party: a government or department of that party, or a
    /// body that issues the region's reports.
    public boolean mayFile(Actor actor, String party) {
        return actor.may(Power.ISSUE_REPORT)
                || (actor.may(Power.REPORT_PROGRESS) && partyOf(actor).equals(party));
    }

    private String partyOf(Actor actor) {
        int slash = actor.body().indexOf('/');
        return slash >= 0
                ? actor.body().substring(0, slash)
                : compacts.findBody(actor.body()).flatMap(AdoptedBody::party).orElse("");
    }

    /// Enters a value, or a revision of one.
    public Filed file(Actor actor, String region, NewValue filed) {
        if (!region.equals(actor.region()) || !mayFile(actor, filed.party())) {
            return new Filed.Refused(Reason.NOT_YOURS);
        }
        var refusal = refuse(region, filed);
        if (refusal.isPresent()) {
            return new Filed.Refused(refusal.get());
        }
        return acting.as(
                actor,
                () -> {
                    var before = current(region, filed);
                    int revision = before.map(Reading::revision).orElse(0);
                    if (revision != filed.shown()) {
                        return new Filed.Refused(Reason.CHANGED);
                    }
                    if (before.isPresent() && filed.reason().isBlank()) {
                        return new Filed.Refused(Reason.TEXT);
                    }
                    if (before.filter(b -> isSame(b, filed)).isPresent()) {
                        return new Filed.Refused(Reason.SAME);
                    }
                    return keep(actor, region, filed, revision + 1);
                });
    }

    private Filed keep(Actor actor, String region, NewValue filed, int revision) {
        var reading =
                new Reading(
                        ids.next(),
                        region,
                        filed.indicator(),
                        filed.party(),
                        filed.kind(),
                        filed.on(),
                        filed.value(),
                        filed.source(),
                        revision,
                        revision == 1 ? "" : filed.reason(),
                        actor.body(),
                        now());
        if (!readings.add(reading, actor.person())) {
            return new Filed.Refused(Reason.CHANGED);
        }
        journal.record(
                actor,
                revision == 1 ? "indicator-measured" : "indicator-revised",
                reading.id(),
                Digest.ofText(reading.toString()).bytes());
        judge(region, filed.indicator(), filed.party());
        return new Filed.Kept(reading.id(), revision);
    }

    /// What the indicator measures stands anew.
    private void judge(String region, String indicator, String party) {
        measure(region, indicator)
                .map(Measure::commitment)
                .ifPresent(item -> ledger.judge(region, item, party));
        named.ofRegion(region).stream()
                .filter(n -> n.indicator().equals(indicator))
                .map(ItemMeasure::item)
                .distinct()
                .forEach(item -> ledger.judge(region, item, party));
    }

    private static boolean isSame(Reading before, NewValue filed) {
        return before.value().compareTo(filed.value()) == 0
                && before.source().equals(filed.source());
    }

    private Optional<Reading> current(String region, NewValue filed) {
        return readings.of(region, filed.indicator()).stream()
                .filter(r -> r.party().equals(filed.party()) && r.kind() == filed.kind())
                .filter(r -> r.on().equals(filed.on()))
                .max(Comparator.comparingInt(Reading::revision));
    }

    private Optional<Reason> refuse(String region, NewValue filed) {
        var measure = measure(region, filed.indicator());
        if (measure.isEmpty() || !parties(region, measure.get()).contains(filed.party())) {
            return Optional.of(Reason.NOT_FOUND);
        }
        if (filed.value().precision() > MOST_DIGITS || filed.value().scale() > MOST_DIGITS) {
            return Optional.of(Reason.VALUE);
        }
        if (filed.kind() == Kind.ACHIEVED && filed.on().isAfter(ledger.today())) {
            return Optional.of(Reason.DAY);
        }
        boolean badText =
                filed.source().isBlank()
                        || filed.source().length() > Reading.MOST_TEXT
                        || filed.reason().length() > Reading.MOST_TEXT;
        return badText ? Optional.of(Reason.TEXT) : Optional.empty();
    }

    private Optional<Measure> measure(String region, String id) {
        return measures(region).stream().filter(m -> m.id().equals(id)).findFirst();
    }

    private List<Measure> measures(String region) {
        return version(region).map(v -> v.compact().indicators()).orElse(List.of());
    }

    private Optional<Resolved> version(String region) {
        return compacts.inForce(region, ledger.today());
    }

    private List<String> parties(String region, Measure measure) {
        if (!measure.parties().equals(List.of(ALL))) {
            return measure.parties();
        }
        return version(region).stream()
                .flatMap(v -> v.compact().members(ledger.today()).stream())
                .map(Party::id)
                .toList();
    }

    /// Every indicator of the compact in force, with how each member stands, the most urgent
    /// first.
    public List<Sheet> list(Actor actor, String region) {
        var all = acting.read(actor, () -> readings.ofRegion(region));
        return measures(region).stream()
                .map(m -> sheet(region, m, all))
                .sorted(Comparator.comparing(Sheet::status).thenComparing(s -> s.measure().id()))
                .toList();
    }

    /// One indicator; empty when the compact in force has no such.
    public Optional<Sheet> find(Actor actor, String region, String id) {
        var all = acting.read(actor, () -> readings.ofRegion(region));
        return measure(region, id).map(m -> sheet(region, m, all));
    }

    /// An indicator with everything known of it.
    ///
    /// @param rows one for each member measured
    /// @param revisions all of them, newest day and revision first
    /// @param totals of each day with a value, newest first
    public record Sheet(
            Measure measure, List<Row> rows, List<Reading> revisions, List<DayTotal> totals) {
        public Sheet {
            rows = List.copyOf(rows);
            revisions = List.copyOf(revisions);
            totals = List.copyOf(totals);
        }

        /// The status that needs most attention among the members.
        public Standings.Status status() {
            return rows.stream()
                    .map(r -> r.standing().status())
                    .min(Comparator.naturalOrder())
                    .orElse(Standings.Status.WATCHED);
        }
    }

    /// @param readings the latest revisions, in the order of their days
    /// @param path where the path is on the days of `readings` and where it bends
    /// @param change between the last two achieved values; percentage points where `points`
    /// @param against how it did against the indicator it is to outdo, if any
    public record Row(
            String party,
            Standings.Standing standing,
            List<Reading> readings,
            @Nullable BigDecimal change,
            boolean points,
            Standings.@Nullable Against against) {
        public Row {
            readings = List.copyOf(readings);
        }

        public List<Reading> of(Kind kind) {
            return readings.stream().filter(r -> r.kind() == kind).toList();
        }
    }

    /// The achieved total of a day, or why there is none.
    public record DayTotal(LocalDate on, Totals.Total total) {}

    private Sheet sheet(String region, Measure measure, List<Reading> all) {
        var own = all.stream().filter(r -> r.indicator().equals(measure.id())).toList();
        var latest = Standings.latest(own.stream());
        var others =
                Standings.latest(all.stream().filter(r -> r.indicator().equals(measure.outdoes())));
        var parties = parties(region, measure);
        var achieved = latest.stream().filter(r -> r.kind() == Kind.ACHIEVED).toList();
        return new Sheet(
                measure,
                parties.stream().map(p -> row(measure, p, latest, others)).toList(),
                own.stream()
                        .sorted(
                                Comparator.comparing(Reading::on)
                                        .reversed()
                                        .thenComparing(Reading::party)
                                        .thenComparing(Reading::kind)
                                        .thenComparing(r -> -r.revision()))
                        .toList(),
                achieved.stream()
                        .map(Reading::on)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .map(on -> new DayTotal(on, Totals.of(measure, parties, achieved, on)))
                        .toList());
    }

    private Row row(Measure measure, String party, List<Reading> latest, List<Reading> others) {
        var own = latest.stream().filter(r -> r.party().equals(party)).toList();
        var achieved = own.stream().filter(r -> r.kind() == Kind.ACHIEVED).toList();
        var last = achieved.size() - 1;
        var against =
                measure.outdoes() == null
                        ? null
                        : Standings.against(
                                achieved,
                                others.stream()
                                        .filter(r -> r.kind() == Kind.ACHIEVED)
                                        .filter(r -> r.party().equals(party))
                                        .toList());
        return new Row(
                party,
                Standings.of(measure, achieved, ledger.today()),
                own,
                last < 1
                        ? null
                        : achieved.get(last).value().subtract(achieved.get(last - 1).value()),
                Totals.isInPoints(measure),
                against);
    }

    /// Where the path of an indicator is on a day.
    public Optional<BigDecimal> path(Measure measure, LocalDate day) {
        return Paths.of(measure).at(day);
    }

    /// Days at which the path of an indicator bends.
    public List<LocalDate> bends(Measure measure) {
        return Paths.of(measure).days();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
