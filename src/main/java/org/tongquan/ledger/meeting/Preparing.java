package org.tongquan.ledger.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.ledger.ProgressReport;

/// The door of the agenda: what is open and could be taken up, the points in their order, papers.
@Service
public class Preparing {
    public static final int MOST_POINTS = 60;
    public static final int MOST_PAPERS = 40;

    /// Open matters of each origin that are proposed.
    public static final int MOST_PROPOSED = 20;

    private final Acting acting;
    private final Meetings meetings;
    private final Agendas agendas;
    private final MeetingRecords records;
    private final OpenMatters open;

    Preparing(
            Acting acting,
            Meetings meetings,
            Agendas agendas,
            MeetingRecords records,
            OpenMatters open) {
        this.acting = acting;
        this.meetings = meetings;
        this.agendas = agendas;
        this.records = records;
        this.open = open;
    }

    /// What is open and could be taken up, the most pressing first; without what the agenda has.
    public List<Proposal> proposals(Actor actor, UUID id) {
        return acting.read(
                actor,
                () ->
                        meetings.find(id)
                                .filter(m -> m.body().equals(actor.body()))
                                .map(
                                        m ->
                                                Proposals.of(
                                                        open.list(actor),
                                                        agendas.list(id, m.sheet().agenda()),
                                                        MOST_PROPOSED))
                                .orElse(List.of()));
    }

    /// Sets the agenda anew: points in their order. A new point carries the id of zeros.
    ///
    /// @param shown number of the sheet that the form was filled in on
    public MeetingAnswer agenda(Actor actor, UUID id, int shown, List<Meeting.Point> wanted) {
        return records.working(
                actor,
                id,
                shown,
                Step.AGENDA,
                meeting -> {
                    var before = agendas.list(id, meeting.sheet().agenda());
                    var points = new ArrayList<Meeting.Point>();
                    for (var point : wanted) {
                        points.add(numbered(point));
                    }
                    var refused = refuse(meeting, before, wanted, points);
                    if (refused.isPresent()) {
                        return MeetingAnswer.Refused.of(refused.get());
                    }
                    int next = meeting.seq() + 1;
                    agendas.add(meeting, next, points);
                    records.journal(actor, "meeting-agenda-set", id, points);
                    records.move(actor, meeting, Step.AGENDA, meeting.wish(), "", next);
                    return new MeetingAnswer.Done(id, next);
                });
    }

    private Meeting.Point numbered(Meeting.Point point) {
        return point.id().equals(MeetingRecords.NEW)
                ? new Meeting.Point(
                        records.nextId(),
                        point.origin(),
                        point.subject(),
                        point.party(),
                        point.title().strip(),
                        point.text().strip())
                : point;
    }

    private Optional<MeetingFault> refuse(
            Meeting meeting,
            List<Meeting.Point> before,
            List<Meeting.Point> wanted,
            List<Meeting.Point> points) {
        if (points.size() > MOST_POINTS) {
            return Optional.of(MeetingFault.AGENDA);
        }
        var known = before.stream().map(Meeting.Point::id).toList();
        var kept =
                wanted.stream()
                        .map(Meeting.Point::id)
                        .filter(i -> !i.equals(MeetingRecords.NEW))
                        .toList();
        if (!known.containsAll(kept) || kept.stream().distinct().count() != kept.size()) {
            return Optional.of(MeetingFault.NOT_FOUND);
        }
        boolean worded =
                points.stream()
                        .allMatch(
                                p ->
                                        !p.title().isBlank()
                                                && p.title().length() <= Convening.MOST_TEXT
                                                && p.text().length() <= Convening.MOST_TEXT);
        if (!worded) {
            return Optional.of(MeetingFault.TEXT);
        }
        var file = records.whole(meeting);
        boolean used =
                known.stream()
                        .filter(i -> !kept.contains(i))
                        .anyMatch(
                                i ->
                                        !file.minutesOf(i).isEmpty()
                                                || file.resolutions().stream()
                                                        .anyMatch(
                                                                r ->
                                                                        r.resolution()
                                                                                .point()
                                                                                .equals(i)));
        return used ? Optional.of(MeetingFault.MINUTES) : Optional.empty();
    }

    /// Hands in a paper; it is kept with its checksum.
    public MeetingAnswer attach(Actor actor, UUID id, ProgressReport.Attachment file) {
        return acting.as(
                actor,
                () -> {
                    meetings.lock(actor.region());
                    var meeting = meetings.find(id);
                    if (meeting.isEmpty()) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_FOUND);
                    }
                    if (!meeting.get().body().equals(actor.body())) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_YOURS);
                    }
                    if (meeting.get().state().isFrozen()) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_NOW);
                    }
                    if (file.content().length == 0
                            || file.content().length > ProgressReport.Attachment.MOST_BYTES
                            || agendas.papers(id).size() >= MOST_PAPERS) {
                        return MeetingAnswer.Refused.of(MeetingFault.FILE);
                    }
                    var paper = records.nextId();
                    agendas.attach(meeting.get(), paper, file, actor, records.now());
                    var digest = Digest.of(file.content()).hex();
                    records.journal(
                            actor, "meeting-paper-added", paper, file.name() + "\n" + digest);
                    return new MeetingAnswer.Done(paper, meeting.get().seq());
                });
    }

    /// A paper with its content; empty when there is none or this body may not see it.
    public Optional<ProgressReport.Attachment> paper(Actor actor, UUID id) {
        return acting.read(actor, () -> agendas.paper(id));
    }
}
