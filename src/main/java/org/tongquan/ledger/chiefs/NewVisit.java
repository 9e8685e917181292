package org.tongquan.ledger.chiefs;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tongquan.ledger.ProgressReport.Attachment;

/// A patrol or visit as it is handed in.
///
/// @param id given when the form was opened: sent twice over a bad line it is recorded once
/// @param nothingFound said in so many words; otherwise there is a problem
public record NewVisit(
        UUID id,
        UUID charge,
        LocalDate on,
        String place,
        Visit.By by,
        String who,
        String seen,
        List<String> duties,
        boolean nothingFound,
        List<Problem> problems,
        List<Attachment> files) {
    public static final int MOST_TEXT = 2_000;
    public static final int MOST_NAME = 120;

    /// Problems handed in with one visit.
    public static final int MOST_PROBLEMS = 10;

    public NewVisit {
        place = place.strip();
        who = who.strip();
        seen = seen.strip();
        duties = List.copyOf(duties);
        problems = problems.stream().filter(p -> !p.isEmpty()).toList();
        files = List.copyOf(files);
    }

    /// Something that is not as it should be, and the unit it goes to.
    public record Problem(String text, String unit) {
        public Problem {
            text = text.strip();
            unit = unit.strip();
        }

        boolean isEmpty() {
            return text.isEmpty();
        }
    }

    boolean isBad() {
        return place.isEmpty()
                || place.length() > MOST_NAME
                || who.length() > MOST_NAME
                || seen.length() > MOST_TEXT
                || problems.stream().anyMatch(p -> p.text().length() > MOST_TEXT);
    }

    static boolean tooMuch(List<Attachment> files) {
        return files.size() > Attachment.MOST
                || files.stream()
                        .mapToInt(f -> f.content().length)
                        .anyMatch(n -> n == 0 || n > Attachment.MOST_BYTES);
    }
}
