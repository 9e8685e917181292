package org.tongquan.ledger.chiefs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.standing.Successors;

/// Writes visits, problems and their events in the caller's transaction; tells whom they concern.
@Component
class PatrolRecords {
    private final Visits visits;
    private final Matters matters;
    private final ChargeFiles files;
    private final Compacts compacts;
    private final Inbox inbox;
    private final Journal journal;
    private final Successors successors;
    private final Ids ids;
    private final Clock clock;

    PatrolRecords(
            Visits visits,
            Matters matters,
            ChargeFiles files,
            Compacts compacts,
            Inbox inbox,
            Journal journal,
            Successors successors,
            Ids ids,
            Clock clock) {
        this.visits = visits;
        this.matters = matters;
        this.files = files;
        this.compacts = compacts;
        this.inbox = inbox;
        this.journal = journal;
        this.successors = successors;
        this.ids = ids;
        this.clock = clock;
    }

    /// How long a unit has, and which rule says so.
    record Term(int within, String rule) {
        static final Term NONE = new Term(0, "");
    }

    /// The term of the object's terms, else that for what an inspection found.
    Optional<Term> term(String region, ChargeFile file, LocalDate day) {
        var own = file.now().settleWithin();
        return own != null
                ? Optional.of(new Term(own, file.now().rule()))
                : compacts.inForce(region, day)
                        .flatMap(c -> c.rule(Compact::chasing, day))
                        .map(r -> new Term(r.rectifyWithin(), r.id()));
    }

    Optional<Term> term(Charge charge, LocalDate day) {
        return files.find(charge.id(), day).flatMap(f -> term(charge.region(), f, day));
    }

    Visit visit(Actor actor, Charge charge, NewVisit filed, Charge.Terms terms, LocalDate today) {
        var duties = filed.duties().stream().filter(terms.duties()::contains).toList();
        var photos = photos(filed.id(), filed.files());
        var visit =
                new Visit(
                        filed.id(),
                        charge.id(),
                        filed.on(),
                        filed.place(),
                        filed.by(),
                        filed.who(),
                        filed.seen(),
                        duties,
                        photos,
                        actor.body(),
                        today,
                        now());
        visits.add(charge, visit, actor.person());
        for (int i = 0; i < photos.size(); i++) {
            var content = filed.files().get(i).content();
            visits.add(charge.region(), photos.get(i), visit.id(), null, content);
        }
        journal(actor, "chief-visit-recorded", visit.id(), visit);
        return visit;
    }

    private List<Visit.Photo> photos(UUID of, List<Attachment> attached) {
        var photos = new ArrayList<Visit.Photo>();
        for (var file : attached) {
            photos.add(
                    new Visit.Photo(
                            ids.next(),
                            of,
                            file.name(),
                            file.mediaType(),
                            file.content().length,
                            Digest.of(file.content()).hex()));
        }
        return photos;
    }

    /// @return id of the problem
    UUID find(
            Actor actor,
            ChargeFile file,
            Visit visit,
            UUID id,
            NewVisit.Problem problem,
            Term term,
            LocalDate today) {
        var charge = file.charge();
        var matter =
                new Matter(
                        id,
                        charge.id(),
                        visit.id(),
                        charge.region(),
                        charge.party(),
                        problem.unit(),
                        problem.text(),
                        actor.body(),
                        today,
                        now());
        matters.add(matter, actor.person());
        journal(actor, "chief-problem-handed", matter.id(), matter);
        var step = Matter.Step.FOUND;
        var event = event(actor, matter, step, "", 1, problem.unit(), null, term, List.of(), today);
        matters.add(charge.region(), event, actor.person());
        journal(actor, "chief-problem-found", event.id(), event);
        tell(actor, charge, matter, event, problem.unit());
        return matter.id();
    }

    void event(
            Actor actor,
            Patrolling.Case one,
            Patrolling.Wish wish,
            int seq,
            String unit,
            @Nullable UUID notice,
            Term term,
            LocalDate today) {
        var matter = one.found().matter();
        var step = wish.step();
        var made =
                event(
                        actor,
                        matter,
                        step,
                        wish.text(),
                        seq,
                        unit,
                        notice,
                        term,
                        wish.files(),
                        today);
        matters.add(matter.region(), made, actor.person());
        for (int i = 0; i < made.files().size(); i++) {
            var content = wish.files().get(i).content();
            visits.add(matter.region(), made.files().get(i), null, made.id(), content);
        }
        journal(actor, "chief-problem-" + step.word(), made.id(), made);
        var before = one.found().course().unit();
        switch (step) {
            case FOUND, RECEIVED -> {}
            case ANSWERED ->
                    one.holding().ifPresent(h -> tell(actor, one.charge(), matter, made, h.unit()));
            case RETURNED, CLOSED, NOTICED -> tell(actor, one.charge(), matter, made, before);
            case MOVED -> {
                tell(actor, one.charge(), matter, made, unit);
                matters.move(matter.id(), unit, today);
            }
        }
    }

    private Matter.Event event(
            Actor actor,
            Matter matter,
            Matter.Step step,
            String text,
            int seq,
            String unit,
            @Nullable UUID notice,
            Term term,
            List<Attachment> attached,
            LocalDate today) {
        var id = ids.next();
        var at = step == Matter.Step.FOUND ? matter.at() : now();
        WorkCalendar.Due due = null;
        if (step.startsTerm()) {
            var calendar = files.calendar(matter.region(), today, Instant.MAX);
            due = MatterCourse.due(calendar, today, term.within());
        }
        return new Matter.Event(
                id,
                matter.id(),
                seq,
                step,
                text,
                unit,
                term.within(),
                term.rule(),
                due == null ? null : due.date(),
                due != null && due.provisional(),
                notice,
                photos(id, attached),
                actor.body(),
                today,
                at);
    }

    private void tell(Actor actor, Charge charge, Matter matter, Matter.Event event, String unit) {
        var body = successors.now(charge.region(), unit);
        if (body.equals(actor.body())) {
            return;
        }
        inbox.tell(
                actor,
                new Notification(
                        charge.region(),
                        body,
                        "chiefs.matter %s %d".formatted(matter.id(), event.seq()),
                        "chiefs.told." + event.step().word(),
                        List.of(
                                Chiefs.object(charge),
                                Notification.partyName(charge.party()),
                                matter.text(),
                                Notification.bodyName(actor.body())),
                        "/chiefs/problems/" + matter.id(),
                        event.due()));
    }

    private void journal(Actor actor, String kind, UUID subject, Object what) {
        journal.record(actor, kind, subject, Digest.ofText(what.toString()).bytes());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
