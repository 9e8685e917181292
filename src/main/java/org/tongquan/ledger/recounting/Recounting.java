package org.tongquan.ledger.recounting;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;

/// The door: lights, roll-ups, scores, steps of chasing, alarms, due days, reports and accounts
/// computed again from what was kept of them.
@Service
public class Recounting {
    /// Mismatches named of one sort; all are counted.
    public static final int MOST_NAMED = 100;

    /// Lines shown of the history of one light.
    public static final int MOST_LINES = 200;

    private final Acting acting;
    private final LightChanges lights;
    private final List<Recounted> sorts;

    Recounting(Acting acting, LightChanges lights, List<Recounted> sorts) {
        this.acting = acting;
        this.lights = lights;
        this.sorts = List.copyOf(sorts);
    }

    /// Whether this body may: what is named tells of every party's reports.
    public boolean may(Actor actor) {
        return !actor.region().isEmpty()
                && (actor.may(Power.AUDIT) || actor.may(Power.ISSUE_REPORT));
    }

    /// Computes everything of the body's region again. Writes nothing.
    ///
    /// @return empty for a body that may not
    public Optional<Recount> recount(Actor actor) {
        return may(actor) ? Optional.of(again(actor.region())) : Optional.empty();
    }

    private Recount again(String region) {
        var reader = new Actor("-", "job:ledger", region, java.util.Set.of());
        return new Recount(region, sorts.stream().map(s -> part(s, reader)).toList());
    }

    private static Recount.Part part(Recounted sort, Actor reader) {
        var looked = sort.again(reader);
        var all = looked.mismatches();
        return new Recount.Part(
                sort.what(),
                looked.count(),
                all.size(),
                all.subList(0, Math.min(MOST_NAMED, all.size())));
    }

    /// What was said of one obligation, newest first, for those who see what its party reports.
    public List<LightChange> history(Actor actor, String region, String commitment, String party) {
        return acting.read(actor, () -> lights.of(region, commitment, party, MOST_LINES));
    }
}
