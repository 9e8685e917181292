package org.tongquan.compact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongquan.compact.calendar.CalendarYear;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.compact.calendar.WorkCalendar.Weekends;
import org.tongquan.compact.conduct.Dated;
import org.tongquan.compact.conduct.LightRule;

/// A compact with everything it may draw on: one flat set of clauses and of dictionaries.
/// Own entries come first and replace those of a base that bear the same id.
public final class Resolved {
    /// Holder of the units of the State Council.
    public static final String NATION = "cn";

    private final Compact compact;
    private final List<Resolved> bases;
    private final List<Compact> reach;
    private final List<Body> bodies;
    private final List<Source> sources;
    private final List<Category> categories;
    private final List<Unit> units;
    private final List<Region> regions;
    private final UnitNames unitNames;

    private Resolved(Compact compact, List<Resolved> bases) {
        this.compact = compact;
        this.bases = List.copyOf(bases);
        this.reach = reach(compact, bases);
        this.bodies = merged(reach, Compact::bodies, Body::id);
        this.sources = merged(reach, Compact::sources, Source::id);
        this.categories = merged(reach, Compact::categories, Category::id);
        this.units = merged(reach, Compact::units, Unit::id);
        this.regions = merged(reach, Compact::regions, r -> r.code() + "@" + r.validFrom());
        this.unitNames = new UnitNames(this);
    }

    /// @param bases what it uses and what it lies within, in order
    public static Resolved of(Compact compact, List<Resolved> bases) {
        return new Resolved(compact, bases);
    }

    public Compact compact() {
        return compact;
    }

    /// Bases and the region around, as they were resolved.
    public List<Resolved> bases() {
        return bases;
    }

    /// A commitment with the article it stands in and the members it binds.
    ///
    /// @param parties ids of the bound members valid on the first day of the version
    public record Bound(Article article, Clause clause, List<String> parties) {}

    /// Every commitment of this compact, in the order of its articles.
    public List<Bound> clauses() {
        var all = new ArrayList<Bound>();
        for (var article : compact.articles()) {
            for (var clause : article.commitments()) {
                all.add(new Bound(article, clause, parties(clause)));
            }
        }
        return all;
    }

    private List<String> parties(Clause clause) {
        return clause.bindsAll()
                ? compact.members(compact.compact().validFrom()).stream().map(Party::id).toList()
                : clause.parties();
    }

    /// Parties of this compact, members and partners, valid on a date.
    public List<Party> parties(LocalDate at) {
        return compact.parties().stream().filter(p -> p.validOn(at)).toList();
    }

    public Optional<Party> findParty(String id) {
        return compact.parties().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /// Own bodies and those of the region around.
    public List<Body> bodies() {
        return bodies;
    }

    public List<Source> sources() {
        return sources;
    }

    public List<Category> categories() {
        return categories;
    }

    public List<Procedure> procedure() {
        return compact.procedure();
    }

    /// Kinds of units, dated ones included.
    public List<Unit> units() {
        return units;
    }

    /// Every entry about regions, ended ones included.
    public List<Region> regions() {
        return regions;
    }

    public Optional<Region> findRegion(String code, LocalDate at) {
        return regions().stream().filter(r -> r.code().equals(code) && r.validOn(at)).findFirst();
    }

    /// Counties of a city on a date, in the order of their codes.
    public List<Region> counties(String city, LocalDate at) {
        return regions().stream()
                .filter(r -> r.level() == Level.COUNTY && r.validOn(at))
                .filter(r -> city.equals(r.parent()))
                .sorted(Comparator.comparing(Region::code))
                .toList();
    }

    /// The units of the nation, of the parties' provinces and of every party on a date.
    public List<ResponsibleUnit> responsibleUnits(LocalDate at) {
        return unitNames.all(at);
    }

    /// Any unit by `<holder>/<unit>`; the holder may be any code valid on the date.
    public Optional<ResponsibleUnit> findResponsibleUnit(String id, LocalDate at) {
        return unitNames.find(id, at);
    }

    /// The closed list of words under an id; empty when there is none.
    public List<String> words(String id) {
        return reach.stream()
                .flatMap(c -> c.words().stream())
                .filter(w -> w.id().equals(id))
                .findFirst()
                .map(Words::list)
                .orElse(List.of());
    }

    /// The rule set for lights on a date.
    public Optional<LightRule> lights(LocalDate at) {
        return rule(Compact::lights, at);
    }

    /// The rule set of a section on a date: the own one if there is one, else the base's; of
    /// several the one that began last.
    public <T extends Dated> Optional<T> rule(Function<Compact, List<T>> section, LocalDate at) {
        var own =
                section.apply(compact).stream()
                        .filter(r -> r.validOn(at))
                        .max(Comparator.comparing(Dated::validFrom));
        return own.or(() -> bases.stream().flatMap(b -> b.rule(section, at).stream()).findFirst());
    }

    /// A rule set by its id, whatever its dates: what an outcome kept earlier rests on.
    public <T extends Dated> Optional<T> findRule(Function<Compact, List<T>> section, String id) {
        return reach.stream()
                .flatMap(c -> section.apply(c).stream())
                .filter(r -> r.id().equals(id))
                .findFirst();
    }

    /// Workdays as the notices arranged them; a correction issued later wins.
    public WorkCalendar calendar() {
        var years = calendarYears();
        var named = new TreeMap<LocalDate, Boolean>();
        var announced = new TreeSet<Integer>();
        for (var year : years) {
            year.days().forEach(d -> named.put(d.date(), d.rest()));
            if (!year.provisional() && !year.days().isEmpty()) {
                announced.add(year.year());
            }
        }
        return new WorkCalendar(named, announced, Weekends.STAY);
    }

    /// Notices, provisional ones first, then by year and date of issue.
    private List<CalendarYear> calendarYears() {
        return Stream.concat(
                        bases.stream().flatMap(b -> b.calendarYears().stream()),
                        compact.calendar().stream())
                .distinct()
                .sorted(
                        Comparator.comparing((CalendarYear y) -> !y.provisional())
                                .thenComparing(y -> y.issued() == null ? LocalDate.MIN : y.issued())
                                .thenComparing(CalendarYear::year))
                .toList();
    }

    /// The compact itself and all it draws on, each once, nearest first. By identity: comparing
    /// whole compacts would read every word of them.
    private static List<Compact> reach(Compact compact, List<Resolved> bases) {
        var met = Collections.<Compact>newSetFromMap(new IdentityHashMap<>());
        return Stream.concat(Stream.of(compact), bases.stream().flatMap(b -> b.reach.stream()))
                .filter(met::add)
                .toList();
    }

    private static <T> List<T> merged(
            List<Compact> reach, Function<Compact, List<T>> section, Function<T, String> id) {
        Map<String, T> all = new LinkedHashMap<>();
        for (var one : reach) {
            section.apply(one).forEach(e -> all.putIfAbsent(id.apply(e), e));
        }
        return List.copyOf(all.values());
    }
}
