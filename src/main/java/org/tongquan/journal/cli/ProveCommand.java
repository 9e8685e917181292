package org.tongquan.journal.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.tongquan.console.Exit;
import org.tongquan.journal.Journal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Writes the proof of one entry to standard output, for `journal verify --key`.
@Command(
        name = "prove",
        description = "Writes the proof that one entry was recorded. 出具一条存证的证明。",
        mixinStandardHelpOptions = true)
class ProveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ENTRY", description = "Id of the entry.")
    private UUID entry = new UUID(0, 0);

    @Override
    public Integer call() {
        try (var open = OpenJournal.open()) {
            var proof = open.journal().prove(Journal.JOB, entry);
            proof.ifPresentOrElse(
                    found -> System.out.println(found.toJson()),
                    () -> System.err.println("no such entry: " + entry));
            return proof.isPresent() ? Exit.OK : Exit.NO;
        }
    }
}
