package org.tongquan.compact.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tongquan.compact.calendar.Terms;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.compact.calendar.WorkCalendar.Due;
import org.tongquan.compact.calendar.WorkCalendar.Weekends;
import org.tongquan.compact.form.Json;
import org.tongquan.console.Exit;
import org.tongquan.kernel.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `calendar due`: the days on which terms end.
@Command(
        name = "due",
        description = "Reckons the ends of terms. 计算期限届满日。",
        mixinStandardHelpOptions = true)
final class CalendarDueCommand implements Callable<Integer> {
    /// Largest table, in bytes.
    private static final int MOST_BYTES = 32 << 20;

    @Option(
            names = "--file",
            required = true,
            paramLabel = "CSV",
            description = "columns start,n and optional unit (WORKDAY or DAY); - is standard input")
    private String file = "";

    @Option(
            names = "--base",
            paramLabel = "ID",
            defaultValue = "cn",
            description = "compact whose calendar counts (${DEFAULT-VALUE})")
    private String base = "";

    @Option(
            names = "--weekends",
            defaultValue = "STAY",
            description =
                    "a term in calendar days that ends on a plain weekend: ${COMPLETION-CANDIDATES}"
                            + " (${DEFAULT-VALUE})")
    private Weekends weekends = Weekends.STAY;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var problems = new Problems();
        var terms = Terms.read(file, text(problems), problems);
        problems.throwIfAny();
        var calendar = Places.get(base).calendar().with(weekends);
        if (json) {
            System.out.print(Json.pretty(rows(terms, calendar)));
            return Exit.OK;
        }
        var out = new StringBuilder("start,n,due,provisional\n");
        for (var term : terms) {
            var due = calendar.due(term.start(), term.n(), term.unit());
            out.append(term.start()).append(',').append(term.n()).append(',');
            out.append(due.date()).append(',').append(due.provisional()).append('\n');
        }
        System.out.print(out);
        return Exit.OK;
    }

    private static List<Map<String, Object>> rows(List<Terms.Term> terms, WorkCalendar calendar) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var term : terms) {
            Due due = calendar.due(term.start(), term.n(), term.unit());
            var row = new LinkedHashMap<String, Object>();
            row.put("start", term.start());
            row.put("n", term.n());
            row.put("unit", term.unit().name());
            row.put("due", due.date());
            row.put("provisional", due.provisional());
            rows.add(row);
        }
        return rows;
    }

    private String text(Problems problems) throws IOException {
        if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
            problems.add(file, 0, "there is no such file", "give the path of a CSV file, or -");
            return "start,n";
        }
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                problems.add(file, 0, "more than " + MOST_BYTES + " bytes", "split the table");
                return "start,n";
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
