package org.tongquan.ledger.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.Collectors;

/// Reads files from the command line and prints what each sentence became, for people who work on
/// the grammar: `ReadingTrial [--json] [-b] FILE...`.
public final class ReadingTrial {
    private ReadingTrial() {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean json = false;
        var lexicon = Lexica.a();
        for (var arg : args) {
            if (arg.equals("--json")) {
                json = true;
            } else if (arg.equals("-b")) {
                lexicon = Lexica.b();
            } else {
                print(arg, lexicon, json, out);
            }
        }
    }

    private static void print(String file, Lexicon lexicon, boolean json, PrintStream out)
            throws IOException {
        var extraction = SourceText.of(Path.of(file));
        if (!(extraction instanceof SourceText source)) {
            out.println(file + " " + extraction);
            return;
        }
        long start = System.nanoTime();
        var reading = PolicyReader.read(source, lexicon);
        long ms = (System.nanoTime() - start) / 1_000_000;
        if (!(reading instanceof Read read)) {
            out.println(file + " " + reading);
            return;
        }
        if (json) {
            out.print(ReadingJson.write(read));
            return;
        }
        out.println("=== " + file + " " + ms + " ms " + read.document());
        var rows = new ArrayList<Object[]>();
        read.articles()
                .forEach(
                        a ->
                                rows.add(
                                        new Object[] {
                                            a.start(),
                                            "## "
                                                    + a.level().word()
                                                    + " "
                                                    + a.number()
                                                    + " | "
                                                    + a.title()
                                        }));
        read.skipped().stream()
                .filter(s -> !s.rule().equals("heading"))
                .forEach(
                        s ->
                                rows.add(
                                        new Object[] {
                                            s.start(),
                                            "   - "
                                                    + s.rule()
                                                    + ": "
                                                    + source.text()
                                                            .substring(s.start(), s.end())
                                                            .replace("\n", "⏎")
                                        }));
        read.commitments().forEach(c -> rows.add(new Object[] {c.start(), line(c)}));
        rows.sort(Comparator.comparingInt(r -> (Integer) r[0]));
        rows.forEach(r -> out.println(r[0] + " " + r[1]));
        read.problems().forEach(out::println);
    }

    private static String line(Commitment c) {
        var more = new StringBuilder();
        if (!c.leadUnits().isEmpty() || !c.coopUnits().isEmpty()) {
            more.append(" {")
                    .append(c.leadSource().word())
                    .append(c.leadExplicit() ? "!" : "")
                    .append(' ')
                    .append(names(c.leadUnits()))
                    .append(" / ")
                    .append(names(c.coopUnits()))
                    .append('}');
        }
        if (!c.cities().isEmpty() || !c.otherPlaces().isEmpty()) {
            more.append(" [")
                    .append(c.allMembers() ? "ALL " : "")
                    .append(names(c.cities()))
                    .append(" + ")
                    .append(names(c.otherPlaces()))
                    .append(']');
        }
        c.deadlines()
                .forEach(
                        d ->
                                more.append(" <")
                                        .append(d.text())
                                        .append(' ')
                                        .append(d.type().word())
                                        .append(' ')
                                        .append(d.value())
                                        .append('>'));
        c.indicators()
                .forEach(
                        i ->
                                more.append(" (")
                                        .append(i.name())
                                        .append(' ')
                                        .append(i.operator())
                                        .append(' ')
                                        .append(i.value().toPlainString())
                                        .append(' ')
                                        .append(i.unit())
                                        .append(')'));
        c.relativeTargets()
                .forEach(
                        r ->
                                more.append(" (rel ")
                                        .append(r.name())
                                        .append(r.operator())
                                        .append(r.to())
                                        .append(')'));
        return "* " + c.kind().word().charAt(0) + " " + c.action().replace("\n", "⏎") + more;
    }

    private static String names(java.util.List<Found<String>> list) {
        return list.stream().map(Found::value).collect(Collectors.joining(","));
    }
}
