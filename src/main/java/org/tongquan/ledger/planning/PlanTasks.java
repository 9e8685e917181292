package org.tongquan.ledger.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.ledger.Task;
import org.tongquan.ledger.standing.Owed;

/// The published plans as tasks of the ledger: each item with the spans in which it read so. An
/// edition holds from the day of its step until the next one's.
@Component
class PlanTasks implements Task.Source {
    private final Plans plans;
    private final PlanItems items;

    PlanTasks(Plans plans, PlanItems items) {
        this.plans = plans;
        this.items = items;
    }

    @Override
    public List<Task> tasks(String region, Instant known) {
        var tasks = new ArrayList<Task>();
        for (var plan : plans.list(region)) {
            var editions =
                    plans.steps(plan.id()).stream()
                            .filter(s -> isEdition(s.kind()) && s.at().isBefore(known))
                            .map(s -> new Edition(s.edition(), s.on(), list(plan.id(), s)))
                            .toList();
            tasks.addAll(spans(plan, editions));
        }
        return tasks;
    }

    @Override
    public List<Owed> owed(String region, LocalDate day, Instant known) {
        var owed = new ArrayList<Owed>();
        for (var plan : plans.list(region)) {
            inForce(plan, day, known)
                    .ifPresent(s -> owed.addAll(items.owed(plan.id(), s.edition())));
        }
        return owed;
    }

    /// The edition that holds on a day.
    private Optional<PlanStep> inForce(Plan.Head plan, LocalDate day, Instant known) {
        return plans.steps(plan.id()).stream()
                .filter(s -> isEdition(s.kind()) && s.at().isBefore(known))
                .filter(s -> !s.on().isAfter(day))
                .reduce((a, b) -> b);
    }

    @Override
    public String stamp(String region, LocalDate day) {
        var stamp = new StringBuilder();
        for (var plan : plans.list(region)) {
            stamp.append(plan.id());
            plans.steps(plan.id()).stream()
                    .filter(s -> isEdition(s.kind()))
                    .forEach(
                            s ->
                                    stamp.append(' ')
                                            .append(s.id())
                                            .append(s.on().isAfter(day) ? ' ' : '*'));
        }
        return stamp.toString();
    }

    private List<PlanItem> list(UUID plan, PlanStep step) {
        return items.list(plan, step.edition());
    }

    static boolean isEdition(PlanStep.Kind kind) {
        return kind == PlanStep.Kind.PUBLISHED || kind == PlanStep.Kind.ADJUSTED;
    }

    /// The items as one step published them.
    record Edition(int number, LocalDate from, List<PlanItem> items) {}

    /// Each item with the span in which it read so; of several editions of a day the last counts.
    static List<Task> spans(Plan.Head plan, List<Edition> editions) {
        var tasks = new ArrayList<Task>();
        var open = new LinkedHashMap<String, Task>();
        for (int i = 0; i < editions.size(); i++) {
            var edition = editions.get(i);
            boolean replaced =
                    i + 1 < editions.size() && editions.get(i + 1).from().equals(edition.from());
            if (replaced) {
                continue;
            }
            var before = new LinkedHashMap<>(open);
            open.clear();
            for (var item : edition.items()) {
                var now = task(plan, edition, item);
                var same = before.remove(item.id());
                if (same != null && readsAs(same, now)) {
                    open.put(item.id(), same);
                } else {
                    if (same != null) {
                        tasks.add(until(same, edition.from()));
                    }
                    open.put(item.id(), now);
                }
            }
            before.values().forEach(t -> tasks.add(until(t, edition.from())));
        }
        tasks.addAll(open.values());
        return tasks;
    }

    private static boolean readsAs(Task a, Task b) {
        return spanned(a, b.validFrom(), null, b.version()).equals(b);
    }

    private static Task until(Task task, LocalDate day) {
        return spanned(task, task.validFrom(), day, task.version());
    }

    private static Task task(Plan.Head plan, Edition edition, PlanItem item) {
        return new Task(
                plan.region(),
                item.id(),
                item.parent(),
                edition.from(),
                null,
                "%s（第%d稿）".formatted(plan.title(), edition.number()),
                item.textZh(),
                item.textEn(),
                item.category(),
                item.start(),
                item.deadline(),
                item.parties(),
                item.lead(),
                item.cooperating(),
                item.weight(),
                item.milestones());
    }

    private static Task spanned(Task t, LocalDate from, @Nullable LocalDate to, String version) {
        return new Task(
                t.region(),
                t.id(),
                t.parent(),
                from,
                to,
                version,
                t.textZh(),
                t.textEn(),
                t.category(),
                t.start(),
                t.deadline(),
                t.parties(),
                t.lead(),
                t.cooperating(),
                t.weight(),
                t.milestones());
    }
}
