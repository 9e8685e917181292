package org.tongquan.ledger.chiefs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.calendar.WorkCalendar;

/// Puts together what is kept about objects, in the caller's transaction.
@Component
class ChargeFiles {
    /// Objects of a region.
    static final int MOST = 1_000;

    private final Charges charges;
    private final Visits visits;
    private final Matters matters;
    private final Compacts compacts;

    ChargeFiles(Charges charges, Visits visits, Matters matters, Compacts compacts) {
        this.charges = charges;
        this.visits = visits;
        this.matters = matters;
        this.compacts = compacts;
    }

    List<ChargeFile> list(String region, LocalDate day) {
        return files(region, charges.list(region, MOST), day, Instant.MAX);
    }

    /// As of a day, with what was recorded by a moment.
    List<ChargeFile> asOf(String region, LocalDate day, Instant known) {
        var by = charges.list(region, MOST).stream().filter(c -> !c.at().isAfter(known)).toList();
        return files(region, by, day, known);
    }

    Optional<ChargeFile> find(UUID id, LocalDate day) {
        return charges.findSeen(id)
                .map(c -> files(c.region(), List.of(c), day, Instant.MAX).getFirst());
    }

    private List<ChargeFile> files(String region, List<Charge> of, LocalDate day, Instant known) {
        var ids = of.stream().map(Charge::id).toList();
        var terms = charges.terms(ids);
        var holdings = charges.holdings(ids);
        var visited = visits.of(ids);
        var calendar = calendar(region, day, known);
        var found = matters.of(ids).stream().filter(m -> !m.at().isAfter(known)).toList();
        var courses =
                found(found, calendar, day, known).stream()
                        .collect(java.util.stream.Collectors.groupingBy(f -> f.matter().charge()));
        return of.stream()
                .map(c -> file(c, terms, holdings, visited, courses, day, known))
                .toList();
    }

    private static ChargeFile file(
            Charge charge,
            Map<UUID, List<Charge.Terms>> terms,
            Map<UUID, List<Charge.Holding>> holdings,
            Map<UUID, List<Visit>> visited,
            Map<UUID, List<ChargeFile.Found>> courses,
            LocalDate day,
            Instant known) {
        var held =
                terms.getOrDefault(charge.id(), List.of()).stream()
                        .filter(t -> !t.at().isAfter(known))
                        .toList();
        var went =
                visited.getOrDefault(charge.id(), List.of()).stream()
                        .filter(v -> !v.at().isAfter(known) && !v.on().isAfter(day))
                        .toList();
        return new ChargeFile(
                charge,
                held,
                holdings.getOrDefault(charge.id(), List.of()).stream()
                        .filter(h -> !h.at().isAfter(known))
                        .toList(),
                went,
                courses.getOrDefault(charge.id(), List.of()),
                Rounds.of(held, went.stream().map(Visit::on).toList(), day),
                day);
    }

    List<ChargeFile.Found> found(
            List<Matter> of, WorkCalendar calendar, LocalDate day, Instant known) {
        var events = matters.events(of.stream().map(Matter::id).toList());
        return of.stream()
                .filter(m -> !m.on().isAfter(day))
                .map(
                        m ->
                                new ChargeFile.Found(
                                        m,
                                        MatterCourse.of(
                                                events.getOrDefault(m.id(), List.of()).stream()
                                                        .filter(e -> !e.at().isAfter(known))
                                                        .filter(e -> !e.on().isAfter(day))
                                                        .toList(),
                                                calendar,
                                                day)))
                .toList();
    }

    /// The work calendar as known at a moment: that of the base, which may be newer than the one
    /// that the region's version was resolved with. Plain weekdays where none is in force.
    WorkCalendar calendar(String region, LocalDate day, Instant known) {
        return compacts.inForce(region, day, known)
                .map(
                        version ->
                                version.compact().compact().uses().stream()
                                        .flatMap(b -> compacts.inForce(b, day, known).stream())
                                        .findFirst()
                                        .orElse(version)
                                        .calendar())
                .orElseGet(() -> new WorkCalendar(Map.of(), Set.of(), WorkCalendar.Weekends.STAY));
    }
}
