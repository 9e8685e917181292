package org.tongquan.compact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.TestCompacts;
import org.tongquan.console.Exit;
import org.tongquan.kernel.Problems;
import picocli.CommandLine;

class CompactCommandTest {
    private static final String SETTING = "TONGQUAN_COMPACTS";

    @TempDir private Path root;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private PrintStream before;

    @BeforeEach
    void capture() {
        TestCompacts.copy(root);
        System.setProperty(SETTING, root.toString());
        before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.clearProperty(SETTING);
        System.setOut(before);
    }

    private int run(Object command, String... arguments) {
        out.reset();
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (e, _, _) -> {
                            if (e instanceof Problems.Rejected) {
                                return Exit.NO;
                            }
                            throw e;
                        })
                .execute(arguments);
    }

    private int compact(String... arguments) {
        return run(new CompactCommand(), arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void checkSaysYesOrNamesTheProblems() {
        assertThat(compact("check", "mini")).isEqualTo(Exit.OK);
        assertThat(printed())
                .isEqualTo("mini: ok, version 1, 4 parties, 1 articles, 2 commitments\n");
        TestCompacts.replace(root.resolve("mini/ledger.yaml"), "kind: task", "kind: tusk");
        assertThat(compact("check", "mini", "--json")).isEqualTo(Exit.NO);
        assertThat(printed()).contains("\"file\": \"mini/ledger.yaml\"", "\"line\": 11");
        assertThat(compact("check", root.resolve("mini").toString())).isEqualTo(Exit.NO);
    }

    @Test
    void anExportCanBeComparedCheckedAndShown() {
        var file = root.resolve("export.yaml").toString();
        assertThat(compact("export", "mini", "--out", file)).isEqualTo(Exit.OK);
        assertThat(compact("diff", "mini", file)).isEqualTo(Exit.OK);
        assertThat(compact("show", file, "--at", "2021-06-01")).isEqualTo(Exit.OK);
        assertThat(printed()).contains("上河市").contains("in force").doesNotContain("not in force");
        assertThat(compact("show", "mini", "--at", "2020-01-01", "--json")).isEqualTo(Exit.NO);
        assertThat(printed()).contains("\"in-force\": false");
        TestCompacts.replace(root.resolve("mini/ledger.yaml"), "架一座桥", "架两座桥");
        assertThat(compact("diff", file, "mini")).isEqualTo(Exit.NO);
        assertThat(printed()).contains("~ commitments a01-bridge");
    }

    @Test
    void aSignedCompactVerifiesOnlyWithEverySignature() {
        TestCompacts.replace(
                root.resolve("mini/compact.yaml"), "adoption: issued", "adoption: signed");
        var keys = root.resolve("mini/keys").toString();
        for (var party : new String[] {"990100", "990200", "990321"}) {
            assertThat(compact("verify", "mini")).isEqualTo(Exit.NO);
            assertThat(compact("keygen", "--party", party, "--out", keys)).isEqualTo(Exit.OK);
            assertThat(compact("sign", "mini", "--key", keys + "/" + party + ".key"))
                    .isEqualTo(Exit.OK);
        }
        assertThat(compact("verify", "mini", "--json")).isEqualTo(Exit.OK);
        TestCompacts.replace(root.resolve("mini/ledger.yaml"), "架一座桥", "架两座桥");
        assertThat(compact("verify", "mini")).isEqualTo(Exit.NO);
    }

    @Test
    void adoptHandsTheTextOverAndSaysWhatBecameOfIt() {
        var asked = new java.util.ArrayList<String>();
        var refusing =
                new CompactAdoptCommand(
                        _ -> {
                            asked.add("asked");
                            return new AdoptionOutcome.Refused(List.of());
                        });
        assertThat(run(refusing, "mini", "--json")).isEqualTo(Exit.NO);
        assertThat(printed()).contains("\"outcome\": \"refused\"");
        TestCompacts.replace(root.resolve("mini/ledger.yaml"), "kind: task", "kind: tusk");
        assertThat(run(refusing, "mini")).isEqualTo(Exit.NO);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aWrongCommandLineIsNoAnswer() {
        assertThat(compact()).isEqualTo(Exit.USAGE);
        assertThat(compact("show")).isEqualTo(Exit.USAGE);
    }

    @Test
    void dueReckonsATableOrRefusesIt() throws IOException {
        System.setProperty(SETTING, TestCompacts.SHIPPED.toString());
        var file = root.resolve("terms.csv");
        Files.writeString(file, "start,n,unit\n2026-02-13,5,\n2026-01-20,30,DAY\n");
        assertThat(run(new CalendarCommand(), "due", "--file", file.toString())).isEqualTo(Exit.OK);
        assertThat(printed())
                .isEqualTo(
                        """
                        start,n,due,provisional
                        2026-02-13,5,2026-02-27,false
                        2026-01-20,30,2026-02-24,false
                        """);
        Files.writeString(file, "start,n\n2026-02-13,0\n");
        assertThat(run(new CalendarCommand(), "due", "--file", file.toString())).isEqualTo(Exit.NO);
        assertThat(printed()).isEmpty();
    }
}
