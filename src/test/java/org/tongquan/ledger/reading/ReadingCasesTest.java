package org.tongquan.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Small invented documents, from simple to hard, each with its annotations.
class ReadingCasesTest {
    static final List<String> CASES =
            List.of(
                    "01-plain-articles",
                    "02-brackets",
                    "03-defaults",
                    "04-first-leads",
                    "05-labels-and-levels",
                    "06-cities",
                    "07-times",
                    "08-figures",
                    "09-not-commitments",
                    "10-running-line",
                    "11-press",
                    "12-table",
                    "13-subjects",
                    "14-wrapped",
                    "15-odd-numbering",
                    "16-site-page",
                    "17-city-opinions",
                    "18-two-levels",
                    "19-label-lines",
                    "20-plan-with-table",
                    "21-work-rules",
                    "22-circled-numbers",
                    "23-parts-half-width",
                    "24-one-line",
                    "25-labels-in-line",
                    "26-who-acts",
                    "27-press-plan",
                    "28-inherited",
                    "29-first-leads-later",
                    "30-points-of-a-year",
                    "31-task-list",
                    "32-clauses",
                    "33-measures-with-times",
                    "34-opinions-without-brackets",
                    "35-whose-tasks",
                    "36-duties-around",
                    "37-pages-in-a-line",
                    "38-press-limits",
                    "39-who-shares");

    @TestFactory
    Stream<DynamicTest> readsEveryCaseAsAnnotated() {
        return CASES.stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name, t -> t)));
    }

    @TestFactory
    Stream<DynamicTest> readsTraditionalCharactersAlike() {
        return each(Variants::traditional);
    }

    @TestFactory
    Stream<DynamicTest> readsWronglyConvertedCharactersAlike() {
        return each(Variants::wronglyTraditional);
    }

    @TestFactory
    Stream<DynamicTest> readsHalfWidthPunctuationAlike() {
        return each(Variants::halfWidth);
    }

    @TestFactory
    Stream<DynamicTest> readsHalfWidthFullStopsAlike() {
        return each(Variants::halfWidthWithStops);
    }

    @TestFactory
    Stream<DynamicTest> readsWideDigitsAlike() {
        return each(Variants::wideDigits);
    }

    @Test
    void readsTheSameWithoutAnyLineBreak() {
        var text = text("02-brackets");
        var glued = text.replace("\n", "");
        assertThat(rows(read(glued))).isEqualTo(rows(read(text)));
        assertThat(read(glued).articles()).hasSameSizeAs(read(text).articles());
    }

    @Test
    void readsTheSameInLinesOfAPageWithoutIndents() {
        for (var name : List.of("29-first-leads-later", "34-opinions-without-brackets")) {
            var text = text(name);
            assertThat(withoutLineEnds(read(inLines(text, 36))))
                    .isEqualTo(withoutLineEnds(read(text)));
        }
    }

    private static String inLines(String text, int width) {
        var out = new StringBuilder();
        for (var paragraph : text.split("\n")) {
            for (int i = 0; i < paragraph.length(); i += width) {
                out.append(paragraph, i, Math.min(paragraph.length(), i + width)).append('\n');
            }
        }
        return out.toString();
    }

    private static List<String> withoutLineEnds(Read read) {
        return rows(read).stream().map(row -> row.replace("\n", "")).toList();
    }

    @Test
    void givesTheSameBytesForTheSameText() {
        var text = text("08-figures");
        assertThat(ReadingJson.write(read(text))).isEqualTo(ReadingJson.write(read(text)));
    }

    private static Stream<DynamicTest> each(UnaryOperator<String> variant) {
        return CASES.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> check(name, variant)));
    }

    private static void check(String name, UnaryOperator<String> variant) {
        var text = text(name);
        var gold = Gold.parse(text, Lexica.resource("cases/" + name + ".gold"), Lexica.a());
        var other = variant.apply(text);
        var score = new ReadingScore();
        score.add(other, withNumbersOf(read(other), text), gold);
        assertThat(score.differences).isEmpty();
    }

    /// Numbers are verbatim; for a variant they are taken from the original at the same place.
    private static Read withNumbersOf(Read read, String original) {
        var articles =
                read.articles().stream()
                        .map(
                                a ->
                                        new Article(
                                                a.level(),
                                                original.substring(
                                                        a.start(), a.start() + a.number().length()),
                                                a.title(),
                                                a.start(),
                                                a.end(),
                                                a.path(),
                                                a.titleEnd()))
                        .toList();
        return new Read(
                read.document(), articles, read.commitments(), read.skipped(), read.problems());
    }

    static String text(String name) {
        return Lexica.resource("cases/" + name + ".txt");
    }

    static Read read(String text) {
        var reading = PolicyReader.read(SourceText.of(text), Lexica.a());
        assertThat(reading).isInstanceOf(Read.class);
        return (Read) reading;
    }

    private static List<String> rows(Read read) {
        return read.commitments().stream()
                .map(c -> c.action() + Gold.of(c).fields() + c.leadExplicit() + c.leadSource())
                .toList();
    }
}
