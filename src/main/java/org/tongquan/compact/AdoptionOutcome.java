package org.tongquan.compact;

import java.util.List;
import org.tongquan.kernel.Problem;

/// What became of the wish to adopt a version. A refusal is an answer, not an exception.
public sealed interface AdoptionOutcome {
    record Adopted(AdoptedVersion version) implements AdoptionOutcome {}

    /// The very same text was adopted before; nothing happened.
    record AlreadyAdopted(AdoptedVersion version) implements AdoptionOutcome {}

    record Refused(List<Problem> problems) implements AdoptionOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
