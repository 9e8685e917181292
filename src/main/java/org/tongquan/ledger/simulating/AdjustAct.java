package org.tongquan.ledger.simulating;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.compact.conduct.PlanRule.Change;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.planning.Adjusting;
import org.tongquan.ledger.planning.Adjustment;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;

/// Changes to the published plan: a deadline moved, an item split, another target, a cancellation
/// that is refused. Asked for by a party's government, decided by whoever the rule names.
@Component
@Order(40)
class AdjustAct implements Act {
    private static final int MOVED = 150;
    private static final int SPLIT = 170;
    private static final int RETARGETED = 185;
    private static final int CANCELLED = 200;
    private static final int DECIDED_AFTER = 5;
    private static final int LONGER = 45;

    private final Planning planning;
    private final Adjusting adjusting;

    AdjustAct(Planning planning, Adjusting adjusting) {
        this.planning = planning;
        this.adjusting = adjusting;
    }

    @Override
    public void on(Play play, LocalDate today) {
        var office = play.cast().with(Power.DRAFT);
        var plan = play.plan().flatMap(id -> planning.find(office, id));
        if (plan.isEmpty() || !plan.get().isPublished()) {
            return;
        }
        var items =
                plan.get().items().stream()
                        .filter(i -> i.deadline().isAfter(today.plusDays(LONGER)))
                        .toList();
        if (!items.isEmpty()) {
            ask(play, items, today);
        }
        for (var asked : adjusting.list(office, plan.get().head().id())) {
            var since = LocalDate.ofInstant(asked.at(), org.tongquan.ledger.Ledger.ZONE);
            if (asked.decision() == null && !since.plusDays(DECIDED_AFTER).isAfter(today)) {
                decide(play, asked);
            }
        }
    }

    private void ask(Play play, List<PlanItem> items, LocalDate today) {
        var moved = items.getFirst();
        if (play.once("moved", today, MOVED)) {
            var latest = LocalDate.of(play.script().to().getYear(), 12, 31);
            var later = moved.deadline().plusDays(LONGER);
            ask(
                    play,
                    moved,
                    wish(
                            Change.MOVE_DEADLINE,
                            moved,
                            List.of(),
                            later.isAfter(latest) ? latest.minusDays(1) : later),
                    proof());
        }
        var split = items.get(items.size() / 2);
        if (play.once("split", today, SPLIT)) {
            var texts = List.of("（一期）" + split.textZh(), "（二期）" + split.textZh());
            ask(play, split, wish(Change.SPLIT, split, texts, null), null);
        }
        var target = items.getLast();
        if (play.once("retargeted", today, RETARGETED)) {
            var texts = List.of("（目标调整）" + target.textZh());
            ask(play, target, wish(Change.CHANGE_TARGET, target, texts, null), proof());
        }
        var dropped = items.get(items.size() / 4);
        if (play.once("cancelled", today, CANCELLED)) {
            ask(play, dropped, wish(Change.CANCEL, dropped, List.of(), null), null);
        }
    }

    private static Adjustment.Wish wish(
            Change change, PlanItem item, List<String> texts, @Nullable LocalDate deadline) {
        return new Adjustment.Wish(
                change,
                List.of(item.id()),
                texts,
                "",
                List.of(),
                List.of(),
                deadline,
                Play.MARK + "前期手续审批周期较长，申请动态调整");
    }

    private static ProgressReport.Attachment proof() {
        var text = Play.MARK + "调整依据说明";
        return new ProgressReport.Attachment(
                "basis.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private void ask(
            Play play,
            PlanItem item,
            Adjustment.Wish wish,
            ProgressReport.@Nullable Attachment evidence) {
        var asks = play.cast().of(item.parties().getFirst());
        var answer = adjusting.ask(asks, play.plan().orElseThrow(), wish, evidence);
        play.count("adjustment-asked", answer instanceof PlanAnswer.Done, wish + " " + answer);
    }

    private void decide(Play play, Adjustment asked) {
        var change = asked.wish().change();
        Optional<Actor> decides = play.cast().body(a -> adjusting.mayDecide(a, change));
        if (decides.isEmpty()) {
            play.count("adjustment-decided", false, "nobody decides about " + change);
            return;
        }
        boolean approved = change != Change.CANCEL;
        var reason = Play.MARK + (approved ? "理由充分，同意调整" : "任务仍需完成，不予取消");
        var answer = adjusting.decide(decides.get(), asked.id(), approved, reason);
        if (play.count("adjustment-decided", answer instanceof PlanAnswer.Done, answer)) {
            play.travelled(
                    change == Change.SPLIT ? Path.SPLIT : Path.ADJUSTED,
                    asked.wish().items().getFirst());
        }
    }
}
