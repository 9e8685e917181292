package org.tongquan.compact.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Resolved;
import org.tongquan.kernel.Problem;
import org.tongquan.kernel.Problems;

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

    /// Reads a compact from one file, such as canonical bytes.
    ///
    /// @param name name of the file, for the problems
    /// @param find what it uses or lies within; finds nothing with a reason among `problems`
    static Loaded read(
            String name,
            byte[] bytes,
            Function<String, Optional<Resolved>> find,
            Problems problems) {
        var reading = new CompactReading(problems);
        reading.addWhole(name, bytes);
        return reading.finish(name)
                .flatMap(c -> reading.resolve(c, c.id(), name, find))
                .filter(_ -> problems.isEmpty())
                .<Loaded>map(Ok::new)
                .orElseGet(() -> new Rejected(problems.list()));
    }
}
