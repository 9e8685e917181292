package org.tongquan.ledger.suggesting;

import java.util.List;
import java.util.UUID;

/// What became of a suggestion handed in.
public sealed interface Submission {
    /// Taken.
    ///
    /// @param code the only copy of the tracking code; what is kept is its digest
    record Filed(UUID id, String code) implements Submission {}

    /// Not taken yet: published ones read alike. Sent again as confirmed it is taken.
    record Alike(List<Like> likes) implements Submission {
        public Alike {
            likes = List.copyOf(likes);
        }
    }

    /// Not taken.
    record Refused(List<SuggestionFault> faults) implements Submission {
        public Refused {
            faults = List.copyOf(faults);
        }

        static Refused of(SuggestionFault fault) {
            return new Refused(List.of(fault));
        }
    }

    /// @param percent share of the character pairs that both have
    record Like(UUID id, String title, int percent) {}
}
