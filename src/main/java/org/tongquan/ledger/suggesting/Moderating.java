package org.tongquan.ledger.suggesting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Level;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.standing.Successors;
import org.tongquan.ledger.suggesting.Handling.Shown;
import org.tongquan.ledger.suggesting.SuggestionAnswer.Done;
import org.tongquan.ledger.suggesting.SuggestionAnswer.Refused;
import org.tongquan.ledger.suggesting.SuggestionEvent.Kind;

/// The door of the office and of its units: look at suggestions, publish or hide them, name who
/// answers, answer, link. Each wish carries the version that was seen; a stale one is refused.
@Service
public class Moderating {
    public static final int MOST_REASON = 500;
    public static final int MOST_ANSWER = 2_000;

    private final Acting acting;
    private final Suggestions suggestions;
    private final SuggestionTerms terms;
    private final Contacts contacts;
    private final Compacts compacts;
    private final Ledger ledger;
    private final Successors successors;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Moderating(
            Acting acting,
            Suggestions suggestions,
            SuggestionTerms terms,
            Contacts contacts,
            Compacts compacts,
            Ledger ledger,
            Successors successors,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.suggestions = suggestions;
        this.terms = terms;
        this.contacts = contacts;
        this.compacts = compacts;
        this.ledger = ledger;
        this.successors = successors;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// One page of what this body may see in its region, and one more if there are more.
    public List<Suggestion> list(Actor actor, Wanted wanted) {
        return acting.read(
                actor,
                () -> terms.list(actor.region(), wanted, ledger.today(), Suggesting.PAGE + 1));
    }

    /// A suggestion of the actor's region; empty when there is none or this body may not see it.
    public Optional<Suggestion> find(Actor actor, UUID id) {
        return acting.read(actor, () -> own(actor, id));
    }

    private Optional<Suggestion> own(Actor actor, UUID id) {
        return terms.find(id, ledger.today()).filter(s -> s.region().equals(actor.region()));
    }

    /// How to reach the writer, for the office; each reading stands in the journal.
    public Optional<String> contact(Actor actor, UUID id) {
        if (!actor.may(Power.SUPERVISE)) {
            return Optional.empty();
        }
        return acting.as(
                actor,
                () -> {
                    var found = own(actor, id).flatMap(s -> contacts.find(s.id()));
                    if (found.isPresent()) {
                        var what = id + "\n" + clock.instant();
                        journal.record(
                                actor, "suggestion-contact-read", id, Digest.ofText(what).bytes());
                    }
                    return found;
                });
    }

    /// Shows a suggestion to everybody.
    public SuggestionAnswer publish(Actor actor, UUID id, int seen) {
        return supervise(
                actor,
                id,
                seen,
                s ->
                        s.handling().shown() == Shown.PUBLISHED
                                ? new Refused(SuggestionFault.NOT_NOW)
                                : add(actor, s, event(actor, s, Kind.PUBLISHED, "", "", null)));
    }

    /// Keeps a suggestion from the public, or takes it back, with a reason.
    public SuggestionAnswer hide(Actor actor, UUID id, int seen, String reason) {
        var clean = NewSuggestion.clean(reason);
        if (clean.isEmpty() || clean.length() > MOST_REASON) {
            return new Refused(SuggestionFault.REASON);
        }
        return supervise(
                actor,
                id,
                seen,
                s ->
                        s.handling().shown() == Shown.HIDDEN
                                ? new Refused(SuggestionFault.NOT_NOW)
                                : add(actor, s, event(actor, s, Kind.HIDDEN, clean, "", null)));
    }

    /// Names the unit that answers. The time to answer begins with the first one named.
    public SuggestionAnswer assign(Actor actor, UUID id, int seen, String unit) {
        return supervise(
                actor,
                id,
                seen,
                s -> {
                    if (!mayAnswer(s.region(), unit)) {
                        return new Refused(SuggestionFault.UNIT);
                    }
                    if (s.handling().unit().equals(unit)) {
                        return new Refused(SuggestionFault.NOT_NOW);
                    }
                    return add(actor, s, event(actor, s, Kind.ASSIGNED, "", unit, term(s)));
                });
    }

    private boolean mayAnswer(String region, String unit) {
        var today = ledger.today();
        return compacts.inForce(region, today)
                .flatMap(v -> v.findResponsibleUnit(unit, today))
                .filter(u -> !u.generic() && u.level() != Level.NATION)
                .isPresent();
    }

    /// The period to answer: what was set first, or from today.
    private Term term(Suggestion suggestion) {
        var began = suggestion.events().stream().filter(e -> e.kind() == Kind.ASSIGNED).findFirst();
        if (began.isPresent() && began.get().due() != null) {
            var e = began.get();
            return new Term(e.due(), e.days(), e.provisional(), e.rule());
        }
        var today = ledger.today();
        var version = compacts.inForce(suggestion.region(), today).orElseThrow();
        var rule = version.rule(Compact::suggestions, today).orElseThrow();
        var due = Handlings.due(version.calendar(), today, rule.answerWithin());
        return new Term(due.date(), rule.answerWithin(), due.provisional(), rule.id());
    }

    private record Term(@Nullable LocalDate due, int days, boolean provisional, String rule) {}

    /// Answers, as the unit that is named. A later answer completes an earlier one.
    public SuggestionAnswer answer(Actor actor, UUID id, int seen, String text) {
        var clean = NewSuggestion.clean(text);
        if (clean.isEmpty() || clean.length() > MOST_ANSWER) {
            return new Refused(SuggestionFault.ANSWER);
        }
        return deal(
                actor,
                id,
                seen,
                s ->
                        mayAnswer(actor, s)
                                ? add(actor, s, event(actor, s, Kind.ANSWERED, clean, "", null))
                                : new Refused(SuggestionFault.NOT_YOURS));
    }

    /// Whether this body answers: the unit that is named, or the one that succeeded it.
    public boolean mayAnswer(Actor actor, Suggestion suggestion) {
        var unit = suggestion.handling().unit();
        return actor.region().equals(suggestion.region())
                && !unit.isEmpty()
                && acting.<Boolean>read(
                        actor, () -> successors.now(actor.region(), unit).equals(actor.body()));
    }

    /// Links a commitment or an item of a plan that it speaks of.
    public SuggestionAnswer link(Actor actor, UUID id, int seen, String commitment) {
        return supervise(
                actor,
                id,
                seen,
                s -> {
                    if (ledger.find(actor, s.region(), commitment).isEmpty()) {
                        return new Refused(SuggestionFault.COMMITMENT);
                    }
                    if (s.handling().commitment().equals(commitment)) {
                        return new Refused(SuggestionFault.NOT_NOW);
                    }
                    return add(actor, s, event(actor, s, Kind.LINKED, commitment, "", null));
                });
    }

    private SuggestionAnswer supervise(
            Actor actor, UUID id, int seen, Function<Suggestion, SuggestionAnswer> work) {
        return actor.may(Power.SUPERVISE)
                ? deal(actor, id, seen, work)
                : new Refused(SuggestionFault.NOT_YOURS);
    }

    private SuggestionAnswer deal(
            Actor actor, UUID id, int seen, Function<Suggestion, SuggestionAnswer> work) {
        return acting.as(
                actor,
                () -> {
                    suggestions.lock(id);
                    var found = own(actor, id);
                    if (found.isEmpty()) {
                        return new Refused(SuggestionFault.NOT_FOUND);
                    }
                    return found.get().handling().version() == seen
                            ? work.apply(found.get())
                            : new Refused(SuggestionFault.CHANGED_MEANWHILE);
                });
    }

    private SuggestionEvent event(
            Actor actor, Suggestion s, Kind kind, String what, String unit, @Nullable Term term) {
        boolean linked = kind == Kind.LINKED;
        return new SuggestionEvent(
                ids.next(),
                s.handling().version() + 1,
                kind,
                actor.body(),
                ledger.today(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                linked ? "" : what,
                unit,
                linked ? what : "",
                term == null ? null : term.due(),
                term == null ? 0 : term.days(),
                term != null && term.provisional(),
                term == null ? "" : term.rule());
    }

    private SuggestionAnswer add(Actor actor, Suggestion suggestion, SuggestionEvent event) {
        suggestions.addEvent(suggestion, event, actor);
        if (event.kind() != Kind.ANSWERED && event.kind() != Kind.LINKED) {
            var after = new ArrayList<>(suggestion.events());
            after.add(event);
            suggestions.project(
                    suggestion.id(), Handlings.of(suggestion.look().by(), after, ledger.today()));
        }
        journal.record(
                actor,
                "suggestion-" + event.kind().word(),
                suggestion.id(),
                Digest.ofText(suggestion.id() + "\n" + event).bytes());
        if (event.kind() == Kind.ASSIGNED) {
            inbox.tell(
                    actor,
                    new Notification(
                            suggestion.region(),
                            successors.now(suggestion.region(), event.unit()),
                            "suggestion-assigned " + event.id(),
                            "suggesting.told.assigned",
                            List.of(suggestion.title()),
                            "/suggestions/" + suggestion.id(),
                            event.due()));
        }
        return new Done(suggestion.id());
    }
}
