package org.tongquan.ledger.views;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.views.Saving.Reason;

/// The door: the views that a person keeps, for each body that the person acts for.
@Service
public class SavedViews {
    /// Views that a person keeps of one page.
    public static final int MOST = 20;

    /// Views shown above a page, shared ones of others included.
    public static final int MOST_SHOWN = 60;

    public static final int MOST_NAME = 40;
    public static final int MOST_FILTER = 1_000;

    private final Acting acting;
    private final ViewRows rows;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    SavedViews(Acting acting, ViewRows rows, Journal journal, Ids ids, Clock clock) {
        this.acting = acting;
        this.rows = rows;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// The views of one page that the acting person may open, own ones first.
    public List<SavedView> list(Actor actor, ListedPage page) {
        return nobody(actor)
                ? List.of()
                : acting.read(actor, () -> rows.list(actor, page, MOST_SHOWN));
    }

    /// The views of all pages, own ones first.
    public List<SavedView> list(Actor actor) {
        return nobody(actor)
                ? List.of()
                : acting.read(
                        actor, () -> rows.list(actor, MOST_SHOWN * ListedPage.values().length));
    }

    /// Keeps a filter under a name.
    ///
    /// @param query of the address; what the page does not know of is left out
    /// @param shared whether the whole body sees it
    public Saving save(Actor actor, ListedPage page, String name, String query, boolean shared) {
        var words = name.strip();
        var filter = page.filter(query);
        if (nobody(actor)) {
            return new Saving.Refused(Reason.NOBODY);
        }
        if (words.isEmpty() || words.length() > MOST_NAME) {
            return new Saving.Refused(Reason.NAME);
        }
        if (filter.isEmpty() || filter.length() > MOST_FILTER) {
            return new Saving.Refused(Reason.FILTER);
        }
        return acting.as(
                actor,
                () -> {
                    rows.lock(actor);
                    if (rows.count(actor, page) >= MOST) {
                        return new Saving.Refused(Reason.TOO_MANY);
                    }
                    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    var view =
                            new SavedView(ids.next(), page, words, filter, shared, true, false, at);
                    return rows.add(actor, view)
                            ? done(actor, "view-saved", view)
                            : new Saving.Refused(Reason.TAKEN);
                });
    }

    /// Shares an own view with the body, or no longer.
    public Saving share(Actor actor, UUID id, boolean shared) {
        return own(
                actor,
                id,
                view -> {
                    rows.share(id, shared);
                    return done(actor, shared ? "view-shared" : "view-unshared", view);
                });
    }

    /// Removes an own view; for whom it was the usual one, the page opens whole again.
    public Saving remove(Actor actor, UUID id) {
        return own(
                actor,
                id,
                view -> {
                    rows.remove(id);
                    return done(actor, "view-removed", view);
                });
    }

    /// Lets a page open with a view, own or shared, for the acting person.
    ///
    /// @param usual false to let it open whole again
    public Saving choose(Actor actor, UUID id, boolean usual) {
        if (nobody(actor)) {
            return new Saving.Refused(Reason.NOBODY);
        }
        return acting.as(
                actor,
                () -> {
                    rows.lock(actor);
                    var view = rows.find(actor, id);
                    if (view.isEmpty()) {
                        return new Saving.Refused(Reason.NOT_FOUND);
                    }
                    rows.clear(actor, view.get().page());
                    if (usual) {
                        rows.choose(actor, view.get());
                    }
                    return done(actor, usual ? "view-chosen" : "view-unchosen", view.get());
                });
    }

    /// The view with which a page opens.
    public Optional<SavedView> usual(Actor actor, ListedPage page) {
        return list(actor, page).stream().filter(SavedView::usual).findFirst();
    }

    private Saving own(Actor actor, UUID id, Function<SavedView, Saving> change) {
        if (nobody(actor)) {
            return new Saving.Refused(Reason.NOBODY);
        }
        return acting.as(
                actor,
                () -> {
                    rows.lock(actor);
                    return rows.find(actor, id)
                            .filter(SavedView::own)
                            .map(change)
                            .orElse(new Saving.Refused(Reason.NOT_FOUND));
                });
    }

    private static boolean nobody(Actor actor) {
        return actor.region().isEmpty() || actor.person().isEmpty();
    }

    private Saving done(Actor actor, String kind, SavedView view) {
        journal.record(actor, kind, view.id(), Digest.ofText(view.toString()).bytes());
        return new Saving.Done(view.id());
    }
}
