package org.tongquan.ledger.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.conduct.MeetingRule;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Simulation;
import org.tongquan.ledger.matter.Bodies;

/// The door of calling meetings: time, place and bodies, invitations, calling off, opening.
@Service
public class Convening {
    public static final int MOST_TITLE = 120;
    public static final int MOST_PLACE = 120;
    public static final int MOST_TEXT = 2_000;
    public static final int MOST_INVITED = 200;

    /// A meeting lies at most so many days ahead.
    public static final int MOST_DAYS_AHEAD = 730;

    /// Meetings of one list.
    public static final int MOST_LISTED = 500;

    private final Acting acting;
    private final Meetings meetings;
    private final Agendas agendas;
    private final MeetingRecords records;
    private final Compacts compacts;
    private final Simulation simulation;

    Convening(
            Acting acting,
            Meetings meetings,
            Agendas agendas,
            MeetingRecords records,
            Compacts compacts,
            Simulation simulation) {
        this.acting = acting;
        this.meetings = meetings;
        this.agendas = agendas;
        this.records = records;
        this.compacts = compacts;
        this.simulation = simulation;
    }

    /// A kind of meeting that a body may call, and the bodies that can meet in it.
    public record Choice(MeetingRule.Sitting sitting, List<String> meets) {
        public Choice {
            meets = List.copyOf(meets);
        }
    }

    /// The kinds of meetings that this body may call; empty when it calls none.
    public List<Choice> choices(Actor actor) {
        var bodies = records.bodies(actor.region());
        if (bodies.filter(b -> b.isCommon(actor)).isEmpty()) {
            return List.of();
        }
        return rule(actor.region()).stream()
                .flatMap(r -> r.sittings().stream())
                .filter(s -> actor.may(s.calls()))
                .map(s -> new Choice(s, bodies.get().common(s.meets())))
                .filter(c -> !c.meets().isEmpty())
                .toList();
    }

    private Optional<MeetingRule> rule(String region) {
        var today = records.today();
        return compacts.inForce(region, today).flatMap(c -> c.rule(Compact::meetings, today));
    }

    /// The meetings that this body sees from a day to a day, the earliest first.
    public List<Meeting> list(Actor actor, LocalDate from, LocalDate to) {
        return acting.read(actor, () -> meetings.list(actor.region(), from, to, MOST_LISTED));
    }

    /// One meeting; empty when there is none or this body may not see it.
    public Optional<Meeting.File> find(Actor actor, UUID id) {
        return acting.read(actor, () -> meetings.find(id).map(records::whole));
    }

    /// Calls a meeting; nobody is told before the invitations go out.
    ///
    /// @param sitting the rule's word for the kind of meeting
    /// @param meets the body that meets
    public MeetingAnswer call(Actor actor, String sitting, String meets, Meeting.Wish wish) {
        var choice =
                choices(actor).stream().filter(c -> c.sitting().id().equals(sitting)).findFirst();
        var rule = rule(actor.region());
        if (rule.isEmpty()) {
            return MeetingAnswer.Refused.of(MeetingFault.NO_RULE);
        }
        if (choice.isEmpty()) {
            boolean known = rule.get().sitting(sitting).isPresent();
            return MeetingAnswer.Refused.of(known ? MeetingFault.NOT_YOURS : MeetingFault.SITTING);
        }
        var faults = faults(actor, wish);
        if (!choice.get().meets().contains(meets)) {
            faults.add(MeetingFault.SITTING);
        }
        if (!faults.isEmpty()) {
            return new MeetingAnswer.Refused(faults);
        }
        return acting.as(
                actor,
                () -> {
                    meetings.lock(actor.region());
                    var meeting = called(actor, rule.get(), choice.get().sitting(), meets, wish);
                    meetings.add(meeting, actor);
                    meetings.add(meeting, meeting.sheet(), actor);
                    records.journal(actor, "meeting-called", meeting.id(), meeting);
                    return new MeetingAnswer.Done(meeting.id(), 1);
                });
    }

    private Meeting called(
            Actor actor,
            MeetingRule rule,
            MeetingRule.Sitting sitting,
            String meets,
            Meeting.Wish wish) {
        var today = records.today();
        int year = wish.day().getYear();
        return new Meeting(
                records.nextId(),
                actor.region(),
                year,
                meetings.next(actor.region(), year),
                new Meeting.Sitting(
                        sitting.id(),
                        sitting.name().zh(),
                        sitting.name().in(java.util.Locale.ENGLISH),
                        rule.id(),
                        MeetingRecords.word(sitting.calls()),
                        MeetingRecords.word(sitting.confirms()),
                        rule.answerWithin(),
                        rule.minutesWithin()),
                meets,
                actor.body(),
                simulation.isPresent(actor, actor.region()),
                Step.State.DRAFT,
                new Meeting.Sheet(
                        records.nextId(),
                        1,
                        Step.CALLED,
                        wish,
                        0,
                        "",
                        null,
                        false,
                        actor.body(),
                        today,
                        records.now()));
    }

