package org.tongquan.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Damaged characters and broken lines are reported with their place; nothing crosses them
// silently.
class DamageTest {
    @Test
    void flagsTheCommitmentThatCrossesDamagedCharacters() {
        var read = ReadingCasesTest.read("一、任务\n（一）供水。建设\uFFFD\uFFFD水厂两座。铺设管网。\n（二）供气。改造管道。\n");
        var damaged = read.commitments().getFirst();
        assertThat(damaged.rules()).containsEntry("damage", "crosses-damaged-characters");
        assertThat(damaged.confidence()).isLessThan(0.5);
        assertThat(read.commitments().get(1).rules()).doesNotContainKey("damage");
        assertThat(read.problems())
                .anySatisfy(
                        p -> {
                            assertThat(p.what()).isEqualTo("damaged characters");
                            assertThat(p.line()).isEqualTo(2);
                            assertThat(p.column()).isEqualTo(9);
                        });
    }

    @Test
    void takesAQuestionMarkInsideAWordForDamageNotForAnEnd() {
        var read = ReadingCasesTest.read("一、任务\n（一）供水。建设水?;厂两座，铺设管网。改造泵站。\n（二）供气。改造管道。\n");
        assertThat(read.commitments().getFirst().action()).isEqualTo("建设水?;厂两座，铺设管网。");
    }

    @Test
    void joinsASentenceThatAColumnBrokeAndSaysSo() {
        var read =
                ReadingCasesTest.read(
                        "北部城市圈十条举措\n各方将加快建设一体化的城际公交网络，全面推进票制互通、线路互\n\n联，实现两地居民便捷出行。支持企业联合攻关。\n");
        assertThat(read.commitments().getFirst().action()).startsWith("各方将").endsWith("便捷出行。");
        assertThat(read.problems())
                .anySatisfy(
                        p -> {
                            assertThat(p.what()).isEqualTo("a sentence is broken by a line end");
                            assertThat(p.line()).isEqualTo(2);
                        });
    }

    @Test
    void leavesOutPinyinInBrackets() {
        var read = ReadingCasesTest.read("一、任务\n（一）修桥。加固泺(luò)口大桥。\n（二）修路。改造老路。\n");
        var row = read.commitments().getFirst();
        assertThat(row.action()).isEqualTo("加固泺(luò)口大桥。");
        assertThat(row.rules()).doesNotContainKey("damage");
    }

    @Test
    void reportsAJumpInTheNumbering() {
        var read = ReadingCasesTest.read("一、甲\n建设道路。\n二、乙\n建设桥梁。\n四、丁\n建设码头。\n");
        assertThat(read.articles()).extracting(Article::number).containsExactly("一、", "二、", "四、");
        assertThat(read.problems())
                .anySatisfy(
                        p -> assertThat(p.what()).contains("jumps").contains("3").contains("4"));
    }

    @Test
    void reportsOtherPeoplesTextAroundTheDocument() {
        var read = ReadingCasesTest.read(ReadingCasesTest.text("16-site-page"));
        assertThat(read.problems())
                .anySatisfy(
                        p -> {
                            assertThat(p.what()).isEqualTo("text around the document was left out");
                            assertThat(p.line()).isEqualTo(1);
                        });
        assertThat(read.document().number()).isEqualTo("湖政发〔2023〕5号");
        assertThat(read.document().issued()).isEqualTo("2023-05-04");
    }
}
