package org.tongquan.identity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tongquan.console.Exit;
import org.tongquan.host.TestHost;
import picocli.CommandLine;

/// What an operator sees of the keys, and does with them.
class KeysCommandTest {
    private String printed = "";

    @Test
    void aNewKeyTakesTheOldOnesPlaceAndTheOldOneIsKept() {
        assertThat(run("list", "--json")).isEqualTo(Exit.OK);
        assertThat(printed).contains("\"signing-1\"", "\"encryption-1\"", "\"blind-index-1\"");
        assertThat(run("rotate", "encryption")).isEqualTo(Exit.OK);
        var made = printed.lines().skip(1).findFirst().orElseThrow().split(" ")[0];
        assertThat(made).matches("encryption-[0-9]+").isNotEqualTo("encryption-1");
        assertThat(run("list")).isEqualTo(Exit.OK);
        assertThat(printed).contains("encryption-1", made);
    }

    @Test
    void aPurposeThatThereIsNotIsRefused() {
        assertThat(run("rotate", "everything")).isEqualTo(Exit.USAGE);
    }

    private int run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Supplier<OpenPeople> open = () -> OpenPeople.over(TestHost.get(), () -> {});
            return new CommandLine(new KeysCommand(open, open))
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .execute(arguments);
        } finally {
            System.setOut(before);
            printed = bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
