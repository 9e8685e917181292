package org.tongquan.browser;

import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.matter.Alerting;
import org.tongquan.ledger.matter.Matter;
import org.tongquan.ledger.matter.MatterAnswer;
import org.tongquan.ledger.meeting.Answering;
import org.tongquan.ledger.meeting.Convening;
import org.tongquan.ledger.meeting.Meeting;
import org.tongquan.ledger.meeting.MeetingAnswer;
import org.tongquan.ledger.meeting.Minuting;
import org.tongquan.ledger.meeting.Preparing;
import org.tongquan.ledger.meeting.Resolution;

/// A meeting in preparation, one that is held, one with confirmed minutes; a major matter.
final class MeetingSamples implements Routes.Samples {
    private static final UUID NEW = new UUID(0, 0);
    private static final String PARTY = "370100";
    private static final Actor GOVERNMENT =
            new Actor(
                    "-",
                    LedgerSamples.REGION + ":gov-" + PARTY,
                    LedgerSamples.REGION,
                    Set.of(Power.REPORT_PROGRESS));

    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var draft = called(house, "下月会议");
        var paper = paper(house, draft);
        var held = held(house, "正在召开的会议");
        var confirmed = held(house, "第一次联席会议");
        var decision = confirmed(house, confirmed);
        var matter = matter(house);
        var page = "/meetings/" + held;
        var routes = new LinkedHashMap<String, List<String>>();
        routes.put("/meetings", List.of("/meetings", "/meetings?month=2021-02"));
        routes.put("/meetings/{id}", List.of(page, "/meetings/" + draft, "/meetings/" + confirmed));
        routes.put("/meetings/{id}.pdf", List.of("/meetings/" + confirmed + ".pdf"));
        routes.put("/meetings/{id}.ofd", List.of("/meetings/" + confirmed + ".ofd"));
        routes.put("/meetings/{id}.docx", List.of("/meetings/" + confirmed + ".docx"));
        routes.put("/meetings/papers/{paper}", List.of("/meetings/papers/" + paper));
        routes.put(
                "/meetings/resolutions",
                List.of("/meetings/resolutions", "/meetings/resolutions?mine=true&open=false"));
        routes.put("/meetings/resolutions/{id}", List.of("/meetings/resolutions/" + decision));
        routes.put("/matters", List.of("/matters", "/matters?open=true"));
        routes.put("/matters/{id}", List.of("/matters/" + matter));
        var alerting = house.getBean(Alerting.class);
        var file = alerting.find(LedgerSamples.OFFICE, matter).orElseThrow().attached().getFirst();
        routes.put("/matters/files/{file}", List.of("/matters/files/" + file.id()));
        return routes;
    }

    private static UUID done(MeetingAnswer answer) {
        return ((MeetingAnswer.Done) answer).id();
    }

    private static UUID called(ApplicationContext house, String title) {
        var office = LedgerSamples.OFFICE;
        var wish =
                new Meeting.Wish(
                        title,
                        house.getBean(Ledger.class).today(),
                        LocalTime.of(9, 30),
                        "一号会议室",
                        "轮值主席",
                        List.of(GOVERNMENT.body()));
        return done(
                house.getBean(Convening.class)
                        .call(office, "joint", LedgerSamples.REGION + ":joint-conference", wish));
    }

    private static UUID paper(ApplicationContext house, UUID meeting) {
        var file = new ProgressReport.Attachment("paper.txt", "text/plain", new byte[] {65});
        return done(house.getBean(Preparing.class).attach(LedgerSamples.OFFICE, meeting, file));
    }

    private static UUID held(ApplicationContext house, String title) {
        var office = LedgerSamples.OFFICE;
        var convening = house.getBean(Convening.class);
        var id = called(house, title);
        var point = new Meeting.Point(NEW, Meeting.Origin.OWN, "", "", "通报上半年进展", "听取汇报");
        done(house.getBean(Preparing.class).agenda(office, id, 1, List.of(point)));
        done(convening.invite(office, id, 2));
        done(
                house.getBean(Answering.class)
                        .answer(GOVERNMENT, id, 0, Meeting.Presence.DEPUTY, "分管负责同志"));
        done(convening.hold(office, id, 3));
        var minuting = house.getBean(Minuting.class);
        var seat =
                new Meeting.Seat(
                        GOVERNMENT.body(), 0, Meeting.Presence.ATTENDING, "主要负责同志", Instant.EPOCH);
        done(minuting.attendance(office, id, List.of(seat)));
        var file = convening.find(office, id).orElseThrow();
        var on = file.points().getFirst().id();
        done(minuting.minute(office, id, on, 0, "会议听取了进展汇报。\n会议要求加快推进。"));
        var decision =
                new Resolution(
                        NEW,
                        id,
                        LedgerSamples.REGION,
                        on,
                        0,
                        0,
                        "月底前提交整改方案。",
                        List.of(GOVERNMENT.body()),
                        List.of(),
                        List.of(PARTY),
                        house.getBean(Ledger.class).today().plusDays(30),
                        false);
        done(minuting.resolve(office, decision));
        return id;
    }

    private static UUID confirmed(ApplicationContext house, UUID meeting) {
        var office = LedgerSamples.OFFICE;
        done(house.getBean(Minuting.class).confirm(office, meeting, 4));
        var file = house.getBean(Convening.class).find(office, meeting).orElseThrow();
        return file.resolutions().getFirst().resolution().id();
    }

    private static UUID matter(ApplicationContext house) {
        var alerting = house.getBean(Alerting.class);
        var file = new ProgressReport.Attachment("site.txt", "text/plain", new byte[] {65});
        var report =
                new Alerting.Report(
                        alerting.open(),
                        "sample matter",
                        "happened",
                        "needed",
                        true,
                        List.of(file));
        var id = ((MatterAnswer.Done) alerting.report(GOVERNMENT, report)).id();
        alerting.act(LedgerSamples.OFFICE, id, Matter.Step.ACKNOWLEDGED, 1, "", List.of());
        return id;
    }
}
