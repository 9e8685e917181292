package org.tongquan.ledger.simulating;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.ledger.chasing.Finding;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.chasing.Inspecting;
import org.tongquan.ledger.chasing.Inspection;

/// One special inspection: two parties visited, something found at each, put right, checked again.
@Component
@Order(70)
class InspectAct implements Act {
    private static final int OPENED = 205;
    private static final int RECTIFIED_AFTER = 8;
    private static final int CHECKED_AFTER = 3;
    private static final int VISITED = 2;

    private final Inspecting inspecting;

    InspectAct(Inspecting inspecting) {
        this.inspecting = inspecting;
    }

    @Override
    public void on(Play play, LocalDate today) {
        var office = play.cast().body(inspecting::mayOpen);
        if (office.isEmpty()) {
            return;
        }
        if (play.once("inspection", today, OPENED)) {
            var parties = play.cast().parties();
            var visited = parties.subList(0, Math.min(VISITED, parties.size()));
            var plan =
                    new Inspecting.Plan("重点任务专项督导（模拟）", Play.MARK + "年度重点任务", visited, List.of());
            var answer = inspecting.open(office.get(), plan);
            if (done(play, "inspection-opened", answer)
                    && answer instanceof Handling.Done(var id, var _)) {
                for (var party : visited) {
                    var text = Play.MARK + "台账与现场进度不一致";
                    done(play, "finding-noted", inspecting.find(office.get(), id, party, "", text));
                }
            }
            return;
        }
        for (var file : inspecting.list(office.get(), true)) {
            for (var found : file.findings()) {
                step(play, office.get().body(), found, today);
            }
            if (file.isSettled()) {
                done(
                        play,
                        "inspection-closed",
                        inspecting.close(
                                office.get(), file.inspection().id(), Play.MARK + "问题均已整改"));
            }
        }
    }

    private void step(Play play, String office, Inspection.Found found, LocalDate today) {
        var last = found.course().events().getLast();
        long days = ChronoUnit.DAYS.between(last.on(), today);
        var finding = found.finding();
        switch (found.course().state()) {
            case AWAITING_RECTIFICATION -> {
                if (days >= RECTIFIED_AFTER) {
                    act(play, finding.units().getFirst(), found, Finding.Step.RECTIFIED);
                }
            }
            case AWAITING_CHECK -> {
                if (days >= CHECKED_AFTER) {
                    boolean again = play.once("again", today, 0);
                    act(play, office, found, again ? Finding.Step.AGAIN : Finding.Step.PASSED);
                }
            }
            case SETTLED -> {}
        }
    }

    private void act(Play play, String body, Inspection.Found found, Finding.Step step) {
        var answer =
                inspecting.act(
                        play.actor(body),
                        found.finding().id(),
                        step,
                        found.course().seq(),
                        Play.MARK + "情况说明");
        done(play, "finding-" + step.word(), answer);
    }

    private static boolean done(Play play, String what, Handling answer) {
        return play.count(what, answer instanceof Handling.Done, answer);
    }
}
