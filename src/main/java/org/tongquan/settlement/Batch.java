package org.tongquan.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.tongquan.kernel.Digest;
import org.tongquan.settlement.Verdict.Entered;
import org.tongquan.settlement.posting.Head;
import org.tongquan.settlement.posting.PostedLeg;
import org.tongquan.settlement.posting.PostingId;
import org.tongquan.settlement.posting.Recorded;

/// The postings that one transaction writes, in order.
final class Batch {
    private final LongSupplier numbers;
    private final Instant at;
    private final byte[] secret;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Row> byKey = new HashMap<>();
    private final List<Digest> leaves = new ArrayList<>();
    private long no;

    /// @param content digest of what was asked for
    record Row(Head head, Digest content, List<Verdict.Line> lines) {
        PostingId id() {
            return head.id();
        }

        Recorded done(boolean again) {
            return new Recorded.Done(head.id(), head.recordedAt(), again);
        }
    }

    /// @param numbers asked once, when there is something to write
    Batch(LongSupplier numbers, Instant at, byte[] secret) {
        this.numbers = numbers;
        this.at = at;
        this.secret = secret;
    }

    Row add(Entered entered, Digest content) {
        if (rows.isEmpty()) {
            no = numbers.getAsLong();
        }
        var of = entered.of();
        var id = PostingId.of(no, rows.size());
        var head =
                new Head(
                        id,
                        entered.kind(),
                        of.key(),
                        of.note(),
                        at,
                        entered.until(),
                        entered.related());
        var row = new Row(head, content, entered.legs());
        rows.add(row);
        byKey.put(of.key(), row);
        leaves.add(leaf(row));
        return row;
    }

    private Digest leaf(Row row) {
        var legs = new ArrayList<Digest>(row.lines().size());
        for (int i = 0; i < row.lines().size(); i++) {
            var line = row.lines().get(i);
            var leg =
                    new PostedLeg(
                            i, line.after().id(), line.amount(), line.reserved(), line.text());
            legs.add(Encoding.leg(row.id(), leg, Encoding.legSalt(secret, row.id(), i)));
        }
        var head = Encoding.head(row.head(), Encoding.headSalt(secret, row.id()));
        return Encoding.leaf(head, legs);
    }

    long no() {
        return no;
    }

    Instant at() {
        return at;
    }

    byte[] secret() {
        return secret;
    }

    List<Row> rows() {
        return rows;
    }

    /// What this batch already holds under a key.
    Optional<Row> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    BatchTree tree() {
        return BatchTree.of(leaves);
    }
}
