package org.tongquan.ledger.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.progress.ReportDuty.Reported;
import org.tongquan.ledger.standing.Duty;

/// The rule of the rhythm: which reports are owed, which came late or not at all, and how often in
/// a row they told of no progress. Pure: the same facts on the same day give the same outcome, in
/// whatever order they came.
///
/// A report stands for the period that its day falls in. Where the period before has none, it
/// stands for that one: filed within the days of grace, for that one alone; filed later, for both,
/// and the one before is late. What is finished owes nothing more.
///
/// @param rounds the periods that have begun, the latest [#MOST], in their order
/// @param missing how many reports in a row are missing, up to the period that ended last
/// @param since the last day on which the first of them would have come in time
/// @param stalled how many reports in a row told of no progress
/// @param stall the first of these reports
public record Rounds(
        List<Round> rounds,
        int missing,
        @Nullable LocalDate since,
        int stalled,
        @Nullable Reported stall,
        boolean isIdle) {
    /// Earlier periods are left out.
    public static final int MOST = 60;

    public Rounds {
        rounds = List.copyOf(rounds);
    }

    private record Span(LocalDate begin, LocalDate last) {}

    private record Cover(LocalDate filed, UUID report) {}

    public static Rounds of(ReportDuty duty, LocalDate day) {
        var counting = duty.counting(day);
        var finished = ReportDuty.finished(counting);
        var spans = spans(duty, day);
        var covers = covers(duty, spans, counting);
        var rounds = new ArrayList<Round>();
        for (int i = 0; i < spans.size(); i++) {
            var cover = covers.get(i);
            boolean over = finished != null && !finished.isAfter(spans.get(i).last());
            if (cover != null || !over) {
                rounds.add(round(duty, spans.get(i), cover, day));
            }
        }
        int missing = missing(rounds);
        var ended = rounds.stream().filter(r -> r.state() != Round.State.RUNNING).toList();
        var stall = stall(counting, finished);
        return new Rounds(
                rounds,
                missing,
                missing == 0 ? null : ended.get(ended.size() - trailing(ended)).due(),
                stall.size(),
                stall.isEmpty() ? null : stall.getFirst(),
                duty.idle() > 0 && stall.size() >= duty.idle());
    }

    private static Round round(ReportDuty duty, Span span, @Nullable Cover cover, LocalDate day) {
        var due = span.last().plusDays(duty.grace());
        if (cover != null) {
            var state = cover.filed().isAfter(due) ? Round.State.LATE : Round.State.IN_TIME;
            return new Round(span.begin(), span.last(), due, state, cover.filed(), cover.report());
        }
        var state =
                !day.isAfter(span.last())
                        ? Round.State.RUNNING
                        : day.isAfter(due) ? Round.State.MISSING : Round.State.EXPECTED;
        return new Round(span.begin(), span.last(), due, state, null, null);
    }

    /// Which report stands for which span, `null` where none does.
    private static List<@Nullable Cover> covers(
            ReportDuty duty, List<Span> spans, List<Reported> counting) {
        var covers = new ArrayList<@Nullable Cover>();
        spans.forEach(s -> covers.add(null));
        var byFiling =
                counting.stream()
                        .sorted(
                                Comparator.comparing(Reported::at)
                                        .thenComparing(Reported::on)
                                        .thenComparing(Reported::id))
                        .toList();
        for (var report : byFiling) {
            int at = indexOf(spans, report.on());
            var cover = new Cover(report.filed(), report.id());
            boolean before = at > 0 && covers.get(at - 1) == null;
            if (before) {
                covers.set(at - 1, cover);
            }
            boolean inGrace =
                    before
                            && !report.filed()
                                    .isAfter(spans.get(at - 1).last().plusDays(duty.grace()));
            if (!inGrace && at >= 0 && at < spans.size() && covers.get(at) == null) {
                covers.set(at, cover);
            }
        }
        return covers;
    }

    /// The span that a day falls in; -1 before the first, their number after the last.
    private static int indexOf(List<Span> spans, LocalDate day) {
        for (int i = 0; i < spans.size(); i++) {
            if (day.isBefore(spans.get(i).begin())) {
                return -1;
            }
            if (!day.isAfter(spans.get(i).last())) {
                return i;
            }
        }
        return spans.size();
    }

    private static List<Span> spans(ReportDuty duty, LocalDate day) {
        var spans = duty.nodes().isEmpty() ? byPeriod(duty, day) : byNode(duty, day);
        return spans.subList(Math.max(0, spans.size() - MOST), spans.size());
    }

    private static List<Span> byPeriod(ReportDuty duty, LocalDate day) {
        var spans = new ArrayList<Span>();
        var every = duty.every();
        if (every == null || !Duty.isForward(every)) {
            return spans;
        }
        var begin = duty.from();
        for (int i = 1; !begin.isAfter(day); i++) {
            var next = duty.from().plus(every.multipliedBy(i));
            if (next.isAfter(duty.start())) {
                var first = begin.isBefore(duty.start()) ? duty.start() : begin;
                if (!first.isAfter(day)) {
                    spans.add(new Span(first, next.minusDays(1)));
                }
            }
            begin = next;
        }
        return spans;
    }

    private static List<Span> byNode(ReportDuty duty, LocalDate day) {
        var spans = new ArrayList<Span>();
        var begin = duty.start();
        for (var node : duty.nodes()) {
            if (!node.isBefore(begin) && !begin.isAfter(day)) {
                spans.add(new Span(begin, node));
                begin = node.plusDays(1);
            }
        }
        return spans;
    }

    private static int missing(List<Round> rounds) {
        var ended = rounds.stream().filter(r -> r.state() != Round.State.RUNNING).toList();
        return (int)
                ended.subList(ended.size() - trailing(ended), ended.size()).stream()
                        .filter(r -> r.state() == Round.State.MISSING)
                        .count();
    }

    /// How many of the periods that ended last have no report.
    private static int trailing(List<Round> ended) {
        int n = 0;
        while (n < ended.size() && ended.get(ended.size() - 1 - n).report() == null) {
            n++;
        }
        return n;
    }

    /// The last reports, none of which told of progress; none once all is done.
    private static List<Reported> stall(List<Reported> counting, @Nullable LocalDate finished) {
        if (finished != null) {
            return List.of();
        }
        int first = counting.size();
        while (first > 0 && counting.get(first - 1).percent() <= before(counting, first - 1)) {
            first--;
        }
        return counting.subList(first, counting.size());
    }

    private static int before(List<Reported> counting, int i) {
        return i == 0 ? 0 : counting.get(i - 1).percent();
    }

    /// The period that ended last; empty before the first has ended.
    public java.util.Optional<Round> last() {
        return rounds.reversed().stream().filter(r -> r.state() != Round.State.RUNNING).findFirst();
    }

    /// What is wrong, in the order in which people should look; empty when nothing is.
    public java.util.Optional<Word> word() {
        if (missing > 0) {
            return java.util.Optional.of(Word.MISSING);
        }
        var state = last().map(Round::state).orElse(Round.State.RUNNING);
        if (isIdle) {
            return java.util.Optional.of(Word.IDLE);
        }
        return switch (state) {
            case EXPECTED -> java.util.Optional.of(Word.EXPECTED);
            case LATE -> java.util.Optional.of(Word.LATE);
            case IN_TIME, RUNNING, MISSING -> java.util.Optional.empty();
        };
    }

    /// Each has words in `messages/progress.properties` (`progress.word.<word>`).
    public enum Word {
        /// A report did not come.
        MISSING,
        /// Reports came, but told of no progress.
        IDLE,
        /// A report is expected by a day.
        EXPECTED,
        /// The last report came late.
        LATE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// The day that the word speaks of: due since, idle since, expected by, came on.
    public LocalDate wordDay() {
        return switch (word().orElseThrow()) {
            case MISSING -> Objects.requireNonNull(since);
            case IDLE -> Objects.requireNonNull(stall).on();
            case EXPECTED -> last().orElseThrow().due();
            case LATE -> Objects.requireNonNull(last().orElseThrow().filed());
        };
    }
}
