package org.tongquan.settlement.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.console.Exit;
import org.tongquan.settlement.Settlement;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Opens an account with its limits.
@Command(name = "open", description = "Opens an account. 开立账户。", mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
    private final SettlementCommand.Books books;

    @Parameters(paramLabel = "ID", description = "REGION/PARTY/PURPOSE/UNIT; party - is the region")
    private String id = "";

    @Option(names = "--least", paramLabel = "N", description = "never below this; at most 0")
    private @Nullable String least;

    @Option(names = "--most", paramLabel = "N", description = "never above this; at least 0")
    private @Nullable String most;

    OpenCommand(SettlementCommand.Books books) {
        this.books = books;
    }

    @Override
    public Integer call() {
        var named = Account.parse(id);
        if (named.isEmpty()) {
            System.err.println("tongquan: no id of an account: " + id);
            return Exit.USAGE;
        }
        var plain = named.get();
        Account account;
        try {
            account =
                    new Account(
                            plain.region(),
                            plain.party(),
                            plain.purpose(),
                            plain.unit(),
                            amount(plain.unit(), least),
                            amount(plain.unit(), most));
        } catch (IllegalArgumentException e) {
            System.err.println("tongquan: " + e.getMessage());
            return Exit.USAGE;
        }
        return books.with(
                settlement ->
                        switch (settlement.open(Settlement.JOB, List.of(account))) {
                            case Settlement.Opening.Done(var opened) -> {
                                System.out.println(opened == 0 ? "open before" : account.id());
                                yield Exit.OK;
                            }
                            case Settlement.Opening.Refused(var there) -> {
                                System.err.println("tongquan: has other limits: " + there);
                                yield Exit.NO;
                            }
                        });
    }

    private static @Nullable Long amount(Unit unit, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return unit.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("no amount: " + text));
    }
}
