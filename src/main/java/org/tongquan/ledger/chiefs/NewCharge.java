package org.tongquan.ledger.chiefs;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Text;
import org.tongquan.compact.conduct.Chief;

/// An object as the office records it.
///
/// @param commitment what it carries out; empty when it belongs to none
/// @param basis the document it rests on
public record NewCharge(
        String party,
        Chief.Kind kind,
        Text object,
        String commitment,
        String basis,
        NewTerms terms) {
    public static final int MOST_NAME = 120;
    public static final int MOST_TEXT = 2_000;
    public static final int MOST_DUTIES = 30;
    public static final int MOST_UNITS = 30;

    public NewCharge {
        object = text(object);
        commitment = commitment.strip();
        basis = basis.strip();
    }

    boolean isBad() {
        return bad(object)
                || basis.isEmpty()
                || basis.length() > MOST_TEXT
                || commitment.length() > MOST_NAME;
    }

    /// What holds from a day on.
    ///
    /// @param ended nothing is owed from then on
    public record NewTerms(
            LocalDate from,
            boolean ended,
            Text post,
            List<String> duties,
            @Nullable Period rhythm,
            List<String> units,
            String reason) {
        public NewTerms {
            post = text(post);
            duties = lines(duties);
            units = lines(units);
            reason = reason.strip();
        }

        boolean isBad() {
            return bad(post)
                    || duties.size() > MOST_DUTIES
                    || duties.stream().anyMatch(d -> d.length() > MOST_NAME)
                    || units.size() > MOST_UNITS
                    || reason.length() > MOST_NAME;
        }
    }

    /// Who is to hold the post.
    public record NewHolding(
            LocalDate from, String holder, String deputy, String unit, String reason) {
        public NewHolding {
            holder = holder.strip();
            deputy = deputy.strip();
            unit = unit.strip();
            reason = reason.strip();
        }

        boolean isBad() {
            return holder.isEmpty()
                    || holder.length() > MOST_NAME
                    || deputy.length() > MOST_NAME
                    || reason.length() > MOST_TEXT;
        }
    }

    private static Text text(Text text) {
        var en = text.en() == null ? "" : text.en().strip();
        return new Text(text.zh().strip(), en.isEmpty() ? null : en);
    }

    private static boolean bad(Text text) {
        return text.zh().isEmpty()
                || text.zh().length() > MOST_NAME
                || (text.en() != null && text.en().length() > MOST_NAME);
    }

    private static List<String> lines(List<String> lines) {
        return lines.stream().map(String::strip).filter(l -> !l.isEmpty()).distinct().toList();
    }
}
