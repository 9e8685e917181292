package org.tongquan.ledger.meeting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.tongquan.ledger.meeting.Meeting;
import org.tongquan.ledger.meeting.Proposal;
import org.tongquan.site.NotFound;

/// What the forms of a meeting are read as.
class MeetingFormsTest {
    private static final List<Meeting.Point> BEFORE =
            List.of(point(1, "甲"), point(2, "乙"), point(3, "丙"));
    private static final Proposal RED =
            new Proposal(
                    Meeting.Origin.RED,
                    "y01",
                    "990100",
                    "疏浚",
                    "",
                    false,
                    LocalDate.of(2026, 7, 1),
                    "/");

    private static Meeting.Point point(int id, String title) {
        return new Meeting.Point(new UUID(0, id), Meeting.Origin.OWN, "", "", title, "");
    }

    private static MockHttpServletRequest sent() {
        var request = new MockHttpServletRequest();
        BEFORE.forEach(p -> request.addParameter("point", p.id().toString()));
        return request;
    }

    @Test
    void pointsStandInTheOrderTypedThenWhatWasTakenThenOwnOnes() {
        var request = sent();
        request.addParameter("place", "3", "1", "2");
        request.addParameter("title", "甲，改，再改", "乙", "丙");
        request.addParameter("text", "", "", "说明");
        request.addParameter("remove", new UUID(0, 3).toString());
        request.addParameter("take", RED.key(), "red unknown ");
        request.addParameter("own", " 其他, 事项 ", "");
        var agenda =
                MeetingForms.agenda(
                        request, BEFORE, List.of(RED), p -> point(9, p.party() + p.zh()));
        assertThat(agenda)
                .extracting(Meeting.Point::title)
                .containsExactly("乙", "甲，改，再改", "990100疏浚", "其他, 事项");
        assertThat(agenda.getLast().id()).isEqualTo(new UUID(0, 0));
    }

    @Test
    void aFormThatDoesNotFitTheAgendaIsNoForm() {
        var request = sent();
        request.addParameter("place", "1");
        request.addParameter("title", "甲");
        request.addParameter("text", "");
        assertThatThrownBy(
                        () ->
                                MeetingForms.agenda(
                                        request, BEFORE, List.of(), p -> point(9, p.zh())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void attendanceIsReadRowByRow() {
        var request = new MockHttpServletRequest();
        request.addParameter("body", "990100/hangdao", "990200/huanjing");
        request.addParameter("version", "0", "2");
        request.addParameter("presence", "attending", "excused");
        request.addParameter("who", "主任, 副主任", "");
        assertThat(MeetingForms.seats(request))
                .extracting(s -> s.body() + " " + s.version() + " " + s.presence() + " " + s.who())
                .containsExactly(
                        "990100/hangdao 0 ATTENDING 主任, 副主任", "990200/huanjing 2 EXCUSED ");
    }

    @Test
    void aDayThatIsNoneIsNoDay() {
        assertThat(MeetingForms.day("2026-02-30")).isNull();
        assertThat(MeetingForms.day("")).isNull();
        assertThat(MeetingForms.day("2026-07-01")).isEqualTo(LocalDate.of(2026, 7, 1));
    }
}
