package org.tongquan.ledger.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongquan.document.Block;
import org.tongquan.ledger.template.TemplateFault.What;

/// What the lines of a template are, what is wrong with them, and what they give.
class WordingTest {
    private static List<TemplateFault> faults(TemplateKind kind, String text) {
        return Wording.of(kind, text).faults();
    }

    @ParameterizedTest
    @EnumSource(TemplateKind.class)
    void theShippedTemplatesHaveNoFault(TemplateKind kind) throws java.io.IOException {
        var name = "/templates/" + kind.word() + ".txt";
        try (var in = WordingTest.class.getResourceAsStream(name)) {
            var text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(faults(kind, text)).isEmpty();
            var blocks = Wording.of(kind, text).body(Filling.example(kind));
            assertThat(blocks.toString()).doesNotContain("{{");
        }
    }

    @Test
    void linesAreHeadingsParagraphsInsertsOrRemarks() {
        var text =
                """
                // a remark
                一、总体
                （一）红灯

                1. 第一项
                （1）小项
                截至{{截止日}}，共{{ 任务数 }}项。
                [[清单:红灯事项]]
                """;
        var filling =
                new Filling()
                        .word("截止日", "6月30日")
                        .word("任务数", 109)
                        .insert("清单：红灯事项", () -> List.of(new Block.Paragraph("无。")));
        assertThat(faults(TemplateKind.HALF_YEAR, text)).isEmpty();
        assertThat(Wording.of(TemplateKind.HALF_YEAR, text).body(filling))
                .containsExactly(
                        new Block.Heading(1, "一、总体"),
                        new Block.Heading(2, "（一）红灯"),
                        new Block.Heading(3, "1. 第一项"),
                        new Block.Heading(4, "（1）小项"),
                        new Block.Paragraph("截至6月30日，共109项。"),
                        new Block.Paragraph("无。"));
    }

    @Test
    void whatIsFilledInIsNeitherAHeadingNorAPlaceholder() {
        var filling = new Filling().word("督办要求", "一、{{事项}} $1 \\ [[表：督办事项]]").word("事项", "x");
        assertThat(Wording.of(TemplateKind.NOTICE, "{{督办要求}}").body(filling))
                .containsExactly(new Block.Paragraph("一、{{事项}} $1 \\ [[表：督办事项]]"));
    }

    @Test
    void everyFaultIsToldAtOnceWithItsLineAndWhatWasMeant() {
        var text =
                """
                标题：{{通知标题}}
                请{{督办的要求}}，{{成员方}
                见[[表：督办事项]]
                [[表：督办的事项]]
                标题：又一个
                """;
        assertThat(faults(TemplateKind.NOTICE, text))
                .containsExactly(
                        new TemplateFault(2, What.UNKNOWN_WORD, "督办的要求", "督办要求"),
                        new TemplateFault(2, What.OPEN_WORD, "请，{{成员方}"),
                        new TemplateFault(3, What.NOT_ALONE, "见[[表：督办事项]]"),
                        new TemplateFault(4, What.UNKNOWN_INSERT, "表：督办的事项", "表：督办事项"),
                        new TemplateFault(5, What.TITLE, ""),
                        new TemplateFault(0, What.MISSING, "{{督办要求}}"));
    }

    @Test
    void aTemplateWithoutTextOrATitledReportIsRefused() {
        assertThat(faults(TemplateKind.BULLETIN, "// nothing\n标题：x\n"))
                .extracting(TemplateFault::what)
                .containsExactly(What.EMPTY, What.MISSING);
        assertThat(faults(TemplateKind.ANNUAL, "标题：x\ntext"))
                .extracting(TemplateFault::what)
                .containsExactly(What.TITLE);
        assertThat(faults(TemplateKind.ANNUAL, "x".repeat(Wording.MOST_TEXT + 1)))
                .extracting(TemplateFault::what)
                .containsExactly(What.TOO_LONG);
    }

    @Test
    void theTitleIsFilledInAndNoPartOfTheBody() {
        var wording = Wording.of(TemplateKind.MINUTES, "标题： {{会议名称}}纪要\n正文");
        var filling = new Filling().word("会议名称", "第三次会议");
        assertThat(wording.title(filling)).isEqualTo("第三次会议纪要");
        assertThat(wording.body(filling)).containsExactly(new Block.Paragraph("正文"));
    }
}
