package org.tongquan.ledger.progress.web;

import java.util.List;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.web.Why;
import org.tongquan.site.Option;
import org.tongquan.site.Page;

/// The office's ratings beside the lights, party by party.
///
/// @param action where the form goes
/// @param mayRate parties that this reader rates, with how many ratings each has
/// @param typed reason typed before, when it was refused
/// @param refused word of the refusal, empty when there is none
public record RatingView(
        String text,
        List<PartyView> parties,
        String action,
        List<Option> mayRate,
        List<Integer> seen,
        String typed,
        String refused,
        String back) {
    public RatingView {
        parties = List.copyOf(parties);
        mayRate = List.copyOf(mayRate);
        seen = List.copyOf(seen);
    }

    /// The same with what was typed, and why it was refused.
    RatingView refused(String reason, String word) {
        return new RatingView(text, parties, action, mayRate, seen, reason, word, back);
    }

    /// @param ratings newest first
    /// @param lights newest first, each with the day since which it was that
    public record PartyView(
            String name, List<Rated> ratings, List<Ledger.Dated> lights, int older) {
        public PartyView {
            ratings = List.copyOf(ratings);
            lights = List.copyOf(lights);
        }
    }

    /// @param level word of the level
    /// @param move word of how it moved against the one before
    public record Rated(String level, String move, String reason, String by, String at) {}

    public static String why(Page page, Ledger.Dated light) {
        return Why.sentence(page, light.standing());
    }

    public static String tone(String level) {
        return switch (level) {
            case "likely" -> "green";
            case "at-risk" -> "yellow";
            default -> "red";
        };
    }
}
