package org.tongquan.ledger.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.planning.Adjusting;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanStep;
import org.tongquan.ledger.planning.PlanSteps;
import org.tongquan.ledger.planning.Planning;

/// Meetings from the call to the decision that became an item, through their doors.
@HouseTest
class MeetingTest {
    private static final String UNIT = "990321/shuili";
    private static final long DAY = 86_400;

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    /// A meeting in the invented region, taken on step by step.
    static final class Held {
        final Basin basin;
        final Actor office;
        final Actor gov;
        final Actor unit;
        final UUID id;

        Held(Basin basin) {
            this.basin = basin;
            office = basin.office();
            gov = basin.actor(basin.region() + ":yunchuan-gov", Power.REPORT_PROGRESS);
            unit = basin.unit(UNIT);
            id = done(call()).id();
        }

        Meeting.Wish wish() {
            return new Meeting.Wish(
                    "第一次联席会议",
                    basin.ledger().today().plusDays(7),
                    LocalTime.of(9, 0),
                    "一号会议室",
                    "理事长",
                    List.of(gov.body(), unit.body()));
        }

        MeetingAnswer call() {
            return convening().call(office, "joint", basin.region() + ":council", wish());
        }

        Convening convening() {
            return basin.door(Convening.class);
        }

        Minuting minuting() {
            return basin.door(Minuting.class);
        }

        Meeting.File file() {
            return convening().find(office, id).orElseThrow();
        }

        int seq() {
            return file().meeting().seq();
        }

        MeetingAnswer agenda(String... titles) {
            var points =
                    java.util.Arrays.stream(titles)
                            .map(
                                    t ->
                                            new Meeting.Point(
                                                    MeetingRecords.NEW,
                                                    Meeting.Origin.OWN,
                                                    "",
                                                    "",
                                                    t,
                                                    ""))
                            .toList();
            return basin.door(Preparing.class).agenda(office, id, seq(), points);
        }

        void begin(HouseClock clock) {
            done(agenda("研究疏浚进度", "其他事项"));
            done(convening().invite(office, id, seq()));
            clock.moveTo(clock.instant().plusSeconds(7 * DAY));
            done(convening().hold(office, id, seq()));
        }

        void attend() {
            done(
                    minuting()
                            .attendance(
                                    office,
                                    id,
                                    List.of(
                                            seat(gov.body(), Meeting.Presence.ATTENDING, "市长"),
                                            seat(unit.body(), Meeting.Presence.EXCUSED, "防汛"))));
        }

        static Meeting.Seat seat(String body, Meeting.Presence presence, String who) {
            return new Meeting.Seat(body, 0, presence, who, java.time.Instant.EPOCH);
        }

        void minute() {
            for (var point : file().points()) {
                done(minuting().minute(office, id, point.id(), 0, "会议听取了汇报。\n会议认为应当抓紧。"));
            }
        }

        Resolution decision(String text, LocalDate deadline) {
            return new Resolution(
                    MeetingRecords.NEW,
                    id,
                    basin.region(),
                    file().points().getFirst().id(),
                    0,
                    0,
                    text,
                    List.of(UNIT),
                    List.of(),
                    List.of("990321"),
                    deadline,
                    false);
        }

        /// A decision of confirmed minutes.
        UUID decided(HouseClock clock, LocalDate deadline) {
            begin(clock);
            attend();
            minute();
            var made = done(minuting().resolve(office, decision("年底前完成上游疏浚。", deadline)));
            done(minuting().confirm(office, id, seq()));
            return made.id();
        }
    }

    static MeetingAnswer.Done done(MeetingAnswer answer) {
        assertThat(answer).isInstanceOf(MeetingAnswer.Done.class);
        return (MeetingAnswer.Done) answer;
    }

    private static MeetingAnswer refused(MeetingFault fault) {
        return MeetingAnswer.Refused.of(fault);
    }

