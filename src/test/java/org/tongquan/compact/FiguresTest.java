package org.tongquan.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.form.Field;
import org.tongquan.compact.form.FormReader;
import org.tongquan.compact.form.Mentions;
import org.tongquan.compact.form.YamlFile;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.kernel.Problems;

/// Nothing of an article is lost: every figure and every name of its text, as listed beside the
/// compact, stands in a commitment of that article.
class FiguresTest {
    /// Parts of the published text, the general aims first.
    private static final int JIAODONG_PARTS = 19;

    private static final Pattern DIGIT = Pattern.compile("\\d");

    record Expected(@Field("one entry for each article") List<Figures> articles) {}

    record Figures(
            @Field("the article") String id,
            @Field("figures of its text") List<String> figures,
            @Field("names in its text") List<String> names) {}

    @Test
    void everyFigureAndNameOfAnArticleStandsInOneOfItsCommitments() throws IOException {
        var missing = new ArrayList<String>();
        for (var id : new CompactFolder(TestCompacts.SHIPPED).list()) {
            var file = TestCompacts.SHIPPED.resolve(id).resolve("expected/figures.yaml");
            if (Files.exists(file)) {
                compare(TestCompacts.get(TestCompacts.SHIPPED, id).compact(), file, missing);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theRegionsCarryACommitmentForEachObligation() {
        var circle = TestCompacts.get(TestCompacts.SHIPPED, "capital-circle").compact();
        var jiaodong = TestCompacts.get(TestCompacts.SHIPPED, "jiaodong").compact();
        assertThat(circle.articles()).hasSizeGreaterThanOrEqualTo(28);
        assertThat(circle.clauses()).hasSizeGreaterThan(100);
        assertThat(jiaodong.articles()).hasSize(JIAODONG_PARTS);
        assertThat(jiaodong.clauses()).hasSizeGreaterThan(60);
    }

    private static void compare(Compact compact, Path file, List<String> missing)
            throws IOException {
        var problems = new Problems();
        var root = YamlFile.read(file.toString(), Files.readAllBytes(file), problems);
        var reader = new FormReader(file.toString(), problems, new Mentions());
        var expected = reader.read(Expected.class, root.orElseThrow());
        assertThat(problems.list()).isEmpty();
        for (var article : expected.orElseThrow().articles()) {
            var text = text(compact, article.id());
            for (var word : article.figures()) {
                note(word, text, compact, article.id(), missing);
            }
            for (var word : article.names()) {
                note(word, text, compact, article.id(), missing);
            }
        }
    }

    private static void note(
            String word, String text, Compact compact, String article, List<String> missing) {
        if (!whole(bare(word)).matcher(bare(text)).find()) {
            missing.add(compact.id() + " " + article + ": " + word);
        }
    }

    /// The word with no further digit beside it: 7 is not in 2017, nor in 1.7.
    private static Pattern whole(String word) {
        var before = DIGIT.matcher(word.substring(0, 1)).matches() ? "(?<!\\d|\\d[.,])" : "";
        var last = word.substring(word.length() - 1);
        var after = DIGIT.matcher(last).matches() ? "(?!\\d|[.,]\\d)" : "";
        return Pattern.compile(before + Pattern.quote(word) + after);
    }

    /// Quotation marks and the width of brackets do not count.
    private static String bare(String text) {
        return text.replaceAll("[“”\"‘’「」]", "").replace('（', '(').replace('）', ')');
    }

    private static String text(Compact compact, String id) {
        var article =
                compact.articles().stream()
                        .filter(a -> a.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        var text = new StringBuilder();
        for (var clause : article.commitments()) {
            text.append(clause.text().zh()).append('\n');
            text.append(String.join("\n", clause.names())).append('\n');
            text.append(String.join("\n", clause.figures())).append('\n');
            text.append(String.join("\n", clause.otherPlaces())).append('\n');
            text.append(Objects.toString(clause.start(), "")).append('\n');
            text.append(Objects.toString(clause.deadline(), "")).append('\n');
            for (var indicator : clause.indicators()) {
                text.append(indicator.name()).append('\n');
                text.append(indicator.value().stripTrailingZeros().toPlainString());
                text.append(Objects.toString(indicator.unit(), "")).append('\n');
            }
        }
        return text.toString();
    }
}
