package org.tongquan.ledger.simulating;

import java.util.List;
import java.util.Map;

/// What became of a year that was to be played.
public sealed interface Played {
    /// @param done how often something was done, by the name of what was done
    /// @param paths an example for each path that was travelled
    /// @param refusals what a door refused, with its reason; none when all went as people mean it
    record Year(Map<String, Integer> done, Map<Path, String> paths, List<String> refusals)
            implements Played {
        public Year {
            done = Map.copyOf(done);
            paths = Map.copyOf(paths);
            refusals = List.copyOf(refusals);
        }

        /// Whether every path was travelled and no door refused anything.
        public boolean isWhole() {
            return paths.size() == Path.values().length && refusals.isEmpty();
        }
    }

    /// Nothing was played.
    record Refused(Reason reason) implements Played {}

    enum Reason {
        /// No version of the region's compact is in force on the first day.
        NO_REGION,
        /// A year was played before; it stays as it is.
        PLAYED_BEFORE,
        /// People have reported on it: made-up data never mixes with theirs.
        IN_USE
    }
}
