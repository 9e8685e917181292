package org.tongquan.ledger.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.cli.Places;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Standing;
import org.tongquan.ledger.whatif.Outcome;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `ledger whatif`: the kept facts under another version, without writing.
@Command(
        name = "whatif",
        description =
                "Lights, scores, chasing and terms under another version, without writing."
                        + " 按另一版本试算。",
        mixinStandardHelpOptions = true)
public final class WhatIfCommand implements Callable<Integer> {
    /// Opens the house and compares inside it.
    public interface Trial {
        /// Empty when the region has no such version.
        Optional<Outcome> run(String region, Choice choice, LocalDate from, LocalDate to);
    }

    /// The version to try: an adopted one by its label, or a text that is not adopted yet.
    ///
    /// @param label empty when a text is given
    public record Choice(String label, @Nullable Resolved text) {}

    /// Exactly one of both.
    static final class Which {
        @Option(names = "--version", paramLabel = "LABEL", description = "an adopted version")
        private @Nullable String label;

        @Option(
                names = "--compact",
                paramLabel = "ID|DIR|FILE",
                description = "a text that need not be adopted")
        private @Nullable String place;
    }

    private final Trial trial;

    @Option(names = "--region", paramLabel = "ID", required = true, description = "the compact")
    private String region = "";

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "first day")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DAY", required = true, description = "last day")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    public WhatIfCommand(Trial trial) {
        this.trial = trial;
    }

    @Override
    public Integer call() {
        var text = which.place == null ? null : Places.get(which.place);
        if (text != null && !text.compact().id().equals(region)) {
            System.err.println("the text is of " + text.compact().id() + ", not of " + region);
            return Exit.NO;
        }
        var choice = new Choice(which.label == null ? "" : which.label, text);
        try {
            var outcome = trial.run(region, choice, from, to);
            if (outcome.isEmpty()) {
                System.err.println(
                        "no version '%s' of %s is adopted".formatted(choice.label(), region));
                return Exit.NO;
            }
            print(outcome.get());
            return Exit.OK;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return Exit.NO;
        }
    }

    private void print(Outcome outcome) {
        var rows = new Listing("what", "party", "was", "would-be");
        for (var day : outcome.days()) {
            for (var light : Light.values()) {
                rows.row(
                        day.on() + " " + light.word(),
                        "",
                        count(day.was(), light),
                        count(day.would(), light));
            }
        }
        for (var change : outcome.changes()) {
            rows.row(change.commitment(), change.party(), said(change.was()), said(change.would()));
        }
        for (var points : outcome.scores()) {
            rows.row(
                    "score " + points.span(),
                    points.party(),
                    points.was() == null ? "" : points.was().toPlainString(),
                    points.would() == null ? "" : points.would().toPlainString());
        }
        rules(rows, outcome.rules());
        rows.print(System.out, json);
    }

    private static void rules(Listing rows, Outcome.Rules rules) {
        for (var count : rules.counts()) {
            rows.row("all " + count.what().word(), "", count.was(), count.would());
        }
        for (var other : rules.other()) {
            rows.row(
                    other.what().word() + " " + other.subject(),
                    other.party(),
                    other.was(),
                    other.would());
        }
        if (rules.others() > rules.other().size()) {
            rows.row("more differences", "", "", rules.others() - rules.other().size());
        }
    }

    private static int count(Map<Light, Integer> counts, Light light) {
        return counts.getOrDefault(light, 0);
    }

    private static String said(@Nullable Standing standing) {
        return standing == null
                ? "-"
                : "%s %d%% %s %s"
                        .formatted(
                                standing.light().word(),
                                standing.percent(),
                                standing.reason().word(),
                                String.join(" ", standing.values()));
    }
}
