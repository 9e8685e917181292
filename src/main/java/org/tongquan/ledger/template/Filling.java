package org.tongquan.ledger.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tongquan.document.Block;

/// What an area puts in the place of placeholders.
public final class Filling {
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Supplier<List<Block>>> inserts = new HashMap<>();

    public Filling word(String name, Object value) {
        words.put(name, String.valueOf(value));
        return this;
    }

    /// @param blocks made only when the template asks for them
    public Filling insert(String name, Supplier<List<Block>> blocks) {
        inserts.put(name, blocks);
        return this;
    }

    Optional<String> word(String name) {
        return Optional.ofNullable(words.get(name));
    }

    boolean knows(String insert) {
        return inserts.containsKey(insert);
    }

    List<Block> blocks(String insert) {
        return inserts.getOrDefault(insert, List::of).get();
    }

    /// Made-up values, to look at a template by.
    public static Filling example(TemplateKind kind) {
        var filling = new Filling();
        Vocabulary.words(kind).forEach(e -> filling.word(e.name(), e.example()));
        Vocabulary.inserts(kind).forEach(e -> filling.insert(e.name(), () -> exampleOf(e.name())));
        return filling;
    }

    private static List<Block> exampleOf(String name) {
        var label = name.substring(name.indexOf('：') + 1);
        if (name.startsWith("表")) {
            return List.of(
                    new Block.Table(
                            label,
                            List.of(
                                    new Block.Column("栏目", 1, Block.Align.LEFT),
                                    new Block.Column("示例", 1, Block.Align.CENTRE)),
                            List.of(List.of("甲市", "12"), List.of("乙市", "9"))));
        }
        if (name.startsWith("图")) {
            return List.of(
                    new Block.Chart(
                            Block.Kind.BAR,
                            label,
                            "项",
                            List.of("甲市", "乙市", "丙市"),
                            List.of(new Block.Series("示例", List.of(12.0, 9.0, 7.0)))));
        }
        return List.of(
                new Block.Paragraph("1．" + label + "示例一。"),
                new Block.Paragraph("2．" + label + "示例二。"));
    }
}
