package org.tongquan.compact.cli;

import java.util.concurrent.Callable;
import org.tongquan.compact.form.Json;
import org.tongquan.compact.version.Difference;
import org.tongquan.console.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `compact diff A B`: what differs, entry by entry. Exit code 0 when nothing does, else 1.
@Command(
        name = "diff",
        description = "Compares two versions entry by entry. 逐条比较两个版本。",
        mixinStandardHelpOptions = true)
final class CompactDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "id, folder or exported file")
    private String a = "";

    @Parameters(index = "1", paramLabel = "B", description = "id, folder or exported file")
    private String b = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        var difference = Difference.between(Places.get(a).compact(), Places.get(b).compact());
        System.out.print(json ? Json.pretty(difference) : difference.text());
        return difference.isEmpty() ? Exit.OK : Exit.NO;
    }
}