    private List<MeetingFault> faults(Actor actor, Meeting.Wish wish) {
        var faults = new ArrayList<MeetingFault>();
        if (wish.title().isEmpty()
                || wish.title().length() > MOST_TITLE
                || wish.place().length() > MOST_PLACE
                || wish.chair().length() > MOST_PLACE) {
            faults.add(MeetingFault.TEXT);
        }
        var today = records.today();
        if (wish.day().isBefore(today) || wish.day().isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            faults.add(MeetingFault.DAY);
        }
        var bodies = records.bodies(actor.region());
        boolean known =
                bodies.isPresent() && wish.invited().stream().allMatch(bodies.get()::isKnown);
        if (wish.invited().isEmpty() || wish.invited().size() > MOST_INVITED || !known) {
            faults.add(MeetingFault.INVITED);
        }
        return faults;
    }

    /// Changes time, place or bodies; who is invited already is told.
    ///
    /// @param shown number of the sheet that the form was filled in on
    /// @param reason what the invited are told; may be empty
    public MeetingAnswer change(Actor actor, UUID id, int shown, Meeting.Wish wish, String reason) {
        return records.working(
                actor,
                id,
                shown,
                Step.CHANGED,
                meeting -> {
                    var faults = faults(actor, wish);
                    if (reason.length() > MOST_TEXT) {
                        faults.add(MeetingFault.TEXT);
                    }
                    if (!faults.isEmpty()) {
                        return new MeetingAnswer.Refused(faults);
                    }
                    var gone = new HashSet<>(meeting.wish().invited());
                    gone.removeAll(wish.invited());
                    int agenda = meeting.sheet().agenda();
                    int seq =
                            records.move(
                                    actor, meeting, Step.CHANGED, wish, reason.strip(), agenda);
                    if (meeting.state() == Step.State.INVITED) {
                        var now = meetings.find(id).orElseThrow();
                        records.tell(actor, now, wish.invited(), "changed", seq);
                        records.tell(actor, meeting, gone, "uninvited", seq);
                    }
                    return new MeetingAnswer.Done(id, seq);
                });
    }

    /// Sends the invitations.
    public MeetingAnswer invite(Actor actor, UUID id, int shown) {
        return records.working(
                actor,
                id,
                shown,
                Step.INVITED,
                meeting -> {
                    if (agendas.list(id, meeting.sheet().agenda()).isEmpty()) {
                        return MeetingAnswer.Refused.of(MeetingFault.AGENDA);
                    }
                    if (meeting.wish().day().isBefore(records.today())) {
                        return MeetingAnswer.Refused.of(MeetingFault.DAY);
                    }
                    int seq =
                            records.move(
                                    actor,
                                    meeting,
                                    Step.INVITED,
                                    meeting.wish(),
                                    "",
                                    meeting.sheet().agenda());
                    var sent = meetings.find(id).orElseThrow();
                    records.tell(actor, sent, meeting.wish().invited(), "invited", seq);
                    return new MeetingAnswer.Done(id, seq);
                });
    }

    /// Calls a meeting off; who is invited already is told.
    public MeetingAnswer cancel(Actor actor, UUID id, int shown, String reason) {
        if (reason.isBlank() || reason.length() > MOST_TEXT) {
            return MeetingAnswer.Refused.of(MeetingFault.TEXT);
        }
        return records.working(
                actor,
                id,
                shown,
                Step.CANCELLED,
                meeting -> {
                    int agenda = meeting.sheet().agenda();
                    int seq =
                            records.move(
                                    actor,
                                    meeting,
                                    Step.CANCELLED,
                                    meeting.wish(),
                                    reason.strip(),
                                    agenda);
                    if (meeting.state() == Step.State.INVITED) {
                        records.tell(actor, meeting, meeting.wish().invited(), "cancelled", seq);
                    }
                    return new MeetingAnswer.Done(id, seq);
                });
    }

    /// Opens the meeting: from now on attendance, minutes and decisions are written.
    public MeetingAnswer hold(Actor actor, UUID id, int shown) {
        return records.working(
                actor,
                id,
                shown,
                Step.HELD,
                meeting -> {
                    if (meeting.wish().day().isAfter(records.today())) {
                        return MeetingAnswer.Refused.of(MeetingFault.DAY);
                    }
                    int seq =
                            records.move(
                                    actor,
                                    meeting,
                                    Step.HELD,
                                    meeting.wish(),
                                    "",
                                    meeting.sheet().agenda());
                    return new MeetingAnswer.Done(id, seq);
                });
    }

    /// Bodies that an invitation usually goes to: those of the whole region and those that speak
    /// for the parties.
    public List<String> usual(Actor actor) {
        return records.bodies(actor.region())
                .map(
                        b -> {
                            var all = new ArrayList<>(b.common());
                            all.addAll(b.ofParties());
                            return List.copyOf(all);
                        })
                .orElse(List.of());
    }

    /// Who is who in the actor's region.
    public Optional<Bodies> bodies(Actor actor) {
        return records.bodies(actor.region());
    }
}
