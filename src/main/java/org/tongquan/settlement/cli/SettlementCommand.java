package org.tongquan.settlement.cli;

import java.util.function.ToIntFunction;
import org.tongquan.console.Exit;
import org.tongquan.settlement.Settlement;
import org.tongquan.settlement.posting.Recorded;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `tongquan settlement accounts|open|post|balance|statement|show`.
@Command(
        name = "settlement",
        description = "Keeps the books of the parties. 成员方之间的往来账。",
        mixinStandardHelpOptions = true)
public final class SettlementCommand {
    /// Opens the house, lets the work be done in it, and gives its exit code.
    public interface Books {
        int with(ToIntFunction<Settlement> work);
    }

    private SettlementCommand() {}

    /// The command with its verbs.
    public static CommandLine line(Books books) {
        return new CommandLine(new SettlementCommand())
                .addSubcommand(new AccountsCommand(books))
                .addSubcommand(new OpenCommand(books))
                .addSubcommand(new PostCommand(books))
                .addSubcommand(new BalanceCommand(books))
                .addSubcommand(new StatementCommand(books))
                .addSubcommand(new ShowCommand(books));
    }

    /// Tells what became of a posting, and the exit code for it.
    static int tell(Recorded recorded) {
        return switch (recorded) {
            case Recorded.Done done -> {
                System.out.println(done.id());
                if (done.again()) {
                    System.err.println("posted before, at " + done.at());
                }
                yield Exit.OK;
            }
            case Recorded.Refused(var reason, var about) -> {
                var said = new Messages().say(Language.EN, "settlement.refused." + reason);
                System.err.println(
                        "tongquan: " + said + (about.isEmpty() ? "" : " (" + about + ")"));
                yield Exit.NO;
            }
        };
    }

    static int unknown(String what) {
        System.err.println("tongquan: there is no " + what);
        return Exit.NO;
    }
}
