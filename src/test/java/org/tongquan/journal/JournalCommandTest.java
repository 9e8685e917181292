package org.tongquan.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongquan.console.Exit;
import org.tongquan.journal.cli.JournalCommand;
import picocli.CommandLine;

class JournalCommandTest {
    private final SampleLog log = new SampleLog(12, 5);
    private final String key = log.key.toString();

    @TempDir private Path folder;

    /// Exit code and what was printed.
    private record Outcome(int exit, String out) {}

    @Test
    void saysThatALogIsWhole() throws IOException {
        var outcome = run("verify", file(log.lines()), "--key", key);
        assertThat(outcome.exit()).isEqualTo(Exit.OK);
        assertThat(outcome.out())
                .contains("entries 12, signed size 12, checkpoints 4")
                .contains("whole: nothing was edited, removed, inserted or reordered")
                .doesNotContain("from the file itself");
    }

    @Test
    void saysWhoseKeyItBelieved() throws IOException {
        assertThat(run("verify", file(log.lines())).out()).contains("(from the file itself)");
    }

    @Test
    void namesWhatWasDone() throws IOException {
        var lines = new ArrayList<>(log.lines());
        lines.remove(4);
        var outcome = run("verify", file(lines), "--key", key);
        assertThat(outcome.exit()).isEqualTo(Exit.NO);
        assertThat(outcome.out()).contains("REMOVED entry 3 missing");
        assertThat(run("verify", file(lines), "--json").out())
                .contains("\"whole\" : false")
                .contains("\"kind\" : \"REMOVED\"")
                .contains("\"index\" : 3");
    }

    @Test
    void comparesWithACheckpointKeptFromEarlier() throws IOException {
        var kept = folder.resolve("kept.txt");
        Files.writeString(kept, log.checkpoint(10).toString());
        var file = file(log.lines());
        assertThat(run("verify", file, "--key", key, "--checkpoint", kept.toString()).exit())
                .isEqualTo(Exit.OK);
        Files.writeString(kept, new SampleLog(10, 5).checkpoint(10).toString());
        assertThat(run("verify", file, "--key", key, "--checkpoint", kept.toString()).exit())
                .isEqualTo(Exit.NO);
    }

    @Test
    void answersFilesThatAreNoLog() throws IOException {
        assertThat(run("verify", file(List.of())).exit()).isEqualTo(Exit.NO);
        var binary = folder.resolve("binary");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0, '\n', (byte) 0x80});
        assertThat(run("verify", binary.toString()).exit()).isEqualTo(Exit.NO);
    }

    @Test
    void explainsAWrongCommandLine() throws IOException {
        var file = file(log.lines());
        assertThat(run("verify", folder.resolve("none").toString()).exit()).isEqualTo(Exit.USAGE);
        assertThat(run("verify", file, "--key", "no key").exit()).isEqualTo(Exit.USAGE);
        assertThat(run("verify", file, "--checkpoint", file).exit()).isEqualTo(Exit.USAGE);
        assertThat(run("prove", "no-uuid").exit()).isEqualTo(Exit.USAGE);
    }

    private String file(List<String> lines) throws IOException {
        var file = Files.createTempFile(folder, "log", ".jsonl");
        Files.write(file, lines);
        return file.toString();
    }

    private static Outcome run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var before = System.out;
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            int exit =
                    new CommandLine(new JournalCommand())
                            .setErr(new PrintWriter(new StringWriter()))
                            .execute(arguments);
            return new Outcome(exit, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }
}
