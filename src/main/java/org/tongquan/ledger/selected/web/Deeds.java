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
import org.tongquan.ledger.responsible.Named;
import org.tongquan.ledger.responsible.Naming;

/// Does with each chosen row what was wished for, through the doors that its own page uses.
@Component
class Deeds {
    private final Ledger ledger;
    private final Chasing chasing;
    private final Assessing assessing;
    private final Naming naming;

    Deeds(Ledger ledger, Chasing chasing, Assessing assessing, Naming naming) {
        this.ledger = ledger;
        this.chasing = chasing;
        this.assessing = assessing;
        this.naming = naming;
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
        var assigned =
                ledger.assign(
                        actor, actor.region(), row.commitment(), row.party(), wish.unit(), role);
        return switch (assigned) {
            case Assigning.Assigned _ when wish.who().isEmpty() ->
                    Outcome.worked("selected.assigned");
            case Assigning.Assigned _ -> named(actor, row, wish);
            case Assigning.Refused(var reason)
                    when reason == Assigning.Reason.ALREADY && !wish.who().isEmpty() ->
                    named(actor, row, wish);
            case Assigning.Refused(var reason) ->
                    Outcome.refused("ledger.refused.assign-" + reason.word());
        };
    }

    /// The unit has its part; its person is named as well.
    private Outcome named(Actor actor, Selections.Chosen row, Wish wish) {
        return switch (naming.name(actor, row.commitment(), row.party(), wish.unit(), wish.who())) {
            case Named.Done _ -> Outcome.worked("responsible.named");
            case Named.Refused(var reason) ->
                    Outcome.refused("responsible.refused." + reason.word());
        };
    }
}
