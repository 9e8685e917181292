package org.tongquan.ledger.chiefs;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The yearly account (年度履职) of one object and its chiefs, as of the end of a day. Pure: the same
/// from the same kept facts.
///
/// @param terms that hold on the day
/// @param parts one for each holder of the year, in their order
/// @param sums of the whole year until the day
/// @param before the same until the same day of the year before
public record Account(Charge charge, Charge.Terms terms, List<Part> parts, Sums sums, Sums before) {
    public Account {
        parts = List.copyOf(parts);
    }

    /// What one holder did, from the first to the last day of holding the post in the year.
    public record Part(Charge.Holding holding, LocalDate from, LocalDate to, Sums sums) {}

    /// Counts of a span of days. Rounds count on the last day of their period, problems on the day
    /// they were found.
    ///
    /// @param owed rounds whose period ended
    /// @param late of these made up for later
    /// @param visits all of them, those included that were not owed
    /// @param overdue problems open whose term has passed
    /// @param wasLate problems of which a term passed without an answer
    /// @param days calendar days from finding to closing, of all closed ones
    public record Sums(
            int owed,
            int done,
            int late,
            int missed,
            int visits,
            int found,
            int closed,
            int overdue,
            int wasLate,
            long days) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        private static final int TEN = 10;

        /// Mean days to close in tenths, rounded half up; -1 while nothing was closed.
        public long meanTenths() {
            return closed == 0 ? -1 : (2L * TEN * days + closed) / (2L * closed);
        }

        /// Mean days with one digit; empty while nothing was closed.
        public String mean() {
            long tenths = meanTenths();
            return tenths < 0 ? "" : tenths / TEN + "." + tenths % TEN;
        }

        public int open() {
            return found - closed;
        }

        Sums plus(Sums other) {
            return new Sums(
                    owed + other.owed,
                    done + other.done,
                    late + other.late,
                    missed + other.missed,
                    visits + other.visits,
                    found + other.found,
                    closed + other.closed,
                    overdue + other.overdue,
                    wasLate + other.wasLate,
                    days + other.days);
        }
    }

    /// @param before the object as of the same day a year before; null when it was not kept then
    static Account of(ChargeFile file, @Nullable ChargeFile before) {
        var first = file.day().withDayOfYear(1);
        return new Account(
                file.charge(),
                file.now(),
                parts(file, first),
                sums(file, first, file.day()),
                before == null
                        ? Sums.NONE
                        : sums(before, before.day().withDayOfYear(1), before.day()));
    }

    /// The sums of several objects.
    public static Sums total(List<Account> accounts) {
        return accounts.stream().map(Account::sums).reduce(Sums.NONE, Sums::plus);
    }

    /// The same of the year before.
    public static Sums totalBefore(List<Account> accounts) {
        return accounts.stream().map(Account::before).reduce(Sums.NONE, Sums::plus);
    }

    private static List<Part> parts(ChargeFile file, LocalDate first) {
        var holdings =
                file.holdings().stream()
                        .sorted(Comparator.comparingInt(Charge.Holding::seq))
                        .toList();
        var parts = new ArrayList<Part>();
        for (int i = 0; i < holdings.size(); i++) {
            var one = holdings.get(i);
            var from = one.from().isBefore(first) ? first : one.from();
            var to = i + 1 < holdings.size() ? holdings.get(i + 1).from().minusDays(1) : file.day();
            to = to.isAfter(file.day()) ? file.day() : to;
            if (!from.isAfter(to)) {
                parts.add(new Part(one, from, to, sums(file, from, to)));
            }
        }
        return parts;
    }

    private static Sums sums(ChargeFile file, LocalDate from, LocalDate to) {
        var visits = file.visits().stream().map(Visit::on).toList();
        // at the end of the day the day itself is over
        var rounds =
                Rounds.of(file.terms(), visits, file.day().plusDays(1)).stream()
                        .filter(r -> within(r.last(), from, to))
                        .toList();
        var found = file.found().stream().filter(f -> within(f.matter().on(), from, to)).toList();
        var closed = found.stream().filter(f -> !f.course().isOpen()).toList();
        return new Sums(
                rounds.size(),
                count(rounds, Round.State.DONE),
                count(rounds, Round.State.LATE),
                count(rounds, Round.State.MISSED),
                (int) visits.stream().filter(v -> within(v, from, to)).count(),
                found.size(),
                closed.size(),
                (int) found.stream().filter(f -> f.course().isOverdue()).count(),
                (int) found.stream().filter(f -> f.course().wasLate()).count(),
                closed.stream().mapToLong(Account::days).sum());
    }

    private static long days(ChargeFile.Found found) {
        var closed = java.util.Objects.requireNonNull(found.course().closedOn());
        return DAYS.between(found.matter().on(), closed);
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static int count(List<Round> rounds, Round.State state) {
        return (int) rounds.stream().filter(r -> r.state() == state).count();
    }
}
