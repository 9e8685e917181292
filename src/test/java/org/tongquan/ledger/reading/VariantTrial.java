package org.tongquan.ledger.reading;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Compares a reading of each file with readings of its variants: `VariantTrial [-b] FILE...`.
public final class VariantTrial {
    private VariantTrial() {}

    public static void main(String[] args) throws java.io.IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var lexicon = Lexica.a();
        Map<String, UnaryOperator<String>> variants =
                Map.of(
                        "traditional",
                        Variants::traditional,
                        "wrong",
                        Variants::wronglyTraditional,
                        "half",
                        Variants::halfWidth,
                        "stops",
                        Variants::halfWidthWithStops,
                        "wide",
                        Variants::wideDigits);
        for (var arg : args) {
            if (arg.equals("-b")) {
                lexicon = Lexica.b();
                continue;
            }
            String text = Files.readString(Path.of(arg));
            if (!(PolicyReader.read(SourceText.of(text), lexicon) instanceof Read base)) {
                continue;
            }
            var gold =
                    new Gold(
                            base.articles().stream()
                                    .map(a -> new Gold.Heading(a.level().word(), "", a.start()))
                                    .toList(),
                            base.commitments().stream().map(Gold::of).toList());
            for (var variant : variants.entrySet()) {
                String other = variant.getValue().apply(text);
                if (!(PolicyReader.read(SourceText.of(other), lexicon) instanceof Read read)) {
                    out.println(arg + " " + variant.getKey() + " REFUSED");
                    continue;
                }
                var score = new ReadingScore();
                var bare =
                        new Read(
                                read.document(),
                                read.articles().stream()
                                        .map(
                                                a ->
                                                        new Article(
                                                                a.level(),
                                                                "",
                                                                a.title(),
                                                                a.start(),
                                                                a.end(),
                                                                a.path(),
                                                                a.titleEnd()))
                                        .toList(),
                                read.commitments(),
                                List.of(),
                                List.of());
                score.add(other, bare, gold);
                var worst = new StringBuilder();
                score.counts.forEach(
                        (k, v) ->
                                worst.append(
                                        v.f1() < 0.9999
                                                ? " " + k + "=" + Math.round(v.f1() * 1000) / 1000.0
                                                : ""));
                out.println(
                        arg.substring(arg.lastIndexOf('/') + 1) + " " + variant.getKey() + worst);
                if (args.length <= 2) {
                    score.differences.forEach(d -> out.println("   " + d));
                }
            }
        }
    }
}
