package org.tongquan.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.standing.Milestone;
import org.tongquan.ledger.standing.Owed;

/// A task under a commitment, as a plan states it for a span of time. It becomes a row of the
/// same lists as the commitments: reported on, judged, chased in the same way.
///
/// @param id unique in the region, also among the commitments
/// @param parent the commitment it serves; empty when it stands for itself
/// @param validFrom first day on which it reads so
/// @param validTo first day on which it no longer does, if any
/// @param version label of the edition that states it
/// @param weight share in its parent, at least 1
public record Task(
        String region,
        String id,
        String parent,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String version,
        String textZh,
        String textEn,
        String category,
        LocalDate start,
        LocalDate deadline,
        List<String> parties,
        List<String> lead,
        List<String> cooperating,
        int weight,
        List<Milestone> milestones) {
    /// More tasks are not kept under one commitment.
    public static final int MOST_UNDER_ONE = 999;

    public Task {
        parties = List.copyOf(parties);
        lead = List.copyOf(lead);
        cooperating = List.copyOf(cooperating);
        milestones = List.copyOf(milestones);
    }

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /// Who brings tasks into the ledger: the yearly plan.
    public interface Source {
        /// Every task of a region with every span in which it read differently, as known at a
        /// moment. Called in a transaction of the ledger's job or of a body of the region.
        List<Task> tasks(String region, Instant known);

        /// What the lights of the tasks in force on a day follow from, as known at a moment; their
        /// words are not read.
        List<Owed> owed(String region, LocalDate day, Instant known);

        /// Changes whenever the tasks in force on a day, or ever, may have changed.
        String stamp(String region, LocalDate day);
    }
}
