package org.tongquan.ledger.progress.web;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.tongquan.ledger.progress.Progress;
import org.tongquan.ledger.progress.Round;
import org.tongquan.ledger.progress.Rounds;
import org.tongquan.ledger.web.Names;
import org.tongquan.ledger.web.Why;
import org.tongquan.site.Page;

/// How one obligation stands with its reports.
///
/// @param owing names of who owes them
/// @param steps the latest periods, oldest first
public record RhythmView(
        String party, List<String> owing, List<Round> steps, Progress.Owed owed, long waits) {
    /// Periods shown.
    static final int MOST_STEPS = 12;

    static RhythmView of(Progress.Owed owed, Names.Of names) {
        var rounds = owed.rounds().rounds();
        return new RhythmView(
                names.party(owed.row().party()),
                owed.owing().stream().map(names::body).toList(),
                rounds.subList(Math.max(0, rounds.size() - MOST_STEPS), rounds.size()),
                owed,
                owed.rounds().word().isEmpty()
                        ? 0
                        : ChronoUnit.DAYS.between(owed.rounds().wordDay(), names.today()));
    }

    /// Word of what is wrong, empty when nothing is.
    public String word() {
        return owed.rounds().word().map(Rounds.Word::word).orElse("");
    }

    public String tone() {
        return switch (word()) {
            case "missing" -> "red";
            case "" -> "green";
            default -> "yellow";
        };
    }

    /// The reason as a sentence with its figures.
    public String why(Page page) {
        var rounds = owed.rounds();
        var word = rounds.word();
        if (word.isEmpty()) {
            return owed.hasRhythm() ? page.say("progress.why.none", rhythm(page)) : "";
        }
        var day = rounds.wordDay().toString();
        return switch (word.get()) {
            case MISSING -> page.say("progress.why.missing", day, waits, rounds.missing());
            case IDLE -> {
                var stall = Objects.requireNonNull(rounds.stall());
                yield page.say("progress.why.idle", rounds.stalled(), day, stall.percent());
            }
            case EXPECTED -> page.say("progress.why.expected", day);
            case LATE -> {
                var last = rounds.last().orElseThrow();
                yield page.say("progress.why.late", last.last().toString(), day, last.due());
            }
        };
    }

    /// The rhythm in words, and which rule it comes from.
    public String rhythm(Page page) {
        var duty = owed.duty();
        var every = duty.every();
        var words =
                every == null
                        ? page.say("progress.by-milestone")
                        : Why.rhythm(page, every.toString());
        return page.say("progress.rhythm", words, duty.grace());
    }

    /// A period in a few words: `2027-03`, or its two days.
    public static String span(Round round) {
        boolean month =
                round.begin().getDayOfMonth() == 1
                        && round.last().equals(round.begin().plusMonths(1).minusDays(1));
        return month
                ? round.begin().toString().substring(0, "2027-01".length())
                : round.begin() + " – " + round.last();
    }

    public static String tone(Round round) {
        return switch (round.state()) {
            case IN_TIME -> "green";
            case LATE, EXPECTED -> "yellow";
            case MISSING -> "red";
            case RUNNING -> "";
        };
    }
}