    @Test
    void whoIsInvitedIsToldSeesItAndAnswers() {
        var held = new Held(new Basin(house, "basin-meet"));
        var inbox = held.basin.door(Inbox.class);
        assertThat(held.convening().find(held.gov, held.id)).isEmpty();
        assertThat(held.convening().invite(held.office, held.id, held.seq()))
                .isEqualTo(refused(MeetingFault.AGENDA));
        done(held.agenda("研究疏浚进度"));
        done(held.convening().invite(held.office, held.id, held.seq()));
        assertThat(inbox.list(held.gov, true))
                .extracting(t -> t.message())
                .contains("meeting.told.invited");
        var answering = held.basin.door(Answering.class);
        assertThat(answering.invitations(held.gov)).hasSize(1);
        done(answering.answer(held.gov, held.id, 0, Meeting.Presence.DEPUTY, "副市长"));
        assertThat(answering.answer(held.gov, held.id, 0, Meeting.Presence.EXCUSED, "外出"))
                .isEqualTo(new MeetingAnswer.Stale(held.id, 1));
        done(answering.answer(held.gov, held.id, 1, Meeting.Presence.ATTENDING, "市长"));
        assertThat(held.file().answers())
                .extracting(Meeting.Seat::presence)
                .containsExactly(Meeting.Presence.ATTENDING);
        var stranger = held.basin.unit("990200/huanjing");
        assertThat(held.convening().find(stranger, held.id)).isEmpty();
        assertThat(answering.answer(stranger, held.id, 0, Meeting.Presence.ATTENDING, ""))
                .isEqualTo(refused(MeetingFault.NOT_FOUND));
        assertThat(held.convening().call(stranger, "joint", "x", held.wish()))
                .isEqualTo(refused(MeetingFault.NOT_YOURS));
    }

    @Test
    void theSecondOfTwoClerksIsToldAndNothingIsLost() {
        var held = new Held(new Basin(house, "basin-meet-two"));
        int shown = held.seq();
        done(held.agenda("第一位办事员的议题"));
        assertThat(held.convening().change(held.office, held.id, shown, held.wish(), ""))
                .isEqualTo(new MeetingAnswer.Stale(held.id, shown + 1));
        held.begin(clock);
        var point = held.file().points().getFirst().id();
        done(held.minuting().minute(held.office, held.id, point, 0, "甲记"));
        assertThat(held.minuting().minute(held.office, held.id, point, 0, "乙记"))
                .isEqualTo(new MeetingAnswer.Stale(point, 1));
        assertThat(held.file().minutesOf(point)).isEqualTo("甲记");
    }

    @Test
    void minutesAreConfirmedWhenTheyAreWholeAndThenFrozen() {
        var held = new Held(new Basin(house, "basin-meet-freeze"));
        held.begin(clock);
        assertThat(held.minuting().confirm(held.office, held.id, held.seq()))
                .isEqualTo(
                        new MeetingAnswer.Refused(
                                List.of(MeetingFault.ATTENDANCE, MeetingFault.MINUTES)));
        held.attend();
        held.minute();
        assertThat(held.minuting().preview(held.office, held.id)).isPresent();
        assertThat(held.minuting().preview(held.gov, held.id)).isEmpty();
        assertThat(held.convening().find(held.gov, held.id).orElseThrow().minutes()).isEmpty();
        assertThat(held.minuting().confirm(held.gov, held.id, held.seq()))
                .isEqualTo(refused(MeetingFault.NOT_YOURS));
        done(held.minuting().confirm(held.office, held.id, held.seq()));
        assertThat(held.convening().find(held.gov, held.id).orElseThrow().minutes()).hasSize(2);
        assertThat(held.minuting().pdf(held.gov, held.id).orElseThrow())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        var point = held.file().points().getFirst().id();
        assertThat(held.minuting().minute(held.office, held.id, point, 1, "改"))
                .isEqualTo(refused(MeetingFault.NOT_NOW));
        assertThat(held.minuting().resolve(held.office, held.decision("再议", null)))
                .isEqualTo(refused(MeetingFault.NOT_NOW));
        assertThat(held.agenda("再加一项")).isEqualTo(refused(MeetingFault.NOT_NOW));
    }

    @Test
    void aDecisionIsCarriedOutReportedAndClosedByAnother() {
        var held = new Held(new Basin(house, "basin-meet-decide"));
        var deadline = held.basin.ledger().today().plusDays(30);
        var id = held.decided(clock, deadline);
        var resolving = held.basin.door(Resolving.class);
        assertThat(resolving.list(held.unit, true, true)).hasSize(1);
        assertThat(resolving.act(held.unit, id, Resolution.Step.CLOSED, 1, "做完了"))
                .isEqualTo(refused(MeetingFault.OWN_CASE));
        clock.moveTo(clock.instant().plusSeconds(30 * DAY));
        assertThat(resolving.find(held.unit, id).orElseThrow().course().daysOver()).isEqualTo(7);
        var day = house.getBean(MeetingDay.class);
        day.begin(held.basin.region(), held.basin.ledger().today());
        day.begin(held.basin.region(), held.basin.ledger().today());
        assertThat(held.basin.door(Inbox.class).list(held.unit, false))
                .filteredOn(t -> t.message().equals("meeting.told.resolution.overdue"))
                .hasSize(1);
        done(resolving.act(held.unit, id, Resolution.Step.REPORTED, 1, "已完成疏浚"));
        assertThat(resolving.act(held.office, id, Resolution.Step.CLOSED, 1, "属实"))
                .isEqualTo(new MeetingAnswer.Stale(id, 2));
        done(resolving.act(held.office, id, Resolution.Step.CLOSED, 2, "属实"));
        assertThat(resolving.list(held.office, false, true)).isEmpty();
    }

