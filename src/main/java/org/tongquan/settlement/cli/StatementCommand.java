package org.tongquan.settlement.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import org.tongquan.settlement.Settlement;
import org.tongquan.settlement.posting.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The legs of an account in a period, from its opening to its closing balance.
@Command(
        name = "statement",
        description = "Legs of an account in a period. 账户对账单。",
        mixinStandardHelpOptions = true)
final class StatementCommand implements Callable<Integer> {
    private final SettlementCommand.Books books;

    @Parameters(paramLabel = "ID", description = "the account")
    private String id = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "MOMENT",
            description = "first day, in China, or an instant")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "MOMENT",
            description = "last day, or the instant before which it ends")
    private String to = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    StatementCommand(SettlementCommand.Books books) {
        this.books = books;
    }

    @Override
    public Integer call() {
        try {
            var begin = Moments.from(from);
            var end = Moments.before(to);
            return books.with(settlement -> print(settlement, begin, end));
        } catch (DateTimeParseException e) {
            System.err.println("tongquan: no moment: " + e.getParsedString());
            return Exit.USAGE;
        }
    }

    private int print(Settlement settlement, Instant begin, Instant end) {
        var rows =
                new Listing(
                        "posting",
                        "kind",
                        "purpose",
                        "event",
                        "recorded",
                        "amount",
                        "reserved",
                        "posted",
                        "text");
        long after = 0;
        while (true) {
            var page =
                    settlement.statement(
                            Settlement.JOB, id, begin, end, after, Settlement.MOST_LISTED);
            if (page.isEmpty()) {
                return SettlementCommand.unknown("account " + id);
            }
            var statement = page.get();
            if (after == 0) {
                rows.row("", "opening", "", "", "", "", "", opening(statement), "");
            }
            statement.lines().forEach(line -> row(rows, statement, line));
            if (statement.next().isEmpty()) {
                var unit = statement.account().unit();
                var closing = unit.format(statement.closing().posted());
                rows.row("", "closing", "", "", "", "", "", closing, "");
                rows.print(System.out, json);
                return Exit.OK;
            }
            after = statement.next().getAsLong();
        }
    }

    private static String opening(Statement statement) {
        return statement.account().unit().format(statement.opening().posted());
    }

    private static void row(Listing rows, Statement statement, Statement.Line line) {
        var unit = statement.account().unit();
        rows.row(
                line.posting().toString(),
                line.kind().word(),
                line.purpose(),
                line.eventAt().toString(),
                line.recordedAt().toString(),
                unit.format(line.amount()),
                unit.format(line.reserved()),
                unit.format(line.after().posted()),
                line.text());
    }
}
