package org.tongquan.ledger.drafting;

import java.util.UUID;
import org.tongquan.kernel.Digest;

/// One proposed commitment of a draft.
///
/// @param start first UTF-16 unit of its sentence in the document's text
/// @param end unit behind the last one
/// @param confidence 0 to 1, the reader's advice
/// @param corrected whether a person changed a field
public record DraftRow(
        UUID id,
        int start,
        int end,
        State state,
        double confidence,
        boolean corrected,
        RowFields fields) {
    private static final int MARK = 16;

    public enum State {
        PROPOSED,
        ACCEPTED,
        DROPPED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What a form carries to say which wording it was opened with: another one for other fields or
    /// another place in the document.
    public String mark() {
        var text = start + "\n" + end + "\n" + fields;
        return Digest.ofText(text).hex().substring(0, MARK);
    }

    DraftRow in(State other) {
        return new DraftRow(id, start, end, other, confidence, corrected, fields);
    }

    DraftRow with(RowFields other) {
        return new DraftRow(id, start, end, state, confidence, true, other);
    }

    /// A row that a person should look at first: unsure, or with a unit nobody knows.
    public boolean isException() {
        return confidence < Draft.SURE || hasUnknownUnit();
    }

    /// Whether accepting in bulk takes this row: nobody decided on it, all units are known, and it
    /// is at least this sure.
    public boolean isSure(double confidence) {
        return state == State.PROPOSED && this.confidence >= confidence && !hasUnknownUnit();
    }

    private boolean hasUnknownUnit() {
        return fields.lead().stream().anyMatch(u -> !u.known())
                || fields.cooperating().stream().anyMatch(u -> !u.known());
    }
}
