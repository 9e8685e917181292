package org.tongquan.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongquan.ledger.reading.text.Characters;
import org.tongquan.ledger.reading.text.Span;

/// What holds for any input: spans point into the text, never overlap, and account for all of it.
class AccountsTest {
    private static final List<String> PARTS =
            List.of(
                    "一、",
                    "二、",
                    "（一）",
                    "（二）",
                    "1.",
                    "2.",
                    "第一条 ",
                    "加快建设",
                    "共享平台",
                    "。",
                    "；",
                    "，",
                    "\n",
                    "（市发展改革委牵头，市财政局配合）",
                    "（A负责",
                    "）",
                    "“",
                    "”",
                    "《",
                    "》",
                    "2025年底前",
                    "达到80%以上",
                    "3.100个项目",
                    "各市",
                    "7市",
                    "济南",
                    "其他市",
                    "责任单位：",
                    "完成时限：2023年6月底",
                    "均增长",
                    "分别",
                    "\t",
                    "\u3000\u3000",
                    "\uFFFD",
                    "以下均需各区政府落实，不再列出",
                    "列第一位者为牵头单位，下同",
                    "\uD83D\uDE00",
                    "(luò)",
                    "附件1",
                    "目录",
                    "据了解，");

    @Test
    void accountsForEveryCharacterOfTheCases() {
        for (var name : ReadingCasesTest.CASES) {
            var text = ReadingCasesTest.text(name);
            check(text, ReadingCasesTest.read(text));
        }
    }

    @Test
    void neverThrowsAndAlwaysAccountsForGeneratedTexts() {
        var random = new SplittableRandom(20260101);
        for (int round = 0; round < 1500; round++) {
            var text = new StringBuilder();
            int length = random.nextInt(1, 60);
            for (int i = 0; i < length; i++) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            readAndCheck(text.toString());
        }
    }

    @Test
    void neverThrowsOnMutatedDocuments() {
        var random = new SplittableRandom(7);
        for (int round = 0; round < 600; round++) {
            var name = ReadingCasesTest.CASES.get(random.nextInt(ReadingCasesTest.CASES.size()));
            var text = new StringBuilder(ReadingCasesTest.text(name));
            for (int i = 0; i < 8; i++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, PARTS.get(random.nextInt(PARTS.size())));
                    default -> text.setCharAt(at, (char) random.nextInt(0x20, 0xFFFF));
                }
            }
            readAndCheck(text.toString());
        }
    }

    private static void readAndCheck(String text) {
        if (PolicyReader.read(SourceText.of(text), Lexica.a()) instanceof Read read) {
            check(text, read);
        }
    }

    private static void check(String text, Read read) {
        var spans = new ArrayList<Span>();
        read.commitments().forEach(c -> spans.add(new Span(c.start(), c.end())));
        read.skipped().forEach(s -> spans.add(new Span(s.start(), s.end())));
        spans.sort(Comparator.comparingInt(Span::start));
        int at = 0;
        for (var span : spans) {
            assertThat(span.start()).as(text).isGreaterThanOrEqualTo(at);
            assertThat(text.substring(at, span.start()).chars().allMatch(AccountsTest::isBlank))
                    .as(text)
                    .isTrue();
            at = span.end();
        }
        assertThat(at).isLessThanOrEqualTo(text.length());
        assertThat(text.substring(at).chars().allMatch(AccountsTest::isBlank)).as(text).isTrue();
        for (var c : read.commitments()) {
            assertThat(c.action()).isEqualTo(text.substring(c.start(), c.end()));
            c.deadlines()
                    .forEach(
                            d ->
                                    assertThat(d.text())
                                            .isEqualTo(text.substring(d.start(), d.end())));
        }
        assertThat(ReadingJson.write(read)).isNotBlank();
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Characters.isBlank((char) c)
                || Characters.isInvisible((char) c);
    }
}
