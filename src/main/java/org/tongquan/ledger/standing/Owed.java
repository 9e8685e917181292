package org.tongquan.ledger.standing;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the lights of an item follow from besides what was reported: a commitment or a task
/// without its wording, so that many can be read and kept at once.
///
/// @param item id of the commitment or task
/// @param parent the commitment that a task serves
/// @param weight share of a task in its commitment, at least 1
/// @param start first day of the duty
/// @param deadline last day, if one is set
/// @param cycle rhythm of a recurring duty, if any
/// @param milestones steps on the way, by their due days; their words may be left out
/// @param parties ids of the bound parties
public record Owed(
        String item,
        @Nullable String parent,
        int weight,
        LocalDate start,
        @Nullable LocalDate deadline,
        @Nullable Period cycle,
        List<Milestone> milestones,
        List<String> parties) {
    public Owed {
        milestones = List.copyOf(milestones);
        parties = List.copyOf(parties);
    }

    /// What one party owes of an item: how reports are found, and tasks of a commitment.
    public static String key(String item, String party) {
        return item + "@" + party;
    }
}
