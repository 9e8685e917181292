package org.tongquan.ledger.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.cli.Places;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import org.tongquan.kernel.Problem;
import org.tongquan.ledger.drafting.Dictionaries;
import org.tongquan.ledger.reading.Found;
import org.tongquan.ledger.reading.Lexicon;
import org.tongquan.ledger.reading.PolicyReader;
import org.tongquan.ledger.reading.Read;
import org.tongquan.ledger.reading.Reading;
import org.tongquan.ledger.reading.ReadingJson;
import org.tongquan.ledger.reading.SourceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ledger read FILE --region R`: what a document lays down, as a table or as JSON.
@Command(
        name = "read",
        description = "Reads a document: txt, html, docx or pdf. 读取一份文件。",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
    private static final int SHOWN = 40;

    @Parameters(paramLabel = "FILE", description = "document to read")
    private Path file = Path.of("");

    @Option(
            names = "--region",
            paramLabel = "ID",
            description = "compact whose places and units are known; without it, none are")
    private @Nullable String region;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var outcome =
                switch (SourceText.of(file)) {
                    case Reading.Refused refused -> refused;
                    case SourceText text -> PolicyReader.read(text, lexicon());
                };
        return switch (outcome) {
            case Read read -> {
                if (json) {
                    System.out.println(ReadingJson.write(read));
                } else {
                    print(read);
                }
                yield Exit.OK;
            }
            case Reading.Refused refused -> {
                if (json) {
                    System.out.println(ReadingJson.write(refused));
                }
                refused.problems().forEach(System.err::println);
                yield Exit.NO;
            }
        };
    }

    private Lexicon lexicon() {
        if (region == null) {
            return Lexicon.EMPTY;
        }
        Resolved compact = Places.get(region);
        return Dictionaries.of(compact, day(compact)).lexicon();
    }

    /// Names and codes as of the compact's first day: deterministic, whatever today is.
    private static LocalDate day(Resolved compact) {
        return compact.compact().compact().validFrom();
    }

    private static void print(Read read) {
        var head = read.document();
        System.out.println(head.title() + " " + head.number());
        var rows = new Listing("id", "commitment", "cities", "lead", "deadline", "sure");
        for (var c : read.commitments()) {
            rows.row(
                    c.id(),
                    cut(c.action()),
                    c.allMembers() ? "*" : join(c.cities()),
                    join(c.leadUnits()),
                    c.deadline() == null ? "" : c.deadline(),
                    "%.2f".formatted(c.confidence()));
        }
        rows.print(System.out, false);
        read.problems().stream().map(Problem::toString).forEach(System.err::println);
    }

    private static String join(java.util.List<Found<String>> found) {
        return String.join("、", found.stream().map(Found::value).toList());
    }

    private static String cut(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
