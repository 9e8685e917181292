package org.tongquan.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The number of an official document (发文字号): issuer's sign, year, running number within the
/// year. The canonical form follows GB/T 9704-2012: year in hexagonal brackets, no 第, no leading
/// zeros.
///
/// @param issuer the sign of the issuing office, Chinese characters
/// @param year four digits, [#FIRST_YEAR] to [#LAST_YEAR]
/// @param number from 1
public record DocumentNumber(String issuer, int year, int number)
        implements Comparable<DocumentNumber> {
    public static final int FIRST_YEAR = 1949;
    public static final int LAST_YEAR = 2099;
    public static final int LONGEST_ISSUER = 14;
    public static final int HIGHEST_NUMBER = 99_999;

    private static final String OPEN = "[\\[(〔【﹝〖〈{「『]";
    private static final String CLOSE = "[\\])〕】﹞〗〉}」』]";
    private static final String GAP = " {0,3}";
    private static final int LONGEST_TEXT = 100;
    private static final Pattern TAIL =
            Pattern.compile(
                    (OPEN + " (\\d{1,12}) 年? " + CLOSE + " 第? (\\d{1,12}) [号號]").replace(" ", GAP));
    private static final Pattern WHOLE =
            Pattern.compile("(\\p{IsHan}[\\p{IsHan} ]*?)" + GAP + TAIL);
    private static final Pattern ISSUER = Pattern.compile("\\p{IsHan}{1," + LONGEST_ISSUER + "}");

    /// Where a running text has no mark before the number, the issuer's sign starts after these.
    private static final Pattern BEFORE_ISSUER =
            Pattern.compile(
                    ".*(?:意见|通知|方案|办法|规定|决定|条例|纲要|细则|公告|通报|批复|制度|规范"
                            + "|根据|按照|依据|依照|遵照|落实|执行|转发|印发|参见|文号|字号|以及"
                            + "|(?<=[\\p{IsHan}》)])[的见按和与及]"
                            + "(?=\\p{IsHan}{2,}))");

    /// What became of a text that should be a document number.
    public sealed interface Parsed {}

    public record Valid(DocumentNumber number) implements Parsed {}

    public record Refused(Reason reason) implements Parsed {}

    public enum Reason {
        /// Not of the form issuer, year in brackets, number, 号.
        SHAPE,
        /// The issuer's sign is longer than any.
        ISSUER,
        /// A year before 1949 or after 2099, or not of four digits.
        YEAR,
        /// The running number is 0 or longer than any.
        NUMBER
    }

    /// One number inside a longer text, from `start` to before `end`, counted in characters.
    public record Found(int start, int end, DocumentNumber number) {}

    /// @throws IllegalArgumentException when there can be no such number
    public DocumentNumber {
        var sound =
                ISSUER.matcher(issuer).matches()
                        && year >= FIRST_YEAR
                        && year <= LAST_YEAR
                        && number >= 1
                        && number <= HIGHEST_NUMBER;
        if (!sound) {
            throw new IllegalArgumentException(
                    "no such document number: " + issuer + "〔" + year + "〕" + number + "号");
        }
    }

    /// Reads a number as people write it: round, square, lenticular or hexagonal brackets of
    /// either width, full-width digits, spaces, 第 before the running number.
    public static Parsed parse(String text) {
        var whole = WHOLE.matcher(HalfWidth.of(text).strip());
        if (text.length() > LONGEST_TEXT || !whole.matches()) {
            return new Refused(Reason.SHAPE);
        }
        return parse(whole.group(1).replace(" ", ""), whole.group(2), whole.group(3));
    }

    /// Every document number in a running text, in its order. What cannot be one is passed over.
    public static List<Found> findAll(String text) {
        var flat = HalfWidth.of(text);
        var found = new ArrayList<Found>();
        var tail = TAIL.matcher(flat);
        while (tail.find()) {
            findBefore(flat, tail.toMatchResult()).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    @Override
    public int compareTo(DocumentNumber other) {
        int byIssuer = issuer.compareTo(other.issuer);
        int byYear = Integer.compare(year, other.year);
        return byIssuer != 0
                ? byIssuer
                : byYear != 0 ? byYear : Integer.compare(number, other.number);
    }

    /// The canonical form.
    @Override
    public String toString() {
        return issuer + "〔" + year + "〕" + number + "号";
    }

    private static Parsed parse(String issuer, String year, String number) {
        if (!ISSUER.matcher(issuer).matches()) {
            return new Refused(Reason.ISSUER);
        }
        var yearRead = year.length() == 4 ? Integer.parseInt(year) : 0;
        if (yearRead < FIRST_YEAR || yearRead > LAST_YEAR) {
            return new Refused(Reason.YEAR);
        }
        var digits = number.replaceFirst("^0+", "");
        if (digits.isEmpty() || digits.length() > 5) {
            return new Refused(Reason.NUMBER);
        }
        return new Valid(new DocumentNumber(issuer, yearRead, Integer.parseInt(digits)));
    }

    private static Optional<Found> findBefore(String text, MatchResult tail) {
        int end = tail.start();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0
                && end - start < LONGEST_ISSUER
                && Character.isIdeographic(text.charAt(start - 1))) {
            start--;
        }
        var before = BEFORE_ISSUER.matcher(text).region(start, end).useTransparentBounds(true);
        if (before.lookingAt() && before.end() < end) {
            start = before.end();
        }
        return parse(text.substring(start, end), tail.group(1), tail.group(2))
                        instanceof Valid(var number)
                ? Optional.of(new Found(start, tail.end(), number))
                : Optional.empty();
    }
}
