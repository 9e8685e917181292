package org.tongquan.ledger.chiefs.web;

import java.util.List;
import org.tongquan.site.Option;

/// Objects with their chiefs, what the acting body has to do first.
///
/// @param mine objects whose contact unit acts
/// @param handed problems that were handed to the acting unit and are not closed
/// @param board path of the public page; empty where there is none
public record ChiefsView(
        List<Item> mine,
        List<Problem> handed,
        List<Item> all,
        boolean mayName,
        String board,
        long missed,
        long overdue) {

    /// One object.
    ///
    /// @param due last day of the round that is owed now; empty when none is or it was done
    /// @param done day of the round of this period; empty while nobody went
    /// @param last day of the last visit; empty without
    public record Item(
            String href,
            String object,
            String kind,
            String party,
            String post,
            String holder,
            String unit,
            String rhythm,
            String due,
            String done,
            long missed,
            int open,
            long overdue,
            String last,
            boolean ended) {
        /// Colour of how it stands.
        public String tone() {
            if (ended) {
                return "";
            }
            return overdue > 0 || missed > 0 ? "red" : due.isEmpty() ? "green" : "yellow";
        }
    }

    /// One problem in a list.
    public record Problem(
            String href,
            String text,
            String object,
            String unit,
            String found,
            String state,
            String tone,
            String due,
            boolean provisional,
            long daysOver) {}

    /// The form for a new object.
    ///
    /// @param error word of the refusal; empty without
    public record Form(
            List<Option> parties,
            List<Option> kinds,
            List<Option> rhythms,
            Typed typed,
            String today,
            String error) {}

    /// What was typed into it.
    public record Typed(
            String party,
            String kind,
            String zh,
            String en,
            String postZh,
            String postEn,
            String basis,
            String commitment,
            String from,
            String rhythm,
            String duties) {}
}
