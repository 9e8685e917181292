package org.tongquan.ledger.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.tongquan.document.OfficialDocument;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.ledger.paper.Papers;
import org.tongquan.ledger.template.TemplateKind;
import org.tongquan.ledger.template.Templating;

/// The door of the minutes: attendance, what was said on each point, decisions, and the
// confirmation
/// that freezes them.
@Service
public class Minuting {
    public static final int MOST_MINUTES = 8_000;
    public static final int MOST_RESOLUTIONS = 200;

    private final Acting acting;
    private final Meetings meetings;
    private final Minutes minutes;
    private final Resolutions resolutions;
    private final MeetingRecords records;
    private final Templating templating;

    Minuting(
            Acting acting,
            Meetings meetings,
            Minutes minutes,
            Resolutions resolutions,
            MeetingRecords records,
            Templating templating) {
        this.acting = acting;
        this.meetings = meetings;
        this.minutes = minutes;
        this.resolutions = resolutions;
        this.records = records;
        this.templating = templating;
    }

    /// Notes who was there.
    ///
    /// @param wanted one for each body, with the version that the form was filled in on, 0 for
    // none;
    ///     what is the same as before is passed over
    public MeetingAnswer attendance(Actor actor, UUID id, List<Meeting.Seat> wanted) {
        return held(
                actor,
                id,
                meeting -> {
                    var before = new LinkedHashMap<String, Meeting.Seat>();
                    minutes.seats(id, Minutes.ATTENDANCE).forEach(s -> before.put(s.body(), s));
                    for (var seat : wanted) {
                        if (!meeting.wish().invited().contains(seat.body())) {
                            return MeetingAnswer.Refused.of(MeetingFault.INVITED);
                        }
                        if (seat.who().length() > Answering.MOST_WHO) {
                            return MeetingAnswer.Refused.of(MeetingFault.TEXT);
                        }
                        var old = before.get(seat.body());
                        if ((old == null ? 0 : old.version()) != seat.version()) {
                            return new MeetingAnswer.Stale(id, old == null ? 0 : old.version());
                        }
                    }
                    for (var seat : wanted) {
                        var old = before.get(seat.body());
                        var who = seat.who().strip();
                        if (old == null
                                || old.presence() != seat.presence()
                                || !old.who().equals(who)) {
                            var next =
                                    new Meeting.Seat(
                                            seat.body(),
                                            seat.version() + 1,
                                            seat.presence(),
                                            who,
                                            records.now());
                            minutes.add(meeting, Minutes.ATTENDANCE, next, actor);
                            records.journal(actor, "meeting-attendance-noted", id, next);
                        }
                    }
                    return new MeetingAnswer.Done(id, meeting.seq());
                });
    }

