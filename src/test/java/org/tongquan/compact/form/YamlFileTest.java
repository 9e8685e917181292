package org.tongquan.compact.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tongquan.kernel.Problems;

class YamlFileTest {
    private static String refusal(byte[] bytes) {
        var problems = new Problems();
        assertThat(YamlFile.read("f.yaml", bytes, problems)).isEmpty();
        assertThat(problems.count()).isEqualTo(1);
        return problems.list().getFirst().toString();
    }

    private static String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesABillionLaughsAtTheFirstAnchor() {
        assertThat(refusal("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"))
                .startsWith("f.yaml:1:4: the anchor '&a' is not allowed");
    }

    @Test
    void refusesTagsThatMakeObjects() {
        assertThat(refusal("a: !!javax.script.ScriptEngineManager []")).contains("tag");
        assertThat(refusal("a: !mine x")).contains("the tag '!mine' is not allowed");
    }

    @Test
    void refusesTooDeepNesting() {
        assertThat(refusal("a: " + "[".repeat(200) + "]".repeat(200))).contains("not YAML");
    }

    @Test
    void refusesAFileOverTheLimit() {
        assertThat(refusal(new byte[YamlFile.MOST_BYTES + 1])).contains("at most 4194304");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThat(refusal("名".getBytes(java.nio.charset.Charset.forName("GB18030"))))
                .contains("not UTF-8");
    }

    @Test
    void namesTheLineOfASyntaxFault() {
        assertThat(refusal("a: 1\nb: [1, 2\nc: 3\n")).startsWith("f.yaml:3:2: not YAML");
    }

    @Test
    void refusesASecondDocumentAndARootThatIsNoMapping() {
        assertThat(refusal("a: 1\n---\nb: 2\n")).contains("not YAML");
        assertThat(refusal("- a\n")).contains("the file is not a mapping");
    }

    @Test
    void anEmptyFileHoldsNothingAndIsNoProblem() {
        var problems = new Problems();
        assertThat(YamlFile.read("f.yaml", new byte[0], problems)).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }
}
