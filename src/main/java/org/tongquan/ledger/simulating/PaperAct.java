package org.tongquan.ledger.simulating;

import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.reporting.Issuing;
import org.tongquan.ledger.reporting.Reporting;
import org.tongquan.ledger.template.TemplateKind;

/// The report of the half-year and the one at the end.
@Component
@Order(90)
class PaperAct implements Act {
    private static final int HALF = 182;
    private static final int END = 360;

    private final Reporting reporting;

    PaperAct(Reporting reporting) {
        this.reporting = reporting;
    }

    @Override
    public void on(Play play, LocalDate today) {
        if (play.once("half-year report", today, HALF)) {
            issue(play, today, "半年", TemplateKind.HALF_YEAR);
        }
        if (play.once("annual report", today, END)) {
            issue(play, today, "年度", TemplateKind.ANNUAL);
        }
    }

    private void issue(Play play, LocalDate today, String span, TemplateKind kind) {
        var title = play.version().compact().compact().name().zh() + "任务" + span + "进展情况的报告（演示）";
        var answer =
                reporting.issue(
                        play.cast().with(Power.ISSUE_REPORT),
                        play.region(),
                        new Reporting.Wish(today, title, "", "", kind));
        play.count("report-issued", answer instanceof Issuing.Done, answer);
    }
}
