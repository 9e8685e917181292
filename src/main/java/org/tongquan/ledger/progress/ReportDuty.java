package org.tongquan.ledger.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.standing.Duty;

/// The facts of one obligation from which follows which reports it owes.
///
/// @param rule id of the rule that sets the rhythm; empty when the duty's own text does, or it was
///     set for the item
/// @param every length of a period, counted from `from`; `null` where nodes count or nothing is
///     owed by rhythm
/// @param from first day of the first period
/// @param nodes last days of the stages where a report is owed for each; else empty
/// @param start first day of the duty
/// @param grace days after the end of a period in which its report still comes in time
/// @param idle reports without progress in a row that are an alarm; 0 for none
public record ReportDuty(
        String rule,
        @Nullable Period every,
        LocalDate from,
        List<LocalDate> nodes,
        LocalDate start,
        int grace,
        int idle,
        List<Reported> reports) {
    private static final String NONE = "-";
    private static final String LIST = ",";

    public ReportDuty {
        nodes = nodes.stream().distinct().sorted().toList();
        reports = List.copyOf(reports);
    }

    /// One report, whether it counts or was returned.
    ///
    /// @param returned when it was returned, if it was
    public record Reported(
            UUID id, LocalDate on, Instant at, int percent, @Nullable Instant returned) {
        /// The day it was filed, where the parties are.
        LocalDate filed() {
            return LocalDate.ofInstant(at, Ledger.ZONE);
        }

        private boolean counts(Instant until) {
            return !at.isAfter(until) && (returned == null || returned.isAfter(until));
        }
    }

    /// The same as it was known at a moment: without what was filed later, and with what was
    /// returned later.
    ReportDuty knownAt(Instant moment) {
        return with(
                reports.stream()
                        .filter(r -> r.counts(moment))
                        .map(r -> new Reported(r.id(), r.on(), r.at(), r.percent(), null))
                        .toList());
    }

    private ReportDuty with(List<Reported> others) {
        return new ReportDuty(rule, every, from, nodes, start, grace, idle, others);
    }

    /// The reports that count at the end of a day, in the order of their days.
    List<Reported> counting(LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(Ledger.ZONE).toInstant();
        return reports.stream()
                .filter(r -> r.at().isBefore(end))
                .filter(r -> r.returned() == null || !r.returned().isBefore(end))
                .sorted(
                        Comparator.comparing(Reported::on)
                                .thenComparing(Reported::at)
                                .thenComparing(Reported::id))
                .toList();
    }

    /// The first day from which on every report says that all is done.
    static @Nullable LocalDate finished(List<Reported> counting) {
        LocalDate finished = null;
        for (var report : counting) {
            if (report.percent() < Duty.DONE) {
                finished = null;
            } else if (finished == null) {
                finished = report.on();
            }
        }
        return finished;
    }

    /// One text for the same facts, whatever order they came in; [#read] reads it again.
    String written() {
        return String.join(
                "\n",
                "rule " + rule,
                "every " + (every == null ? NONE : every),
                "from " + from,
                "nodes "
                        + nodes.stream().map(LocalDate::toString).collect(Collectors.joining(LIST)),
                "start " + start,
                "grace " + grace,
                "idle " + idle,
                reports.stream().map(ReportDuty::line).sorted().collect(Collectors.joining("\n")));
    }

    private static String line(Reported r) {
        return String.join(
                " ",
                "report",
                r.at().toString(),
                r.on().toString(),
                Integer.toString(r.percent()),
                r.id().toString(),
                r.returned() == null ? NONE : r.returned().toString());
    }

    /// @throws IllegalArgumentException or a subclass of it, when [#written] did not write it
    static ReportDuty read(String text) {
        var lines = text.split("\n", -1);
        var every = value(lines[1]);
        var nodes = value(lines[3]);
        var reports = new ArrayList<Reported>();
        for (int i = 7; i < lines.length; i++) {
            if (!lines[i].isEmpty()) {
                reports.add(reported(lines[i].split(" ", -1)));
            }
        }
        return new ReportDuty(
                value(lines[0]),
                every.equals(NONE) ? null : Period.parse(every),
                LocalDate.parse(value(lines[2])),
                nodes.isEmpty()
                        ? List.of()
                        : java.util.Arrays.stream(nodes.split(LIST, -1))
                                .map(LocalDate::parse)
                                .toList(),
                LocalDate.parse(value(lines[4])),
                Integer.parseInt(value(lines[5])),
                Integer.parseInt(value(lines[6])),
                reports);
    }

    private static String value(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private static Reported reported(String[] words) {
        return new Reported(
                UUID.fromString(words[4]),
                LocalDate.parse(words[2]),
                Instant.parse(words[1]),
                Integer.parseInt(words[3]),
                words[5].equals(NONE) ? null : Instant.parse(words[5]));
    }
}
