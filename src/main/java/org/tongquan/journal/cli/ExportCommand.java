package org.tongquan.journal.cli;

import java.util.concurrent.Callable;
import org.tongquan.console.Exit;
import org.tongquan.journal.Journal;
import picocli.CommandLine.Command;

/// Writes the whole log to standard output, for `journal verify`.
@Command(
        name = "export",
        description = "Writes the log as JSON lines, for verify. 导出存证，供离线核验。",
        mixinStandardHelpOptions = true)
class ExportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        try (var open = OpenJournal.open()) {
            open.journal().export(Journal.JOB, System.out::println);
            if (open.journal().findCheckpoint(Journal.JOB).isEmpty()) {
                System.err.println("the log is empty: nothing was recorded yet");
            }
        }
        return Exit.OK;
    }
}
