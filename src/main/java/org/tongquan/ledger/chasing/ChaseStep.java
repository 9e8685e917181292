package org.tongquan.ledger.chasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One step of chasing that was taken, with the inputs it followed from.
///
/// @param notice the notice it is about, if it is about one
/// @param subject what it is about: `commitment~party`, or the id of a notice or finding
/// @param step its name among the steps of the subject
/// @param lastDay last day on which what was owed was in time
/// @param day the day on which the step was taken
/// @param rule id of the rule set
/// @param percent progress reported then
/// @param bodies who was told
public record ChaseStep(
        UUID id,
        String region,
        String commitment,
        String party,
        @Nullable UUID notice,
        String subject,
        String step,
        LocalDate lastDay,
        LocalDate day,
        String rule,
        int percent,
        List<String> bodies,
        Instant at) {
    public ChaseStep {
        bodies = List.copyOf(bodies);
    }

    /// The name of an obligation among all subjects.
    static String subject(String commitment, String party) {
        return commitment + "~" + party;
    }

    /// The name of a step among all steps of a region.
    static String claim(String subject, String step) {
        return subject + "\n" + step;
    }
}
