package org.tongquan.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The JSON has the keys of the conventions and survives any character.
class ReadingJsonTest {
    @Test
    void writesTheKeysOfTheConventions() {
        var read = ReadingCasesTest.read(ReadingCasesTest.text("03-defaults"));
        var tree = JsonMapper.builder().build().readTree(ReadingJson.write(read));
        var row = tree.get("commitments").get(3);
        assertThat(tree.get("articles").get(0).get("level").asString()).isEqualTo("chapter");
        assertThat(row.get("article").asString()).isEqualTo("一/(一)");
        assertThat(row.get("leadUnits").get(0).asString()).isEqualTo("生态环境部");
        assertThat(row.get("leadSource").asString()).isEqualTo("inherited");
        assertThat(row.get("leadExplicit").asBoolean()).isTrue();
        assertThat(row.get("deadline").isNull()).isTrue();
        for (var key :
                new String[] {
                    "id",
                    "start",
                    "end",
                    "action",
                    "kind",
                    "cities",
                    "allMembers",
                    "otherPlaces",
                    "coopUnits",
                    "deadlines",
                    "indicators",
                    "category",
                    "rules",
                    "confidence",
                    "spans"
                }) {
            assertThat(row.has(key)).as(key).isTrue();
        }
        assertThat(tree.get("skipped").isEmpty()).isFalse();
        assertThat(tree.has("problems")).isTrue();
    }

    @Test
    void writesExpandedNumbersPlainly() {
        var read = ReadingCasesTest.read("一、目标\n（一）规模。产值达到2万亿元，增长0.5个百分点。\n（二）数量。建成3.2万个站点。\n");
        assertThat(ReadingJson.write(read))
                .contains("\"value\":2000000000000,\"unit\":\"元\"")
                .contains("\"value\":0.5,\"unit\":\"个百分点\"")
                .contains("\"value\":32000,\"unit\":\"个\"");
    }

    @Test
    void escapesLoneSurrogatesAndControlCharacters() {
        var read = ReadingCasesTest.read("一、任务\n（一）供水。建设\uD83D水\u0001厂\"\\。\n（二）供气。改造管道。\n");
        var json = ReadingJson.write(read);
        assertThat(JsonMapper.builder().build().readTree(json).get("commitments").isEmpty())
                .isFalse();
    }
}
