package org.tongquan.ledger.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Scores annotated texts from the command line: `ScoreTrial [-b] TEXT GOLD ...`.
public final class ScoreTrial {
    private ScoreTrial() {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var score = new ReadingScore();
        var lexicon = Lexica.a();
        for (int i = 0; i + 1 < args.length; i += 2) {
            while (args[i].equals("-b") || args[i].equals("-a")) {
                lexicon = args[i].equals("-b") ? Lexica.b() : Lexica.a();
                i++;
            }
            String text = Files.readString(Path.of(args[i]));
            var reading =
                    PolicyReader.read(new SourceText(args[i], text, java.util.List.of()), lexicon);
            score.differences.add("== " + args[i]);
            if (reading instanceof Read read) {
                score.add(
                        text,
                        read,
                        Gold.parse(text, Files.readString(Path.of(args[i + 1])), lexicon));
            } else {
                score.differences.add(reading.toString());
            }
        }
        score.differences.forEach(out::println);
        score.counts.forEach((k, v) -> out.println(k + " " + v));
    }
}
