package org.tongquan.ledger.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;

/// The door of those invited: their invitations, and what they answer.
@Service
public class Answering {
    public static final int MOST_WHO = 300;

    private final Acting acting;
    private final Meetings meetings;
    private final Minutes minutes;
    private final MeetingRecords records;

    Answering(Acting acting, Meetings meetings, Minutes minutes, MeetingRecords records) {
        this.acting = acting;
        this.meetings = meetings;
        this.minutes = minutes;
        this.records = records;
    }

    /// What this body answered to the meetings it is invited to and that are to come, by meeting.
    public List<Invitation> invitations(Actor actor) {
        return acting.read(
                actor,
                () ->
                        meetings
                                .list(
                                        actor.region(),
                                        records.today(),
                                        records.today().plusDays(Convening.MOST_DAYS_AHEAD),
                                        Convening.MOST_LISTED)
                                .stream()
                                .filter(m -> m.state() == Step.State.INVITED)
                                .filter(m -> m.wish().invited().contains(actor.body()))
                                .map(m -> new Invitation(m, answer(m, actor.body())))
                                .toList());
    }

    private Optional<Meeting.Seat> answer(Meeting meeting, String body) {
        return minutes.seats(meeting.id(), Minutes.ANSWER).stream()
                .filter(s -> s.body().equals(body))
                .findFirst();
    }

    /// An invitation of a body and its answer, if it gave one.
    public record Invitation(Meeting meeting, Optional<Meeting.Seat> answer) {}

    /// Answers an invitation, or changes the answer, until the meeting begins.
    ///
    /// @param version number of the answer that the form was filled in on, 0 for none
    /// @param who names and posts of those who come, or why nobody does
    public MeetingAnswer answer(
            Actor actor, UUID id, int version, Meeting.Presence presence, String who) {
        if (who.length() > MOST_WHO || presence == Meeting.Presence.ABSENT) {
            return MeetingAnswer.Refused.of(MeetingFault.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    meetings.lock(actor.region());
                    var meeting = meetings.find(id);
                    if (meeting.isEmpty()) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_FOUND);
                    }
                    if (!meeting.get().wish().invited().contains(actor.body())) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_YOURS);
                    }
                    if (meeting.get().state() != Step.State.INVITED) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_NOW);
                    }
                    int last =
                            answer(meeting.get(), actor.body())
                                    .map(Meeting.Seat::version)
                                    .orElse(0);
                    if (last != version) {
                        return new MeetingAnswer.Stale(id, last);
                    }
                    var seat =
                            new Meeting.Seat(
                                    actor.body(), last + 1, presence, who.strip(), records.now());
                    minutes.add(meeting.get(), Minutes.ANSWER, seat, actor);
                    records.journal(actor, "meeting-answered", id, seat);
                    var caller = List.of(meeting.get().body());
                    var about = "answered-" + presence.word();
                    var told = actor.body() + " " + (last + 1);
                    records.tell(actor, meeting.get(), caller, about, told);
                    return new MeetingAnswer.Done(id, last + 1);
                });
    }
}
