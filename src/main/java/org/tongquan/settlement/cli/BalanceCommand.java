package org.tongquan.settlement.cli;

import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import org.tongquan.settlement.Settlement;
import org.tongquan.settlement.posting.Balance;
import org.tongquan.settlement.posting.Holding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How an account stands, or stood.
@Command(
        name = "balance",
        description = "How an account stands, now or at a moment. 账户余额。",
        mixinStandardHelpOptions = true)
final class BalanceCommand implements Callable<Integer> {
    private final SettlementCommand.Books books;

    @Parameters(paramLabel = "ID", description = "the account")
    private String id = "";

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            description = "a day (its end, in China) or an instant; else now")
    private @Nullable String at;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    BalanceCommand(SettlementCommand.Books books) {
        this.books = books;
    }

    @Override
    public Integer call() {
        try {
            var moment = at == null ? null : Moments.at(at);
            return books.with(
                    settlement -> {
                        var now = settlement.find(Settlement.JOB, id);
                        if (now.isEmpty()) {
                            return SettlementCommand.unknown("account " + id);
                        }
                        var then =
                                moment == null
                                        ? now.get().balance()
                                        : settlement.asOf(Settlement.JOB, id, moment).orElseThrow();
                        var happened =
                                moment == null
                                        ? then.posted()
                                        : settlement
                                                .byEvent(Settlement.JOB, id, moment)
                                                .orElseThrow();
                        print(now.get(), then, happened);
                        return Exit.OK;
                    });
        } catch (DateTimeParseException e) {
            System.err.println("tongquan: no moment: " + at);
            return Exit.USAGE;
        }
    }

    private void print(Holding holding, Balance balance, long happened) {
        var unit = holding.account().unit();
        new Listing("account", "posted", "incoming", "outgoing", "by-event", "legs")
                .row(
                        id,
                        unit.format(balance.posted()),
                        unit.format(balance.incoming()),
                        unit.format(balance.outgoing()),
                        unit.format(happened),
                        balance.version())
                .print(System.out, json);
    }
}
