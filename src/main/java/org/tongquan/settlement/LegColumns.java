package org.tongquan.settlement;

import java.util.List;

/// The legs of a batch, column by column, as the insert takes them.
final class LegColumns {
    private final long[] postings;
    private final short[] numbers;
    private final int[] accounts;
    private final long[] amounts;
    private final long[] reserved;
    private final long[] versions;
    private final long[] posted;
    private final long[] incoming;
    private final long[] outgoing;
    private final String[] texts;
    private final long[] events;

    LegColumns(List<Batch.Row> rows) {
        int n = rows.stream().mapToInt(r -> r.lines().size()).sum();
        postings = new long[n];
        numbers = new short[n];
        accounts = new int[n];
        amounts = new long[n];
        reserved = new long[n];
        versions = new long[n];
        posted = new long[n];
        incoming = new long[n];
        outgoing = new long[n];
        texts = new String[n];
        events = new long[n];
        int at = 0;
        for (var row : rows) {
            long event = Encoding.micros(row.head().note().eventAt());
            for (int i = 0; i < row.lines().size(); i++) {
                postings[at] = row.id().no();
                numbers[at] = (short) i;
                events[at] = event;
                fill(at++, row.lines().get(i));
            }
        }
    }

    private void fill(int at, Verdict.Line line) {
        amounts[at] = line.amount();
        reserved[at] = line.reserved();
        texts[at] = line.text().isEmpty() ? null : line.text();
        accounts[at] = line.after().no();
        versions[at] = line.after().version();
        posted[at] = line.after().posted();
        incoming[at] = line.after().incoming();
        outgoing[at] = line.after().outgoing();
    }

    /// @param recordedAt the one moment of all
    Object[] values(String recordedAt) {
        return new Object[] {
            recordedAt,
            postings,
            numbers,
            accounts,
            amounts,
            reserved,
            versions,
            posted,
            incoming,
            outgoing,
            texts,
            events
        };
    }
}
