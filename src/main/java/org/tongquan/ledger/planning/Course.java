package org.tongquan.ledger.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tongquan.compact.Procedure;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;

/// The rule of a plan's course: which steps come next and who takes them, from the compact's
/// `procedure` and the steps taken. A text that names no examination or approval of the plan
/// gets none. Pure.
///
/// Source of the steps: 胶东五市 press report of 2020, 推进机制 (拟定, 论证完善, 审定); as data in
/// `compacts/jiaodong/bodies.yaml`.
public final class Course {
    private final List<Stage> stages;

    private Course(List<Stage> stages) {
        this.stages = List.copyOf(stages);
    }

    /// A body that has to agree before the plan is published.
    ///
    /// @param body id as the compact declares it
    /// @param kind the step by which it agrees
    public record Stage(String body, PlanStep.Kind kind) {}

    /// What may be done next.
    ///
    /// @param kind the step
    /// @param body who takes it; empty for every body with the power
    /// @param power what that body needs
    public record Next(PlanStep.Kind kind, String body, Power power) {
        /// Whether this actor takes it.
        public boolean isFor(Actor actor) {
            return actor.may(power)
                    && (body.isEmpty() || actor.body().equals(actor.region() + ":" + body));
        }
    }

    /// The course that a procedure sets, in the order examine, approve.
    public static Course of(List<Procedure> procedure) {
        var stages = new ArrayList<Stage>();
        stage(stages, procedure, Procedure.Step.EXAMINE, PlanStep.Kind.EXAMINED);
        stage(stages, procedure, Procedure.Step.APPROVE, PlanStep.Kind.APPROVED);
        return new Course(stages);
    }

    private static void stage(
            List<Stage> stages,
            List<Procedure> procedure,
            Procedure.Step step,
            PlanStep.Kind kind) {
        procedure.stream()
                .filter(p -> p.step() == step && p.by() != null)
                .findFirst()
                .ifPresent(p -> stages.add(new Stage(String.valueOf(p.by()), kind)));
    }

    public List<Stage> stages() {
        return stages;
    }

    /// What may follow on the steps taken so far.
    public List<Next> next(List<PlanStep> taken) {
        var last = taken.isEmpty() ? PlanStep.Kind.DRAWN : taken.getLast().kind();
        return switch (last) {
            case DRAWN -> List.of(drafter(PlanStep.Kind.CIRCULATED));
            case RETURNED ->
                    List.of(drafter(PlanStep.Kind.CIRCULATED), drafter(PlanStep.Kind.SUBMITTED));
            case CIRCULATED ->
                    stages.isEmpty()
                            ? List.of(publisher())
                            : List.of(drafter(PlanStep.Kind.SUBMITTED));
            case SUBMITTED, EXAMINED, APPROVED -> afterwards(agreed(taken));
            case PUBLISHED, ADJUSTED -> List.of();
        };
    }

    private List<Next> afterwards(Set<PlanStep.Kind> agreed) {
        for (var stage : stages) {
            if (!agreed.contains(stage.kind())) {
                var power = stage.kind() == PlanStep.Kind.EXAMINED ? Power.EXAMINE : Power.APPROVE;
                return List.of(
                        new Next(stage.kind(), stage.body(), power),
                        new Next(PlanStep.Kind.RETURNED, stage.body(), power));
            }
        }
        return List.of(publisher());
    }

    /// The stages agreed to since the plan was handed in last.
    private static Set<PlanStep.Kind> agreed(List<PlanStep> taken) {
        var agreed = new TreeSet<PlanStep.Kind>();
        for (var step : taken) {
            if (step.kind() == PlanStep.Kind.SUBMITTED) {
                agreed.clear();
            } else {
                agreed.add(step.kind());
            }
        }
        return agreed;
    }

    private static Next drafter(PlanStep.Kind kind) {
        return new Next(kind, "", Power.DRAFT);
    }

    private static Next publisher() {
        return new Next(PlanStep.Kind.PUBLISHED, "", Power.ADOPT);
    }
}
