package org.tongquan.kernel;

import java.util.ArrayList;
import java.util.List;

/// Collects every problem of one input, so that a person can mend them all at once.
/// Not thread-safe: one per input.
public final class Problems {
    /// More than this many are counted, not kept: nobody mends a thousand at once.
    public static final int MOST = 500;

    private final List<Problem> kept = new ArrayList<>();
    private int found;

    public void add(Problem problem) {
        found++;
        if (kept.size() < MOST) {
            kept.add(problem);
        }
    }

    public void add(String file, int line, String what, String todo) {
        add(new Problem(file, line, what, todo));
    }

    public boolean isEmpty() {
        return found == 0;
    }

    /// All that were found, also those beyond [#MOST] that were not kept.
    public int count() {
        return found;
    }

    public List<Problem> list() {
        return List.copyOf(kept);
    }

    /// Throws [Rejected] when anything was found.
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new Rejected(list());
        }
    }

    /// The input as a whole is refused; nothing of it was used.
    public static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        public Rejected(List<Problem> problems) {
            super(problems.isEmpty() ? "rejected" : problems.getFirst().toString());
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }
}
