package org.tongquan.ledger.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import org.tongquan.ledger.recounting.Recount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `ledger recount --region R`: everything that was said, computed again from what was kept.
@Command(
        name = "recount",
        description = "Computes outcomes again and names what differs. 复算核对。",
        mixinStandardHelpOptions = true)
public final class RecountCommand implements Callable<Integer> {
    /// Opens the house and computes inside it.
    public interface Again {
        /// Empty when no version of the region is adopted.
        Optional<Recount> of(String region);
    }

    private final Again again;

    @Option(names = "--region", paramLabel = "ID", required = true, description = "the compact")
    private String region = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    public RecountCommand(Again again) {
        this.again = again;
    }

    @Override
    public Integer call() {
        var recount = again.of(region);
        if (recount.isEmpty()) {
            System.err.println("no version of '%s' is adopted".formatted(region));
            return Exit.NO;
        }
        print(recount.get());
        return recount.get().isSame() ? Exit.OK : Exit.NO;
    }

    private void print(Recount recount) {
        var rows = new Listing("what", "computed", "different", "about", "kept", "now");
        for (var part : recount.parts()) {
            rows.row(part.what(), part.count(), part.found(), "", "", "");
            for (var one : part.mismatches()) {
                rows.row(part.what(), "", "", one.subject(), one.kept(), one.now());
            }
        }
        rows.print(System.out, json);
    }
}
