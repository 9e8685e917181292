package org.tongquan.ledger.suggesting;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;

/// The door of the public: hand in a suggestion, look up what became of it, read what is published.
@Service
public class Suggesting {
    /// Suggestions of one page of a list.
    public static final int PAGE = 30;

    /// A new suggestion is compared with so many of those published last.
    public static final int MOST_COMPARED = 2_000;

    /// So many that read alike are offered.
    public static final int MOST_ALIKE = 3;

    private static final Actor JOB = Actor.job("ledger");

    private final Acting acting;
    private final Suggestions suggestions;
    private final SuggestionTerms terms;
    private final Contacts contacts;
    private final Arrivals arrivals;
    private final OpenForms forms;
    private final Compacts compacts;
    private final Ledger ledger;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Suggesting(
            Acting acting,
            Suggestions suggestions,
            SuggestionTerms terms,
            Contacts contacts,
            Arrivals arrivals,
            OpenForms forms,
            Compacts compacts,
            Ledger ledger,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.suggestions = suggestions;
        this.terms = terms;
        this.contacts = contacts;
        this.arrivals = arrivals;
        this.forms = forms;
        this.compacts = compacts;
        this.ledger = ledger;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether a region takes suggestions of the public: where it shows its progress.
    public boolean takes(String region) {
        return version(region).map(v -> v.compact().compact().publicProgress()).orElse(false);
    }

    /// The mark of a form opened now, to come back with it.
    public String open() {
        return forms.open();
    }

    /// Takes a suggestion, unless something is wrong with it, there are too many, or published ones
    /// read alike and the writer has not seen them.
    public Submission submit(Actor actor, String region, NewSuggestion sent, Visit visit) {
        var version = version(region);
        if (version.isEmpty() || !takes(region)) {
            return Submission.Refused.of(SuggestionFault.CLOSED);
        }
        var faults = faults(version.get(), sent, visit);
        if (!faults.isEmpty()) {
            return new Submission.Refused(faults);
        }
        return acting.as(
                actor,
                () -> {
                    var alike = visit.confirmed() ? List.<Submission.Like>of() : like(region, sent);
                    if (!alike.isEmpty()) {
                        return new Submission.Alike(alike);
                    }
                    var now = now();
                    var tooMany = arrivals.admit(region, visit.address(), now);
                    return tooMany.isPresent()
                            ? Submission.Refused.of(tooMany.get())
                            : file(actor, version.get(), sent, now);
                });
    }

    private List<SuggestionFault> faults(Resolved version, NewSuggestion sent, Visit visit) {
        var faults = new ArrayList<>(sent.faults());
        if (version.categories().stream().noneMatch(c -> c.id().equals(sent.category()))) {
            faults.add(SuggestionFault.CATEGORY);
        }
        if (!visit.trap().isEmpty()) {
            faults.add(SuggestionFault.TRAP);
        }
        forms.fault(visit.form()).ifPresent(faults::add);
        return faults;
    }

    private Submission file(Actor actor, Resolved version, NewSuggestion sent, Instant now) {
        var region = version.compact().id();
        var today = ledger.today();
        var rule = version.rule(Compact::suggestions, today).orElseThrow();
        var due = Handlings.due(version.calendar(), today, rule.moderateWithin());
        var look =
                new Suggestion.Look(
                        due.date(), rule.moderateWithin(), due.provisional(), rule.id());
        var suggestion =
                new Suggestion(
                        ids.next(),
                        region,
                        sent.category(),
                        sent.title(),
                        sent.text(),
                        today,
                        now,
                        look,
                        !sent.contact().isEmpty(),
                        List.of(),
                        Handlings.of(due.date(), List.of(), today));
        var code = TrackingCode.make(random);
        suggestions.add(suggestion, TrackingCode.digest(code), keep(region, sent, now), actor);
        journal.record(
                actor,
                "suggestion-filed",
                suggestion.id(),
                Digest.ofText(suggestion.toString()).bytes());
        acting.afterwards(() -> tell(suggestion));
        return new Submission.Filed(suggestion.id(), code);
    }

    /// The bodies that look at suggestions, by the ledger's job: the writer acts for no body.
    private void tell(Suggestion suggestion) {
        for (var body : compacts.bodies(suggestion.region())) {
            if (body.powers().contains(Power.SUPERVISE)) {
                inbox.tell(
                        Actor.job("ledger"),
                        new Notification(
                                suggestion.region(),
                                body.id(),
                                "suggestion " + suggestion.id(),
                                "suggesting.told.filed",
                                List.of(suggestion.title()),
                                "/suggestions/" + suggestion.id(),
                                suggestion.look().by()));
            }
        }
    }

    private @Nullable UUID keep(String region, NewSuggestion sent, Instant now) {
        if (sent.contact().isEmpty()) {
            return null;
        }
        var id = ids.next();
        contacts.add(id, region, sent.contact(), now);
        return id;
    }

    /// Published ones that read like it, the likest first.
    public List<Submission.Like> alike(String region, NewSuggestion sent) {
        return acting.read(Actor.PUBLIC, () -> like(region, sent));
    }

    private List<Submission.Like> like(String region, NewSuggestion sent) {
        var pairs = Likeness.pairs(sent.title() + sent.text());
        return suggestions.published(region, MOST_COMPARED).stream()
                .map(s -> like(s, Likeness.percent(pairs, Likeness.pairs(s.title() + s.text()))))
                .filter(l -> l.percent() >= Likeness.ALIKE_FROM)
                .sorted(
                        Comparator.comparingInt(Submission.Like::percent)
                                .reversed()
                                .thenComparing(Submission.Like::id))
                .limit(MOST_ALIKE)
                .toList();
    }

    private static Submission.Like like(Suggestion suggestion, int percent) {
        return new Submission.Like(suggestion.id(), suggestion.title(), percent);
    }

    /// What became of the suggestion with this tracking code, published or not; without the
    /// contact.
    public Optional<Suggestion> track(String region, String code) {
        return acting.read(
                JOB,
                () -> {
                    var today = ledger.today();
                    return suggestions
                            .findByCode(region, TrackingCode.digest(code), today)
                            .map(s -> terms.again(s, today));
                });
    }

    /// One page of the published suggestions of a region, and one more if there are more.
    public List<Suggestion> published(String region, Wanted wanted) {
        return acting.read(
                Actor.PUBLIC, () -> terms.list(region, wanted, ledger.today(), PAGE + 1));
    }

    /// A published suggestion; empty when there is none or it is not published.
    public Optional<Suggestion> find(UUID id) {
        return acting.read(Actor.PUBLIC, () -> terms.find(id, ledger.today()));
    }

    private Optional<Resolved> version(String region) {
        LocalDate today = ledger.today();
        return compacts.inForce(region, today);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