    /// Writes the minutes of one point; each version is kept.
    ///
    /// @param version number of the version that the form was filled in on, 0 for none
    public MeetingAnswer minute(Actor actor, UUID id, UUID point, int version, String text) {
        var words = text.strip();
        if (words.length() > MOST_MINUTES) {
            return MeetingAnswer.Refused.of(MeetingFault.TEXT);
        }
        return held(
                actor,
                id,
                meeting -> {
                    var file = records.whole(meeting);
                    if (file.points().stream().noneMatch(p -> p.id().equals(point))) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_FOUND);
                    }
                    var last =
                            file.minutes().stream()
                                    .filter(m -> m.point().equals(point))
                                    .findFirst();
                    int known = last.map(Meeting.Minute::version).orElse(0);
                    if (file.minutesOf(point).equals(words)) {
                        return new MeetingAnswer.Done(point, known);
                    }
                    if (known != version) {
                        return new MeetingAnswer.Stale(point, known);
                    }
                    var next = new Meeting.Minute(point, known + 1, words, records.now());
                    minutes.add(meeting, next, actor);
                    records.journal(actor, "meeting-minuted", id, next);
                    return new MeetingAnswer.Done(point, known + 1);
                });
    }

    /// Records a decision, or words it anew. A new one carries the id of zeros and revision 0.
    public MeetingAnswer resolve(Actor actor, Resolution wanted) {
        return held(
                actor,
                wanted.meeting(),
                meeting -> {
                    var file = records.whole(meeting);
                    boolean fresh = wanted.id().equals(MeetingRecords.NEW);
                    var faults = faults(file, wanted, fresh);
                    if (!faults.isEmpty()) {
                        return new MeetingAnswer.Refused(faults);
                    }
                    var next = numbered(meeting, file, wanted, fresh);
                    if (fresh) {
                        resolutions.add(next, actor, records.now());
                    } else if (!resolutions.replace(next)) {
                        int now = resolutions.find(wanted.id()).map(Resolution::revision).orElse(0);
                        return new MeetingAnswer.Stale(wanted.id(), now);
                    }
                    var kind = fresh ? "resolution-noted" : "resolution-reworded";
                    records.journal(actor, kind, next.id(), next);
                    return new MeetingAnswer.Done(next.id(), next.revision());
                });
    }

    private Resolution numbered(
            Meeting meeting, Meeting.File file, Resolution wanted, boolean fresh) {
        int place =
                file.resolutions().stream().mapToInt(r -> r.resolution().place()).max().orElse(0)
                        + 1;
        return new Resolution(
                fresh ? records.nextId() : wanted.id(),
                meeting.id(),
                meeting.region(),
                wanted.point(),
                fresh ? place : wanted.place(),
                wanted.revision() + 1,
                wanted.text(),
                wanted.lead(),
                wanted.cooperating(),
                wanted.parties(),
                wanted.deadline(),
                false);
    }

    private List<MeetingFault> faults(Meeting.File file, Resolution wanted, boolean fresh) {
        var faults = new ArrayList<MeetingFault>();
        if (wanted.text().isEmpty() || wanted.text().length() > Convening.MOST_TEXT) {
            faults.add(MeetingFault.TEXT);
        }
        if (file.points().stream().noneMatch(p -> p.id().equals(wanted.point()))
                || (fresh && file.resolutions().size() >= MOST_RESOLUTIONS)) {
            faults.add(MeetingFault.NOT_FOUND);
        }
        var bodies = records.bodies(file.meeting().region()).orElseThrow();
        if (wanted.lead().isEmpty()
                || !wanted.lead().stream().allMatch(bodies::isKnown)
                || !wanted.cooperating().stream().allMatch(bodies::isKnown)) {
            faults.add(MeetingFault.UNIT);
        }
        if (!wanted.parties().stream().allMatch(bodies::isMember)) {
            faults.add(MeetingFault.PARTY);
        }
        var deadline = wanted.deadline();
        if (deadline != null && deadline.isBefore(file.meeting().wish().day())) {
            faults.add(MeetingFault.DAY);
        }
        return faults;
    }

    /// Takes a decision out that was noted by mistake.
    public MeetingAnswer drop(Actor actor, UUID resolution, int revision) {
        var found = acting.read(actor, () -> resolutions.find(resolution));
        if (found.isEmpty()) {
            return MeetingAnswer.Refused.of(MeetingFault.NOT_FOUND);
        }
        return held(
                actor,
                found.get().meeting(),
                meeting -> {
                    if (!resolutions.remove(resolution, revision)) {
                        return new MeetingAnswer.Stale(resolution, found.get().revision());
                    }
                    records.journal(actor, "resolution-dropped", resolution, found.get());
                    return new MeetingAnswer.Done(resolution, revision);
                });
    }

    /// Whether this body confirms the minutes of a meeting: by the rule's power, as the body that
    /// met or that called it.
    public boolean mayConfirm(Actor actor, Meeting meeting) {
        return meeting.region().equals(actor.region())
                && (meeting.body().equals(actor.body()) || meeting.meets().equals(actor.body()))
                && actor.may(MeetingRecords.power(meeting.sitting().confirms()));
    }

    /// What keeps the minutes from being confirmed; empty when they can be.
    public List<MeetingFault> missing(Meeting.File file) {
        var faults = new ArrayList<MeetingFault>();
        var noted = file.attendance().stream().map(Meeting.Seat::body).toList();
        if (!noted.containsAll(file.meeting().wish().invited())) {
            faults.add(MeetingFault.ATTENDANCE);
        } else if (file.attendance().stream().noneMatch(s -> s.presence().isThere())) {
            faults.add(MeetingFault.NOBODY);
        }
        if (file.points().isEmpty()) {
            faults.add(MeetingFault.AGENDA);
        }
        if (file.points().stream().anyMatch(p -> file.minutesOf(p.id()).isEmpty())) {
            faults.add(MeetingFault.MINUTES);
        }
        return faults;
    }

    /// Confirms the minutes: from now on nothing of the meeting changes; its files are kept, and
    /// every decision counts.
    ///
    /// @param shown number of the sheet that the reader saw
    public MeetingAnswer confirm(Actor actor, UUID id, int shown) {
        return acting.as(
                actor,
                () -> {
                    meetings.lock(actor.region());
                    var meeting = meetings.find(id);
                    if (meeting.isEmpty()) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_FOUND);
                    }
                    if (!mayConfirm(actor, meeting.get())) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_YOURS);
                    }
                    if (meeting.get().seq() != shown) {
                        return new MeetingAnswer.Stale(id, meeting.get().seq());
                    }
                    if (meeting.get().state() != Step.State.HELD) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_NOW);
                    }
                    var file = records.whole(meeting.get());
                    var missing = missing(file);
                    return missing.isEmpty()
                            ? confirm(actor, file)
                            : new MeetingAnswer.Refused(missing);
                });
    }

    private MeetingAnswer confirm(Actor actor, Meeting.File file) {
        var meeting = file.meeting();
        var papers = Papers.of(paper(actor, file));
        var digest = Digest.parse(papers.sha256());
        minutes.issue(meeting, papers, actor, records.now());
        records.journal(actor, "meeting-minutes-issued", meeting.id(), digest);
        var quoted = meeting.number() + " " + meeting.wish().title();
        for (var one : file.resolutions()) {
            var event = records.event(actor, one, Resolution.Step.ISSUED, quoted, null, null);
            records.add(actor, one.resolution(), event);
            resolutions.issue(one.resolution().id());
        }
        int agenda = meeting.sheet().agenda();
        int seq = records.move(actor, meeting, Step.CONFIRMED, meeting.wish(), "", agenda);
        records.tell(actor, meeting, meeting.wish().invited(), "confirmed", seq);
        for (var one : file.resolutions()) {
            var units = new ArrayList<>(one.resolution().lead());
            units.addAll(one.resolution().cooperating());
            records.tell(actor, one.resolution(), units, "issued", 1);
        }
        return new MeetingAnswer.Done(meeting.id(), seq);
    }

    private OfficialDocument paper(Actor actor, Meeting.File file) {
        var meeting = file.meeting();
        var wording = templating.current(actor, TemplateKind.MINUTES).wording();
        return MinutesPaper.compose(
                file, records.bodies(meeting.region()).orElseThrow(), records.today(), wording);
    }

    /// The minutes as a document as they read now, for whoever writes or confirms them.
    public Optional<OfficialDocument> preview(Actor actor, UUID id) {
        return acting.read(
                actor,
                () ->
                        meetings.find(id)
                                .filter(m -> m.state() == Step.State.HELD)
                                .filter(
                                        m ->
                                                m.body().equals(actor.body())
                                                        || m.meets().equals(actor.body()))
                                .map(m -> paper(actor, records.whole(m))));
    }

    /// The confirmed minutes as they were issued.
    public Optional<byte[]> docx(Actor actor, UUID id) {
        return acting.read(actor, () -> minutes.docx(id));
    }

    /// The confirmed minutes as they were issued.
    public Optional<byte[]> pdf(Actor actor, UUID id) {
        return acting.read(actor, () -> minutes.pdf(id));
    }

    /// The confirmed minutes as they were issued; empty for those issued before there was OFD.
    public Optional<byte[]> ofd(Actor actor, UUID id) {
        return acting.read(actor, () -> minutes.ofd(id));
    }

    /// Runs work of whoever called the meeting while it is held.
    private MeetingAnswer held(Actor actor, UUID id, Function<Meeting, MeetingAnswer> work) {
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
                    if (meeting.get().state() != Step.State.HELD) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_NOW);
                    }
                    return work.apply(meeting.get());
                });
    }
}
