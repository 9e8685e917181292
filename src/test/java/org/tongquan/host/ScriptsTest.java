package org.tongquan.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongquan.console.Exit;

/// The scripts of `bin/` on a machine that lacks what they need.
class ScriptsTest {
    private static final List<String> PLAIN =
            List.of("bash", "cat", "date", "dirname", "find", "grep", "head", "id", "sed", "uname");

    @TempDir private Path tools;

    @Test
    void aCheckSaysAllThatIsMissingAtOnceAndStartsNothing() throws Exception {
        var said = run("bin/check");
        assertThat(said.code()).isEqualTo(Exit.SURROUNDINGS);
        assertThat(said.text())
                .contains("bin/check needs what is not here", "Maven 3.8", "Node.js 20")
                .doesNotContain("==");
    }

    @Test
    void aBuildSaysAllThatIsMissingAtOnce() throws Exception {
        var said = run("-c", ". bin/build.sh; stamp=none; tongquan_prepare");
        assertThat(said.code()).isEqualTo(Exit.SURROUNDINGS);
        assertThat(said.text()).contains("building Tongquan needs", "Maven 3.8", "Node.js 20");
    }

    private record Said(int code, String text) {}

    private Said run(String... arguments) throws IOException, InterruptedException {
        for (var tool : PLAIN) {
            var link = tools.resolve(tool);
            var there = place(tool);
            if (there.isPresent() && !Files.exists(link)) {
                Files.createSymbolicLink(link, there.get());
            }
        }
        var builder = new ProcessBuilder(tools.resolve("bash").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("PATH", tools.toString());
        builder.redirectErrorStream(true);
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private static Optional<Path> place(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::exists)
                .findFirst();
    }
}