    @Test
    void whatABodyOfAPartyIsToDoAnyOfItsUnitsMayReport() {
        var held = new Held(new Basin(house, "basin-meet-party"));
        held.begin(clock);
        held.attend();
        held.minute();
        var wanted = held.decision("统一过闸调度。", null);
        var whole =
                new Resolution(
                        wanted.id(),
                        wanted.meeting(),
                        wanted.region(),
                        wanted.point(),
                        0,
                        0,
                        wanted.text(),
                        List.of(held.basin.region() + ":yunchuan-departments"),
                        List.of(),
                        List.of("990100"),
                        null,
                        false);
        var id = done(held.minuting().resolve(held.office, whole)).id();
        done(held.minuting().confirm(held.office, held.id, held.seq()));
        var resolving = held.basin.door(Resolving.class);
        var theirs = held.basin.unit("990100/hangdao");
        var others = held.basin.unit("990200/hangdao");
        assertThat(resolving.find(others, id)).isEmpty();
        done(resolving.act(theirs, id, Resolution.Step.REPORTED, 1, "已统一"));
        var own = held.basin.actor("990100/hangdao", Power.values());
        assertThat(resolving.act(own, id, Resolution.Step.CLOSED, 2, "属实"))
                .isEqualTo(refused(MeetingFault.OWN_CASE));
    }

    @Test
    void anOpenDecisionIsProposedToTheNextMeeting() {
        var held = new Held(new Basin(house, "basin-meet-next"));
        var id = held.decided(clock, null);
        var next = new Held(held.basin);
        var preparing = held.basin.door(Preparing.class);
        var proposed =
                preparing.proposals(held.office, next.id).stream()
                        .filter(p -> p.origin() == Meeting.Origin.RESOLUTION)
                        .findFirst()
                        .orElseThrow();
        assertThat(proposed.subject()).isEqualTo(id.toString());
        var point =
                new Meeting.Point(
                        MeetingRecords.NEW,
                        proposed.origin(),
                        proposed.subject(),
                        "",
                        proposed.zh(),
                        "");
        done(preparing.agenda(held.office, next.id, next.seq(), List.of(point)));
        assertThat(preparing.proposals(held.office, next.id))
                .noneMatch(p -> p.subject().equals(id.toString()));
        assertThat(preparing.proposals(held.gov, next.id)).isEmpty();
    }

    @Test
    void aDecisionBecomesAnItemOfThePlanThroughThePlansOwnDoor() {
        var basin = new Basin(house, "basin-meet-plan");
        basin.adopt(Map.of("version: \"2025.1\"", "version: \"2\""));
        var planning = basin.door(Planning.class);
        int year = basin.ledger().today().getYear() + 1;
        var plan = ((PlanAnswer.Done) planning.draw(basin.office(), year, "计划")).id();
        var held = new Held(basin);
        var first = held.decided(clock, LocalDate.of(year, 6, 30));
        int before = planning.find(held.office, plan).orElseThrow().items().size();
        var resolving = basin.door(Resolving.class);
        assertThat(resolving.plans(held.office)).hasSize(1);
        done(resolving.intoPlan(held.office, first, 1, plan, ""));
        var items = planning.find(held.office, plan).orElseThrow().items();
        assertThat(items).hasSize(before + 1);
        assertThat(items.getLast().textZh()).isEqualTo("年底前完成上游疏浚。");
        assertThat(resolving.find(held.office, first).orElseThrow().course().state())
                .isEqualTo(Resolution.State.PLANNED);
        var steps = basin.door(PlanSteps.class);
        steps.take(held.office, plan, PlanStep.Kind.CIRCULATED, "");
        clock.moveTo(clock.instant().plusSeconds(28 * DAY));
        assertThat(steps.take(held.office, plan, PlanStep.Kind.PUBLISHED, ""))
                .isInstanceOf(PlanAnswer.Done.class);
        var again = new Held(basin);
        var second = again.decided(clock, LocalDate.of(year, 9, 30));
        done(resolving.intoPlan(held.office, second, 1, plan, ""));
        var asked = basin.door(Adjusting.class).list(held.office, plan).getFirst();
        assertThat(asked.wish().texts()).containsExactly("年底前完成上游疏浚。");
        assertThat(resolving.find(held.office, second).orElseThrow().course().events().getLast())
                .extracting(Resolution.Event::adjustment)
                .isEqualTo(asked.id());
    }
}
