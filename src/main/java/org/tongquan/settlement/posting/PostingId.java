package org.tongquan.settlement.posting;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which posting: the batch that committed it and its place there, shown as `P1204-17`.
///
/// @param no `batch * 16384 + place`: later postings of one writer have higher numbers
public record PostingId(long no) implements Comparable<PostingId> {
    /// Postings of one batch have places from 0 to before this.
    public static final int PLACES = 16_384;

    private static final Pattern SHOWN = Pattern.compile("P(\\d{1,12})-(\\d{1,5})");

    public static PostingId of(long batch, int place) {
        return new PostingId(Math.addExact(Math.multiplyExact(batch, PLACES), place));
    }

    /// Reads `P1204-17`.
    public static Optional<PostingId> parse(String text) {
        var found = SHOWN.matcher(text);
        if (!found.matches() || Integer.parseInt(found.group(2)) >= PLACES) {
            return Optional.empty();
        }
        return Optional.of(of(Long.parseLong(found.group(1)), Integer.parseInt(found.group(2))));
    }

    public long batch() {
        return no / PLACES;
    }

    public int place() {
        return (int) (no % PLACES);
    }

    @Override
    public int compareTo(PostingId other) {
        return Long.compare(no, other.no);
    }

    @Override
    public String toString() {
        return "P" + batch() + "-" + place();
    }
}
