package org.tongquan.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// Runs a command as a whole process, its output thrown away.
final class Commands {
    private Commands() {}

    /// @param command `java` stands for the JVM that this program runs on
    /// @throws IllegalStateException unless it ends with 0
    static int run(String... command) throws IOException, InterruptedException {
        var java = System.getProperty("java.home") + "/bin/java";
        var words = Stream.of(command).map(w -> w.equals("java") ? java : w).toList();
        int code =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IllegalStateException(List.of(command) + " ended with " + code);
        }
        return code;
    }

    /// Processor seconds, user and system, of a command and its children: unlike the time on the
    /// clock, they hardly depend on what else the machine does.
    static double processorSeconds(String... command) throws IOException, InterruptedException {
        var java = System.getProperty("java.home") + "/bin/java";
        var words =
                Stream.concat(
                                Stream.of(
                                        "bash",
                                        "-c",
                                        "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null 2>&1",
                                        "bash"),
                                Stream.of(command).map(w -> w.equals("java") ? java : w))
                        .toList();
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes()).strip().split(" ");
        process.waitFor();
        return Double.parseDouble(said[0]) + Double.parseDouble(said[1]);
    }
}
