package org.tongquan.identity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongquan.console.Exit;
import org.tongquan.host.TestHost;
import picocli.CommandLine;

/// The commands over a running instance, without Spring's web part.
class IdentityCommandTest {
    private static final String REGION = "test-circle";

    private String printed = "";

    @Test
    void theFirstSystemOfficerComesToBeAtTheCommandLine() {
        var login = "c" + UUID.randomUUID().toString().substring(0, 10);
        assertThat(run("add", login, "--region", REGION, "--name", "系统管理员")).isEqualTo(Exit.OK);
        assertThat(printed).contains(login).contains("initial-password");
        assertThat(run("add", login, "--region", REGION, "--name", "系统管理员")).isEqualTo(Exit.NO);
        assertThat(run("grant", login, "--region", REGION, "--body", REGION + ":system"))
                .isEqualTo(Exit.OK);
        assertThat(run("grant", login, "--region", REGION, "--body", REGION + ":audit"))
                .isEqualTo(Exit.NO);
        assertThat(run("list", "--region", REGION, "--json")).isEqualTo(Exit.OK);
        assertThat(printed).contains("\"" + login + "\"").contains(REGION + ":system");
        assertThat(run("reset-password", login, "--region", REGION)).isEqualTo(Exit.OK);
        assertThat(run("bodies", "--region", REGION)).isEqualTo(Exit.OK);
        assertThat(printed).contains("MANAGE_PEOPLE");
    }

    @Test
    void anUnknownLoginIsRefused() {
        assertThat(run("reset-password", "nobody-at-all", "--region", REGION)).isEqualTo(Exit.NO);
    }

    private int run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            var command = new IdentityCommand(() -> OpenPeople.over(TestHost.get(), () -> {}));
            return new CommandLine(command).execute(arguments);
        } finally {
            System.setOut(before);
            printed = bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
