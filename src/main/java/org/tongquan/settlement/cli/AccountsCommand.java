package org.tongquan.settlement.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import org.tongquan.settlement.Settlement;
import org.tongquan.settlement.posting.Holding;
import org.tongquan.settlement.posting.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists accounts, how they stand, and their limits.
@Command(
        name = "accounts",
        description = "Lists accounts and how they stand. 列出账户及余额。",
        mixinStandardHelpOptions = true)
final class AccountsCommand implements Callable<Integer> {
    private final SettlementCommand.Books books;

    @Parameters(
            arity = "0..1",
            paramLabel = "BEGINNING",
            defaultValue = "",
            description = "how their ids begin: REGION/ or REGION/PARTY/")
    private String beginning = "";

    @Option(
            names = "--after",
            paramLabel = "ID",
            defaultValue = "",
            description = "goes on behind this account")
    private String after = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    AccountsCommand(SettlementCommand.Books books) {
        this.books = books;
    }

    @Override
    public Integer call() {
        return books.with(
                settlement -> {
                    var found =
                            settlement.list(
                                    Settlement.JOB, beginning, after, Settlement.MOST_LISTED);
                    var rows =
                            new Listing(
                                    "account",
                                    "posted",
                                    "incoming",
                                    "outgoing",
                                    "least",
                                    "most",
                                    "legs");
                    found.forEach(h -> row(rows, h));
                    rows.print(System.out, json);
                    if (found.size() == Settlement.MOST_LISTED) {
                        System.err.println("more: --after " + found.getLast().account().id());
                    }
                    return Exit.OK;
                });
    }

    private static void row(Listing rows, Holding holding) {
        var unit = holding.account().unit();
        var balance = holding.balance();
        rows.row(
                holding.account().id(),
                unit.format(balance.posted()),
                unit.format(balance.incoming()),
                unit.format(balance.outgoing()),
                limit(unit, holding.account().least()),
                limit(unit, holding.account().most()),
                balance.version());
    }

    private static String limit(Unit unit, @Nullable Long amount) {
        return amount == null ? "" : unit.format(amount);
    }
}
