package org.tongquan.settlement.cli;

import java.util.concurrent.Callable;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import org.tongquan.settlement.Settlement;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Posting;
import org.tongquan.settlement.posting.PostingId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A posting with its legs, and whether its proof holds; 1 when it does not.
@Command(
        name = "show",
        description = "A posting, its legs, its proof. 查看一笔记账及其证明。",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    private final SettlementCommand.Books books;

    @Parameters(paramLabel = "P", description = "the posting, as P1204-17, or its key")
    private String id = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    ShowCommand(SettlementCommand.Books books) {
        this.books = books;
    }

    @Override
    public Integer call() {
        return books.with(
                settlement -> {
                    var found =
                            PostingId.parse(id)
                                    .map(p -> settlement.get(Settlement.JOB, p))
                                    .orElseGet(() -> settlement.getByKey(Settlement.JOB, id));
                    if (found.isEmpty()) {
                        return SettlementCommand.unknown("posting " + id);
                    }
                    print(found.get());
                    var proof =
                            settlement.prove(Settlement.JOB, found.get().head().id()).orElseThrow();
                    boolean holds = proof.holds(proof.root());
                    System.err.println(
                            holds
                                    ? "proved by the root of its batch " + proof.root()
                                    : "is not what the root of its batch says");
                    return holds ? Exit.OK : Exit.NO;
                });
    }

    private void print(Posting posting) {
        var head = posting.head();
        System.err.printf(
                "%s %s %s, key %s, event %s, recorded %s%s%n",
                head.id(),
                head.kind().word(),
                head.note().purpose(),
                head.key(),
                head.note().eventAt(),
                head.recordedAt(),
                posting.endedBy().map(e -> ", ended by " + e).orElse(""));
        var rows = new Listing("leg", "account", "amount", "reserved", "text");
        for (var leg : posting.legs()) {
            var unit = Account.parse(leg.account()).orElseThrow().unit();
            rows.row(
                    leg.no(),
                    leg.account(),
                    unit.format(leg.amount()),
                    unit.format(leg.reserved()),
                    leg.text());
        }
        rows.print(System.out, json);
    }
}
