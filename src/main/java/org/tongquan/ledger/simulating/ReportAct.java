package org.tongquan.ledger.simulating;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Filing;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.NewReport;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;

/// Lead units report on the items of the plan, each party at its own pace; the office gives a few
/// reports back.
@Component
@Order(20)
class ReportAct implements Act {
    private static final int RHYTHM = 40;
    private static final int WHOLE = 100;
    private static final int STEP = 5;
    private static final int DILIGENT_PACE = 95;
    private static final int SLOW_PACE = 45;
    private static final int SPREAD = 25;
    private static final int RETURNED_PERCENT = 2;

    private final Planning planning;
    private final Ledger ledger;

    ReportAct(Planning planning, Ledger ledger) {
        this.planning = planning;
        this.ledger = ledger;
    }

    @Override
    public void on(Play play, LocalDate today) {
        if (play.plan().isEmpty()) {
            return;
        }
        var office = play.cast().with(Power.SUPERVISE);
        var plan = planning.find(office, play.plan().get()).orElseThrow();
        if (!plan.isPublished()) {
            return;
        }
        for (var item : plan.items()) {
            for (var party : item.parties()) {
                if (isDue(play, item, party, today)) {
                    report(play, office, item, party, today);
                }
            }
        }
    }

    /// Every forty days, each obligation on a day of its own; at once when a notice made it hurry.
    private static boolean isDue(Play play, PlanItem item, String party, LocalDate today) {
        var key = item.id() + "~" + party;
        if (today.isBefore(item.start()) || play.percent(item.id(), party) == WHOLE) {
            return false;
        }
        if (play.noted("hurry " + key).isPresent()) {
            return true;
        }
        if (play.cast().temper(party) == Cast.Temper.SILENT) {
            return false;
        }
        var last =
                play.noted("reported " + key)
                        .orElse(item.start().minusDays(play.draw("phase " + key, RHYTHM)));
        return ChronoUnit.DAYS.between(last, today) >= RHYTHM;
    }

    private void report(Play play, Actor office, PlanItem item, String party, LocalDate today) {
        var key = item.id() + "~" + party;
        int percent = percent(play, item, party, today);
        var card = ledger.find(office, play.region(), item.id());
        if (card.isEmpty()) {
            return;
        }
        var lead =
                card.get().leads(party).stream()
                        .findFirst()
                        .map(play::actor)
                        .orElseGet(() -> play.cast().of(party));
        var text =
                percent == WHOLE
                        ? Play.MARK + "任务已完成，佐证材料附后。"
                        : Play.MARK + "按计划推进，累计完成%d%%。".formatted(percent);
        var proof = percent == WHOLE ? List.of(proof(item)) : List.<ProgressReport.Attachment>of();
        var answer =
                ledger.report(
                        lead,
                        new NewReport(
                                play.region(),
                                item.id(),
                                party,
                                today,
                                percent,
                                text,
                                proof,
                                true));
        if (!play.count("report-filed", answer instanceof Filing.Filed, key + " " + answer)) {
            return;
        }
        play.note("reported " + key, today);
        play.reported(item.id(), party, percent);
        if (answer instanceof Filing.Filed(var id, var _)
                && play.chance("back " + key + today, RETURNED_PERCENT)) {
            var back = ledger.giveBack(office, id, Play.MARK + "缺少佐证材料，请补充后重报");
            play.count("report-returned", back instanceof Filing.Returned, back);
            play.reported(item.id(), party, Math.min(percent, WHOLE - STEP));
        }
    }

    private static int percent(Play play, PlanItem item, String party, LocalDate today) {
        var key = item.id() + "~" + party;
        if (play.noted("hurry " + key).isPresent()) {
            return WHOLE;
        }
        int pace =
                (play.cast().temper(party) == Cast.Temper.SLOW ? SLOW_PACE : DILIGENT_PACE)
                        + play.draw("pace " + key, SPREAD);
        long whole = Math.max(1, ChronoUnit.DAYS.between(item.start(), item.deadline()));
        // units look ahead: what they do is done by the next report
        long gone = ChronoUnit.DAYS.between(item.start(), today) + RHYTHM;
        int percent = (int) Math.min(WHOLE, gone * pace / whole) / STEP * STEP;
        return Math.max(percent, play.percent(item.id(), party));
    }

    private static ProgressReport.Attachment proof(PlanItem item) {
        var text = Play.MARK + item.textZh();
        return new ProgressReport.Attachment(
                item.id() + ".txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
