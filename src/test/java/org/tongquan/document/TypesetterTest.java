package org.tongquan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongquan.document.Typesetter.Form;
import org.tongquan.kernel.Problems;

class TypesetterTest {
    private final Typefaces typefaces = new Typefaces(new Problems());
    private final Typesetter typesetter = new Typesetter(typefaces);

    @AfterEach
    void close() throws IOException {
        typefaces.close();
    }

    /// Lines of ten cells.
    private List<String> set(String text) {
        return typesetter.set(text, new Form(Face.FANGSONG, 16, 16, 0, 160, true)).stream()
                .map(TypesetterTest::text)
                .toList();
    }

    private static String text(Line line) {
        var out = new StringBuilder();
        line.runs().forEach(run -> out.append(run.text()));
        return out.toString();
    }

    @Test
    void neverBeginsALineWithAComma() {
        assertThat(set("一二三四五六七八九十，甲乙")).containsExactly("一二三四五六七八九", "十，甲乙");
    }

    @Test
    void neverEndsALineWithAnOpeningBracket() {
        assertThat(set("一二三四五六七八九（甲）")).containsExactly("一二三四五六七八九", "（甲）");
    }

    @Test
    void keepsNumbersAndWordsWhole() {
        assertThat(set("一二三四五六七八12345.6%增长")).containsExactly("一二三四五六七八", "12345.6%增长");
        assertThat(set("全圈共接入若干Internet节点")).containsExactly("全圈共接入若干", "Internet节点");
    }

    @Test
    void keepsADashInOnePiece() {
        assertThat(set("一二三四五六七八九——甲")).containsExactly("一二三四五六七八", "九——甲");
    }

    @Test
    void setsTwoDigitsInOneCell() {
        var line = typesetter.setLine("2026年", Face.FANGSONG, 16, 16);
        assertThat(line.width()).isEqualTo(3 * 16f);
    }

    @Test
    void cutsAWordThatIsLongerThanALine() {
        var lines = set("A".repeat(60));
        assertThat(lines.size()).isBetween(4, 8);
        assertThat(String.join("", lines)).isEqualTo("A".repeat(60));
    }

    @Test
    void breaksALineOfClosingMarksWhereItMust() {
        var lines = set("，".repeat(25));
        assertThat(lines).containsExactly("，".repeat(10), "，".repeat(10), "，".repeat(5));
    }

    @Test
    void breaksATitleBetweenWordsIntoEvenLines() {
        assertThat(Phrases.titleLines("关于甲乙丙合作圈2026年上半年重点任务推进情况的报告"))
                .containsExactly("关于甲乙丙合作圈2026年", "上半年重点任务推进情况的报告");
        assertThat(Phrases.titleLines("第一行\n第二行")).containsExactly("第一行", "第二行");
    }
}
