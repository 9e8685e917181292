package org.tongquan.ledger.selected.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Assigning;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.progress.Answer;
import org.tongquan.ledger.progress.Assessing;
import org.tongquan.ledger.progress.Rating;

/// Does with each chosen row what was wished for, through the doors that its own page uses.
@Component
class Deeds {
    private final Ledger ledger;
    private final Chasing chasing;
    private final Assessing assessing;

    Deeds(Ledger ledger, Chasing chasing, Assessing assessing) {
        this.ledger = ledger;
        this.chasing = chasing;
        this.assessing = assessing;
    }

    /// One outcome for each row, in their order.
    List<Outcome> of(Actor actor, Act act, List<Selections.Chosen> rows, Wish wish) {
        return switch (act) {
            case REMIND ->
                    handled(
                            rows,
                            "selected.reminded",
                            "",
                            t -> chasing.remind(actor, t, wish.text()));
            case NOTICE ->
                    handled(
                            rows,
                            "selected.issued",
                            "/notices/",
                            t -> chasing.issue(actor, t, wish.text()));
            case RATE -> rows.stream().map(r -> rated(actor, r, wish)).toList();
            case ASSIGN -> rows.stream().map(r -> assigned(actor, r, wish)).toList();
        };
    }

    private static List<Outcome> handled(
            List<Selections.Chosen> rows,
            String key,
            String made,
            Function<List<Chasing.Target>, List<Handling>> door) {
        var answers =
                door.apply(
                        rows.stream()
                                .map(r -> new Chasing.Target(r.commitment(), r.party()))
                                .toList());
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < rows.size(); i++) {
            var answer = answers.size() == rows.size() ? answers.get(i) : answers.getFirst();
            outcomes.add(
                    switch (answer) {
                        case Handling.Done(var id, _) ->
                                new Outcome(true, key, made.isEmpty() ? "" : made + id);
                        case Handling.Stale _ -> Outcome.refused("chasing.refused.stale");
                        case Handling.Refused(var reason) ->
                                Outcome.refused("chasing.refused." + reason.word());
                    });
        }
        return outcomes;
    }

    private Outcome rated(Actor actor, Selections.Chosen row, Wish wish) {
        var card = ledger.find(actor, actor.region(), row.commitment());
        if (card.isEmpty()) {
            return Outcome.refused("progress.refused.not-found");
        }
        var answer =
                assessing.rate(
                        actor,
                        card.get(),
                        row.party(),
                        level(wish.level()),
                        wish.text(),
                        row.seen());
        return switch (answer) {
            case Answer.Kept _ -> Outcome.worked("selected.rated");
            case Answer.Refused(var reason) -> Outcome.refused("progress.refused." + reason.word());
        };
    }

    private static Rating.@Nullable Level level(String word) {
        try {
            return Rating.Level.of(word);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private Outcome assigned(Actor actor, Selections.Chosen row, Wish wish) {
        var role =
                wish.role().equals("cooperating")
                        ? Assignment.Role.COOPERATING
                        : Assignment.Role.LEAD;
        return switch (ledger.assign(
                actor, actor.region(), row.commitment(), row.party(), wish.unit(), role)) {
            case Assigning.Assigned _ -> Outcome.worked("selected.assigned");
            case Assigning.Refused(var reason) ->
                    Outcome.refused("ledger.refused.assign-" + reason.word());
        };
    }
}
