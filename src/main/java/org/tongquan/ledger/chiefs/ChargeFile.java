package org.tongquan.ledger.chiefs;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An object with all that is kept about it, as it stands on a day.
///
/// @param visits in the order of their days
/// @param rounds what was owed until that day
public record ChargeFile(
        Charge charge,
        List<Charge.Terms> terms,
        List<Charge.Holding> holdings,
        List<Visit> visits,
        List<Found> found,
        List<Round> rounds,
        LocalDate day) {
    public ChargeFile {
        terms = List.copyOf(terms);
        holdings = List.copyOf(holdings);
        visits = List.copyOf(visits);
        found = List.copyOf(found);
        rounds = List.copyOf(rounds);
    }

    /// A problem and how it stands.
    public record Found(Matter matter, MatterCourse course) {}

    /// The terms that hold on the day; those to come while none hold yet.
    public Charge.Terms now() {
        return on(day).orElseGet(terms::getFirst);
    }

    /// The terms that held on a day.
    Optional<Charge.Terms> on(LocalDate at) {
        return terms.stream()
                .filter(t -> !t.from().isAfter(at))
                .max(Comparator.comparingInt(Charge.Terms::seq));
    }

    /// Who holds the post on the day.
    public Optional<Charge.Holding> holding() {
        return holding(day);
    }

    Optional<Charge.Holding> holding(LocalDate at) {
        return holdings.stream()
                .filter(h -> !h.from().isAfter(at))
                .max(Comparator.comparingInt(Charge.Holding::seq));
    }

    /// Number of the last record about terms and holders: what a form that changes them carries.
    public int version() {
        return terms.getLast().seq() + (holdings.isEmpty() ? 0 : holdings.getLast().seq());
    }

    public boolean isEnded() {
        return on(day).map(Charge.Terms::ended).orElse(false);
    }

    /// The round whose period runs; null where none is owed.
    public @Nullable Round running() {
        return rounds.isEmpty() || rounds.getLast().last().isBefore(day) ? null : rounds.getLast();
    }

    public long missed() {
        return rounds.stream().filter(r -> r.state() == Round.State.MISSED).count();
    }

    public List<Found> open() {
        return found.stream().filter(f -> f.course().isOpen()).toList();
    }

    public long overdue() {
        return found.stream().filter(f -> f.course().isOverdue()).count();
    }
}
