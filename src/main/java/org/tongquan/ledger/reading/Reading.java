package org.tongquan.ledger.reading;

import java.util.List;
import org.tongquan.kernel.Problem;

/// The outcome of reading one document.
public sealed interface Reading permits Read, Reading.Refused {
    /// The input was not read; each reason has its own words for the person who sent it.
    record Refused(Reason reason, List<Problem> problems) implements Reading, Extraction {
        public Refused {
            problems = List.copyOf(problems);
        }

        static Refused of(Reason reason, String file, String what, String todo) {
            return new Refused(reason, List.of(new Problem(file, 0, what, todo)));
        }
    }

    /// Why an input cannot be read.
    enum Reason {
        EMPTY,
        TOO_LARGE,
        ZIP_BOMB,
        SCANNED_WITHOUT_TEXT,
        GARBLED_ENCODING,
        NO_POLICY,
        UNKNOWN_FORMAT,
        BROKEN_FILE
    }
}
