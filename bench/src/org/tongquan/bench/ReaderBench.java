package org.tongquan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.compact.reading.Loaded;
import org.tongquan.kernel.Problems;
import org.tongquan.ledger.drafting.Dictionaries;
import org.tongquan.ledger.reading.Lexicon;
import org.tongquan.ledger.reading.PolicyReader;
import org.tongquan.ledger.reading.Read;
import org.tongquan.ledger.reading.SourceText;

/// The reader: characters a second and the time for a document, cold and warm.
///
/// Peer: the same text normalised (NFKC) and split into sentences by one regular expression. The
/// least that any reader has to do.
public final class ReaderBench {
    private static final int LENGTH = 20_000;
    private static final int WARM_UPS = 40;
    private static final int RUNS = 200;
    private static final int SHORTEST = 500;
    private static final Pattern SENTENCE = Pattern.compile("[^。；！？\\n]+[。；！？\\n]*");

    private ReaderBench() {}

    /// @param arguments a folder of documents, or nothing
    public static void main(String[] arguments) throws Exception {
        var invented = Path.of("src/test/resources/compacts");
        var lexicon = lexicon(invented, "yunhe");
        var text = PolicyText.of(LENGTH);
        cold(text, lexicon);
        warm("reader, warm, invented region", text, lexicon);
        var region = System.getenv().getOrDefault("TONGQUAN_BENCH_REGION", "capital-circle");
        var shipped = lexicon(shipped(), region);
        warm("reader, warm, dictionaries of " + region, text, shipped);
        if (arguments.length > 0) {
            folder(Path.of(arguments[0]), shipped);
        }
    }

    /// The first document of a fresh JVM, as the command line meets it.
    private static void cold(String text, Lexicon lexicon) throws Exception {
        var peer = Times.measure(0, 1, () -> plain(text));
        var ours = Times.measure(0, 1, () -> read(text, lexicon));
        History.of("reader, cold (first document of a JVM)")
                .times(ours)
                .with("characters", text.length())
                .peer("normalise and split, also cold", ours.p50() / peer.p50())
                .keep();
    }

    private static void warm(String scenario, String text, Lexicon lexicon) throws Exception {
        var both = Times.inTurn(WARM_UPS, RUNS, () -> read(text, lexicon), () -> plain(text));
        History.of(scenario)
                .times(both[0])
                .with("characters", text.length())
                .with("commitments", read(text, lexicon).commitments().size())
                .with("characters_per_s", perSecond(text.length(), both[0].p50()))
                .with("target_p95_ms", 300)
                .peer("normalise and split", both[0].p50() / both[1].p50())
                .keep();
    }

    /// Documents of somebody's own: time for each, scaled to 20,000 characters.
    private static void folder(Path folder, Lexicon lexicon) throws Exception {
        var ours = new ArrayList<Long>();
        var scaled = new ArrayList<Long>();
        long characters = 0;
        long total = 0;
        long plain = 0;
        for (var file : files(folder)) {
            if (!(SourceText.of(file) instanceof SourceText source)
                    || source.text().length() < SHORTEST
                    || !(PolicyReader.read(source, lexicon) instanceof Read)) {
                continue;
            }
            var times =
                    Times.inTurn(
                            3,
                            5,
                            () -> PolicyReader.read(source, lexicon),
                            () -> plain(source.text()));
            long nanos = times[0].sorted()[2];
            ours.add(nanos);
            scaled.add(nanos * LENGTH / source.text().length());
            characters += source.text().length();
            total += nanos;
            plain += times[1].sorted()[2];
        }
        var each = Times.of(ours.stream().mapToLong(Long::longValue).toArray());
        var even = Times.of(scaled.stream().mapToLong(Long::longValue).toArray());
        History.of("reader, warm, a folder of documents")
                .times(each)
                .with("documents", ours.size())
                .with("characters_per_s", perSecond(characters, total / 1e6))
                .with("p95_ms_per_20000_characters", even.p95())
                .with("target_p95_ms", 300)
                .peer("normalise and split", (double) total / plain)
                .keep();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(p -> p.toString().matches(".*\\.(txt|html|docx|pdf)"))
                    .sorted()
                    .toList();
        }
    }

    private static Read read(String text, Lexicon lexicon) {
        return (Read) PolicyReader.read(SourceText.of(text), lexicon);
    }

    private static int plain(String text) {
        var sentences = SENTENCE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        int count = 0;
        while (sentences.find()) {
            count += sentences.group().isBlank() ? 0 : 1;
        }
        return count;
    }

    private static long perSecond(long characters, double millis) {
        return Math.round(characters / millis * 1000);
    }

    private static Path shipped() {
        return Path.of(System.getenv("TONGQUAN_COMPACTS"));
    }

    private static Lexicon lexicon(Path folder, String region) {
        return switch (new CompactFolder(folder, shipped()).load(region)) {
            case Loaded.Rejected(var problems) -> throw new Problems.Rejected(problems);
            case Loaded.Ok(var compact) ->
                    Dictionaries.of(compact, compact.compact().compact().validFrom()).lexicon();
        };
    }
}
