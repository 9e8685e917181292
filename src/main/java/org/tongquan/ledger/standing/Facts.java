package org.tongquan.ledger.standing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.compact.conduct.PlanRule;

/// Everything that one standing follows from besides the rules and the day, as data: kept beside
/// the outcome, so that it can be judged again. Pure.
public sealed interface Facts {
    /// The standing that follows from them.
    ///
    /// @param plan asked when parts are rolled up
    Standing judge(LightRule rule, Supplier<PlanRule> plan, LocalDate day);

    /// One line for each fact, the same for the same facts; [#read] reads them again.
    List<String> lines();

    /// A duty that is judged by itself.
    record OfDuty(Duty duty) implements Facts {
        @Override
        public Standing judge(LightRule rule, Supplier<PlanRule> plan, LocalDate day) {
            return Lights.judge(rule, duty, day);
        }

        @Override
        public List<String> lines() {
            var lines = new ArrayList<String>();
            lines.add("start " + duty.start());
            lines.add("deadline " + orNone(duty.deadline()));
            lines.add("cycle " + orNone(duty.cycle()));
            duty.milestones().forEach(m -> lines.add("milestone " + m.due() + " " + m.percent()));
            var by = duty.measured();
            if (by != null) {
                lines.add(
                        "measured %s %s %s %s %s %s"
                                .formatted(
                                        by.indicator(),
                                        by.on(),
                                        by.value().toPlainString(),
                                        plain(by.path()),
                                        plain(by.target()),
                                        by.behind()));
                by.course().forEach(r -> lines.add(report("course", r)));
            }
            duty.reports().forEach(r -> lines.add(report("report", r)));
            return lines;
        }

        private static String report(String word, Duty.Report r) {
            return word + " " + r.on() + " " + r.percent();
        }

        private static String plain(@Nullable BigDecimal number) {
            return number == null ? NONE : number.toPlainString();
        }
    }

    /// The tasks of a commitment, which stand for it.
    ///
    /// @param deadline of the commitment
    record OfParts(@Nullable LocalDate deadline, List<Part> parts) implements Facts {
        public OfParts {
            parts = parts.stream().sorted(Comparator.comparing(Part::item)).toList();
        }

        @Override
        public Standing judge(LightRule rule, Supplier<PlanRule> plan, LocalDate day) {
            return RollUp.of(plan.get(), parts.stream().map(Part::rolled).toList(), deadline, day);
        }

        @Override
        public List<String> lines() {
            var lines = new ArrayList<String>();
            lines.add("deadline " + orNone(deadline));
            parts.forEach(
                    p ->
                            lines.add(
                                    "part %s %d %s %s %d %s"
                                            .formatted(
                                                    p.item(),
                                                    p.weight(),
                                                    p.standing().light().word(),
                                                    p.standing().wasLate() ? LATE : NONE,
                                                    p.standing().percent(),
                                                    orNone(p.standing().due()))));
            return lines;
        }
    }

    /// One task and what a roll-up asks of it.
    record Part(String item, int weight, Standing standing) {
        RollUp.Part rolled() {
            return new RollUp.Part(standing, weight);
        }
    }

    /// Stands for what there is none of.
    String NONE = "-";

    String LATE = "late";

    private static String orNone(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }

    /// @throws IllegalArgumentException or a subclass of it, or a [java.time.DateTimeException],
    ///     when [#lines] did not write it
    static Facts read(List<String> lines) {
        var reading = new Reading();
        lines.forEach(l -> reading.take(l.split(" ", -1)));
        return reading.facts();
    }

    /// Takes the lines one by one.
    final class Reading {
        private @Nullable LocalDate start;
        private @Nullable LocalDate deadline;
        private @Nullable Period cycle;
        private @Nullable Measured measured;
        private final List<Milestone> milestones = new ArrayList<>();
        private final List<Duty.Report> course = new ArrayList<>();
        private final List<Duty.Report> reports = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();

        private Reading() {}

        private void take(String[] words) {
            switch (words[0]) {
                case "start" -> start = LocalDate.parse(words[1]);
                case "deadline" -> deadline = day(words[1]);
                case "cycle" -> cycle = words[1].equals(NONE) ? null : Period.parse(words[1]);
                case "milestone" ->
                        milestones.add(
                                new Milestone(
                                        LocalDate.parse(words[1]), Integer.parseInt(words[2]), ""));
                case "measured" -> measured = measured(words);
                case "course" -> course.add(report(words, course.size()));
                case "report" -> reports.add(report(words, reports.size()));
                case "part" -> parts.add(part(words));
                default -> throw new IllegalArgumentException("no fact is named " + words[0]);
            }
        }

        private static @Nullable LocalDate day(String word) {
            return word.equals(NONE) ? null : LocalDate.parse(word);
        }

        private static Duty.Report report(String[] words, int filed) {
            return new Duty.Report(LocalDate.parse(words[1]), Integer.parseInt(words[2]), filed);
        }

        private static @Nullable BigDecimal number(String word) {
            return word.equals(NONE) ? null : new BigDecimal(word);
        }

        private static Measured measured(String[] words) {
            return new Measured(
                    words[1],
                    LocalDate.parse(words[2]),
                    new BigDecimal(words[3]),
                    number(words[4]),
                    number(words[5]),
                    Boolean.parseBoolean(words[6]),
                    "",
                    List.of());
        }

        private static Part part(String[] words) {
            return new Part(
                    words[1],
                    Integer.parseInt(words[2]),
                    new Standing(
                            Light.of(words[3]),
                            words[4].equals(LATE),
                            Integer.parseInt(words[5]),
                            Standing.Reason.ROLLED_UP,
                            List.of(),
                            "",
                            day(words[6])));
        }

        private Facts facts() {
            if (!parts.isEmpty()) {
                return new OfParts(deadline, parts);
            }
            var by = measured;
            var first = Objects.requireNonNullElse(start, LocalDate.MAX);
            return new OfDuty(
                    new Duty(
                            first,
                            deadline,
                            cycle,
                            milestones,
                            reports,
                            by == null
                                    ? null
                                    : new Measured(
                                            by.indicator(),
                                            by.on(),
                                            by.value(),
                                            by.path(),
                                            by.target(),
                                            by.behind(),
                                            "",
                                            course)));
        }
    }
}
