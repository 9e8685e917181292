package org.tongquan.ledger.simulating;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.meeting.Answering;
import org.tongquan.ledger.meeting.Convening;
import org.tongquan.ledger.meeting.Meeting;
import org.tongquan.ledger.meeting.MeetingAnswer;
import org.tongquan.ledger.meeting.Minuting;
import org.tongquan.ledger.meeting.Preparing;
import org.tongquan.ledger.meeting.Resolution;

/// Two meetings a year: called, invited to, answered, held on open matters, with minutes and a
/// decision.
@Component
@Order(65)
class MeetAct implements Act {
    private static final UUID NEW = new UUID(0, 0);
    private static final int FIRST = 120;
    private static final int SECOND = 250;
    private static final int AHEAD = 14;
    private static final int MOST_POINTS = 4;
    private static final int TERM = 60;

    private final Convening convening;
    private final Preparing preparing;
    private final Answering answering;
    private final Minuting minuting;

    MeetAct(Convening convening, Preparing preparing, Answering answering, Minuting minuting) {
        this.convening = convening;
        this.preparing = preparing;
        this.answering = answering;
        this.minuting = minuting;
    }

    @Override
    public void on(Play play, LocalDate today) {
        var office = play.cast().body(a -> !convening.choices(a).isEmpty());
        if (office.isEmpty()) {
            return;
        }
        if (play.once("meeting 1", today, FIRST) || play.once("meeting 2", today, SECOND)) {
            call(play, office.get(), today);
        }
        for (var meeting : convening.list(office.get(), today.minusDays(AHEAD), today)) {
            if (play.noted("held " + meeting.id()).isEmpty()) {
                play.note("held " + meeting.id(), today);
                hold(play, office.get(), meeting.id(), today);
            }
        }
    }

    private void call(Play play, Actor office, LocalDate today) {
        var choice = convening.choices(office).getFirst();
        var invited = play.cast().parties().stream().map(p -> play.cast().of(p).body()).toList();
        var wish =
                new Meeting.Wish(
                        choice.sitting().name().zh() + "（模拟）",
                        today.plusDays(AHEAD),
                        LocalTime.of(9, 0),
                        "会议室（模拟）",
                        "",
                        invited);
        var called = convening.call(office, choice.sitting().id(), choice.meets().getFirst(), wish);
        if (!done(play, "meeting-called", called)
                || !(called instanceof MeetingAnswer.Done(var id, int seq))) {
            return;
        }
        var points = new ArrayList<Meeting.Point>();
        preparing.proposals(office, id).stream()
                .limit(MOST_POINTS)
                .map(p -> new Meeting.Point(NEW, p.origin(), p.subject(), p.party(), p.zh(), ""))
                .forEach(points::add);
        points.add(new Meeting.Point(NEW, Meeting.Origin.OWN, "", "", "通报上阶段工作（模拟）", ""));
        if (done(play, "agenda-set", preparing.agenda(office, id, seq, points))) {
            done(play, "meeting-invited", convening.invite(office, id, seq(office, id)));
        }
        for (var party : play.cast().parties()) {
            if (play.cast().temper(party) != Cast.Temper.SILENT) {
                done(
                        play,
                        "invitation-answered",
                        answering.answer(
                                play.cast().of(party),
                                id,
                                0,
                                Meeting.Presence.ATTENDING,
                                "分管负责同志（模拟）"));
            }
        }
    }

    private int seq(Actor office, UUID id) {
        return convening.find(office, id).orElseThrow().meeting().seq();
    }

    private void hold(Play play, Actor office, UUID id, LocalDate today) {
        if (!done(play, "meeting-held", convening.hold(office, id, seq(office, id)))) {
            return;
        }
        var seats = new ArrayList<Meeting.Seat>();
        for (var party : play.cast().parties()) {
            boolean silent = play.cast().temper(party) == Cast.Temper.SILENT;
            var presence = silent ? Meeting.Presence.ABSENT : Meeting.Presence.ATTENDING;
            var body = play.cast().of(party).body();
            seats.add(new Meeting.Seat(body, 0, presence, "", Instant.EPOCH));
        }
        done(play, "attendance-noted", minuting.attendance(office, id, seats));
        var points = convening.find(office, id).orElseThrow().points();
        for (var point : points) {
            done(
                    play,
                    "minutes-written",
                    minuting.minute(office, id, point.id(), 0, Play.MARK + "会议听取汇报，要求抓紧推进。"));
        }
        done(play, "decision-taken", minuting.resolve(office, decision(play, id, points, today)));
        var meeting = convening.find(office, id).orElseThrow().meeting();
        play.cast()
                .body(a -> minuting.mayConfirm(a, meeting))
                .ifPresent(
                        a ->
                                done(
                                        play,
                                        "minutes-confirmed",
                                        minuting.confirm(a, id, meeting.seq())));
    }

    private static Resolution decision(
            Play play, UUID id, List<Meeting.Point> points, LocalDate today) {
        return new Resolution(
                NEW,
                id,
                play.region(),
                points.getFirst().id(),
                0,
                0,
                Play.MARK + "各市于两个月内完成自查并报告",
                List.of(play.cast().of(play.cast().parties().getFirst()).body()),
                List.of(),
                List.of(),
                today.plusDays(TERM),
                false);
    }

    private static boolean done(Play play, String what, MeetingAnswer answer) {
        return play.count(what, answer instanceof MeetingAnswer.Done, answer);
    }
}
