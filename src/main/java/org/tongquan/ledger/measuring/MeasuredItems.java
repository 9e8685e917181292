package org.tongquan.ledger.measuring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.standing.Measured;

/// Tells the ledger what the indicators say of its items: those that an indicator of the compact
/// names, and those of a plan that the office named one for.
@Component
class MeasuredItems implements Measured.Source {
    private static final String ALL = "all";

    private final Readings readings;
    private final ItemMeasures named;

    MeasuredItems(Readings readings, ItemMeasures named) {
        this.readings = readings;
        this.named = named;
    }

    @Override
    public Measured.Book open(String region, Instant known) {
        return new Values(region, known);
    }

    /// Values are read when an item first asks for them.
    private final class Values implements Measured.Book {
        private final String region;
        private final Instant known;
        private final Map<Resolved, Map<String, List<Measure>>> byItem = new IdentityHashMap<>();
        private final Map<String, List<Reading>> byIndicator = new HashMap<>();
        private @Nullable Map<String, List<ItemMeasure>> links;
        private @Nullable LocalDate ofDay;
        private Instant endOfDay = Instant.MIN;

        Values(String region, Instant known) {
            this.region = region;
            this.known = known;
        }

        @Override
        public Optional<Measured> of(
                Resolved version,
                String item,
                String party,
                @Nullable LocalDate deadline,
                LocalDate day) {
            var all = version.compact().indicators();
            if (all.isEmpty()) {
                return Optional.empty();
            }
            var end = end(day);
            var measures = measures(version, item, end);
            return measures.isEmpty()
                    ? Optional.empty()
                    : best(measures, party, deadline, day, end);
        }

        private Optional<Measured> best(
                List<Measure> measures,
                String party,
                @Nullable LocalDate deadline,
                LocalDate day,
                Instant end) {
            return measures.stream()
                    .filter(m -> m.parties().equals(List.of(ALL)) || m.parties().contains(party))
                    .flatMap(m -> Shares.of(m, achieved(m, party, day, end), deadline).stream())
                    .min(
                            Comparator.comparing((Measured m) -> !m.behind())
                                    .thenComparing(m -> m.percent().orElse(Integer.MAX_VALUE))
                                    .thenComparing(Measured::indicator));
        }

        private Instant end(LocalDate day) {
            if (!day.equals(ofDay)) {
                var end = day.plusDays(1).atStartOfDay(Ledger.ZONE).toInstant();
                endOfDay = known.isBefore(end) ? known : end;
                ofDay = day;
            }
            return endOfDay;
        }

        private List<Measure> measures(Resolved version, String item, Instant end) {
            var named = named(item, end);
            if (named.isPresent()) {
                return version.compact().indicators().stream()
                        .filter(m -> m.id().equals(named.get().indicator()))
                        .toList();
            }
            return byItem.computeIfAbsent(version, Values::byItem).getOrDefault(item, List.of());
        }

        private static Map<String, List<Measure>> byItem(Resolved version) {
            return version.compact().indicators().stream()
                    .filter(m -> m.commitment() != null)
                    .collect(Collectors.groupingBy(m -> String.valueOf(m.commitment())));
        }

        /// The indicator that the office named last by a moment.
        private Optional<ItemMeasure> named(String item, Instant end) {
            if (links == null) {
                links =
                        named.ofRegion(region).stream()
                                .collect(Collectors.groupingBy(ItemMeasure::item));
            }
            return links.getOrDefault(item, List.of()).stream()
                    .filter(l -> !l.at().isAfter(end))
                    .max(Comparator.comparingInt(ItemMeasure::revision));
        }

        private List<Reading> achieved(Measure measure, String party, LocalDate day, Instant end) {
            var all = byIndicator.computeIfAbsent(measure.id(), id -> readings.of(region, id));
            return Standings.latest(
                    all.stream()
                            .filter(r -> r.kind() == Reading.Kind.ACHIEVED)
                            .filter(r -> r.party().equals(party))
                            .filter(r -> !r.on().isAfter(day) && !r.at().isAfter(end)));
        }
    }
}
