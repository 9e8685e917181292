package org.tongquan.compact;

import java.util.List;
import org.tongquan.kernel.Problem;

/// What became of reading a compact: whole, or refused with everything that is wrong.
public sealed interface Loaded {
    record Ok(Resolved resolved) implements Loaded {
        public Compact compact() {
            return resolved.compact();
        }
    }

    record Rejected(List<Problem> problems) implements Loaded {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
