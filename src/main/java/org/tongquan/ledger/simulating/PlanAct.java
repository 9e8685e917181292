package org.tongquan.ledger.simulating;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.planning.Course;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.PlanStep;
import org.tongquan.ledger.planning.PlanSteps;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.standing.Milestone;

/// The yearly plan from the first drawing to its publication, by the procedure of the compact.
@Component
@Order(10)
class PlanAct implements Act {
    /// Items that are kept for the year; the others wait for another.
    private static final int MOST_ITEMS = 60;

    private static final int EARLIER_PERCENT = 60;
    private static final int FIRST_DRAFT = 2;
    private static final int HALF = 50;
    private static final int WHOLE = 100;

    private final Planning planning;
    private final PlanSteps steps;

    PlanAct(Planning planning, PlanSteps steps) {
        this.planning = planning;
        this.steps = steps;
    }

    @Override
    public void on(Play play, LocalDate today) {
        if (play.plan().isEmpty()) {
            if (play.once("plan", today, FIRST_DRAFT)) {
                draw(play);
            }
            return;
        }
        var office = play.cast().with(Power.DRAFT);
        var plan = planning.find(office, play.plan().get()).orElseThrow();
        if (plan.isPublished()) {
            return;
        }
        if (plan.last().kind() == PlanStep.Kind.CIRCULATED && !isOver(plan, today)) {
            comment(play, plan, today);
            return;
        }
        plan.comments().stream()
                .filter(c -> c.reply() == null)
                .forEach(
                        c ->
                                done(
                                        play,
                                        "comment-answered",
                                        planning.answer(
                                                office,
                                                c.id(),
                                                play.chance(c.text(), HALF),
                                                Play.MARK + "已研究")));
        next(play, plan, today);
    }

    private static boolean isOver(Plan plan, LocalDate today) {
        var until = plan.last().answerBy();
        return until == null || today.isAfter(until);
    }

    private void draw(Play play) {
        var office = play.cast().with(Power.DRAFT);
        int year = play.script().to().getYear();
        var answer = planning.draw(office, year, year + "年度工作计划（模拟演示）");
        if (!done(play, "plan-drawn", answer) || !(answer instanceof PlanAnswer.Done(var id))) {
            return;
        }
        play.planned(id);
        var items = planning.find(office, id).orElseThrow().items();
        int step = Math.max(1, (items.size() + MOST_ITEMS - 1) / MOST_ITEMS);
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (i % step != 0) {
                done(play, "item-left", planning.remove(office, id, item.id(), item.revision()));
            } else if (play.chance("early " + item.id(), EARLIER_PERCENT)) {
                done(play, "item-dated", planning.change(office, id, dated(play, item)));
            }
        }
    }

    /// Due some day of the year, with one milestone half way.
    private static PlanItem dated(Play play, PlanItem item) {
        int days = (int) ChronoUnit.DAYS.between(item.start(), item.deadline());
        int due = days / 4 + play.draw("due " + item.id(), days - days / 4 + 1);
        var deadline = item.start().plusDays(due);
        var half = item.start().plusDays(due / 2);
        return item.due(
                deadline,
                List.of(new Milestone(half, HALF, "完成过半"), new Milestone(deadline, WHOLE, "全部完成")));
    }

    private void comment(Play play, Plan plan, LocalDate today) {
        for (var party : play.cast().parties()) {
            if (play.chance("comments " + party, HALF)
                    && play.once("comments " + party, today, 0)) {
                done(
                        play,
                        "plan-commented",
                        planning.comment(
                                play.cast().of(party),
                                plan.head().id(),
                                "",
                                Play.MARK + "建议结合本市实际调整完成时限"));
            }
        }
    }

    /// The step that is due; the last body to agree gives the plan back once.
    private void next(Play play, Plan plan, LocalDate today) {
        var wanted =
                plan.next().stream()
                        .filter(n -> n.kind() != PlanStep.Kind.CIRCULATED || isNew(plan))
                        .filter(
                                n ->
                                        n.kind() != PlanStep.Kind.RETURNED
                                                || returns(play, plan, today))
                        .reduce((first, second) -> second);
        wanted.ifPresent(n -> take(play, plan, n));
    }

    private static boolean isNew(Plan plan) {
        return plan.last().kind() == PlanStep.Kind.DRAWN;
    }

    private static boolean returns(Play play, Plan plan, LocalDate today) {
        boolean approval = plan.next().stream().anyMatch(n -> n.kind() == PlanStep.Kind.APPROVED);
        return approval && play.once("plan returned", today, 0);
    }

    private void take(Play play, Plan plan, Course.Next next) {
        var actor = play.cast().body(next::isFor);
        if (actor.isEmpty()) {
            play.count("plan-" + next.kind().word(), false, "nobody takes this step");
            return;
        }
        var text = next.kind() == PlanStep.Kind.RETURNED ? Play.MARK + "请补充季度节点后再报" : "";
        done(
                play,
                "plan-" + next.kind().word(),
                steps.take(actor.get(), plan.head().id(), next.kind(), text));
    }

    private static boolean done(Play play, String what, PlanAnswer answer) {
        return play.count(what, answer instanceof PlanAnswer.Done, answer);
    }
}
