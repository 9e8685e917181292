package org.tongquan.ledger.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongquan.ledger.meeting.MeetingTest.done;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.host.HouseClock;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.ProgressReport;

/// Every door of a meeting leaves its entry in the journal.
@HouseTest
class MeetingDoorsTest {
    private static final long DAY = 86_400;

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void everyDoorOfAMeetingLeavesItsEntry() {
        var held = new MeetingTest.Held(new Basin(house, "basin-meet-doors"));
        var doors = new DrivenDoors();
        var convening = held.convening();
        var minuting = held.minuting();
        var preparing = held.basin.door(Preparing.class);
        var answering = held.basin.door(Answering.class);
        var resolving = held.basin.door(Resolving.class);
        var office = held.office;
        var today = held.basin.ledger().today();
        doors.run("Convening.choices", () -> convening.choices(office));
        doors.run("Convening.usual", () -> convening.usual(office));
        doors.run("Convening.bodies", () -> convening.bodies(office));
        done(doors.run("Convening.call", held::call));
        doors.run("Convening.list", () -> convening.list(office, today, today.plusDays(9)));
        doors.run("Convening.find", () -> convening.find(office, held.id));
        done(
                doors.run(
                        "Convening.change",
                        () -> convening.change(office, held.id, held.seq(), held.wish(), "")));
        var called = done(held.call()).id();
        done(doors.run("Convening.cancel", () -> convening.cancel(office, called, 1, "改期")));
        doors.run("Preparing.proposals", () -> preparing.proposals(office, held.id));
        done(doors.run("Preparing.agenda", () -> held.agenda("议题")));
        var file = new ProgressReport.Attachment("a.txt", "text/plain", new byte[] {65});
        var paper =
                done(doors.run("Preparing.attach", () -> preparing.attach(office, held.id, file)));
        doors.run("Preparing.paper", () -> preparing.paper(office, paper.id()));
        done(doors.run("Convening.invite", () -> convening.invite(office, held.id, held.seq())));
        doors.run("Answering.invitations", () -> answering.invitations(held.gov));
        var come = Meeting.Presence.ATTENDING;
        done(
                doors.run(
                        "Answering.answer",
                        () -> answering.answer(held.gov, held.id, 0, come, "市长")));
        clock.moveTo(clock.instant().plusSeconds(7 * DAY));
        done(doors.run("Convening.hold", () -> convening.hold(office, held.id, held.seq())));
        var seats =
                List.of(
                        MeetingTest.Held.seat(held.gov.body(), come, ""),
                        MeetingTest.Held.seat(held.unit.body(), come, ""));
        done(doors.run("Minuting.attendance", () -> minuting.attendance(office, held.id, seats)));
        var point = held.file().points().getFirst().id();
        done(doors.run("Minuting.minute", () -> minuting.minute(office, held.id, point, 0, "记录")));
        var noted = held.decision("议定", null);
        var wrong = done(minuting.resolve(office, noted));
        done(doors.run("Minuting.drop", () -> minuting.drop(office, wrong.id(), 1)));
        var kept = done(doors.run("Minuting.resolve", () -> minuting.resolve(office, noted)));
        doors.run("Minuting.mayConfirm", () -> minuting.mayConfirm(office, held.file().meeting()));
        doors.run("Minuting.missing", () -> minuting.missing(held.file()));
        doors.run("Minuting.preview", () -> minuting.preview(office, held.id));
        done(doors.run("Minuting.confirm", () -> minuting.confirm(office, held.id, held.seq())));
        doors.run("Minuting.docx", () -> minuting.docx(office, held.id));
        doors.run("Minuting.pdf", () -> minuting.pdf(office, held.id));
        doors.run("Minuting.ofd", () -> minuting.ofd(office, held.id));
        doors.run("Resolving.list", () -> resolving.list(office, false, false));
        var one = doors.run("Resolving.find", () -> resolving.find(office, kept.id()));
        doors.run("Resolving.next", () -> resolving.next(office, one.orElseThrow()));
        doors.run("Resolving.plans", () -> resolving.plans(office));
        doors.run(
                "Resolving.intoPlan",
                () -> resolving.intoPlan(office, kept.id(), 1, MeetingRecords.NEW, ""));
        var reported = Resolution.Step.REPORTED;
        done(
                doors.run(
                        "Resolving.act",
                        () -> resolving.act(held.unit, kept.id(), reported, 1, "好")));
        held.call();
        clock.moveTo(clock.instant().plusSeconds(90 * DAY));
        var day = house.getBean(MeetingDay.class);
        doors.run(
                "MeetingDay.begin",
                () -> {
                    day.begin(held.basin.region(), held.basin.ledger().today());
                    return day;
                });
        doors.requireAll(
                List.of(
                        MeetingDay.class,
                        Convening.class,
                        Preparing.class,
                        Answering.class,
                        Minuting.class,
                        Resolving.class));
        assertThat(doors.wrote("Minuting.confirm"))
                .contains("ledger.meeting_issued", "ledger.resolution_event", "ledger.told");
    }
}
