package org.tongquan.ledger.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A year's plan with all that is known of it.
///
/// @param items the working copy, in its order
/// @param steps in the order they were taken
/// @param comments oldest first
/// @param next what may be done now, by whom
public record Plan(
        Head head,
        List<PlanItem> items,
        List<PlanStep> steps,
        List<Comment> comments,
        List<Course.Next> next) {
    public Plan {
        items = List.copyOf(items);
        steps = List.copyOf(steps);
        comments = List.copyOf(comments);
        next = List.copyOf(next);
    }

    /// A plan in a list.
    ///
    /// @param state the step taken last
    /// @param size how many items it has
    public record Head(
            UUID id, String region, int year, String title, PlanStep.Kind state, int size) {}

    /// What a body said of the plan or of one item.
    ///
    /// @param item id of the item; empty for the whole plan
    public record Comment(
            UUID id, String item, String body, Instant at, String text, @Nullable Reply reply) {}

    /// How a comment was answered.
    ///
    /// @param taken whether the plan follows it
    public record Reply(boolean taken, String body, Instant at, String text) {}

    public PlanStep last() {
        return steps.getLast();
    }

    /// The edition kept last; what the working copy of a published plan reads.
    public int edition() {
        return steps.stream().mapToInt(PlanStep::edition).max().orElse(0);
    }

    public boolean isPublished() {
        return steps.stream().anyMatch(s -> s.kind() == PlanStep.Kind.PUBLISHED);
    }

    public List<Comment> unanswered() {
        return comments.stream().filter(c -> c.reply() == null).toList();
    }
}
