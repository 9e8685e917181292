package org.tongquan.compact.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongquan.compact.Party;
import org.tongquan.compact.TestCompacts;
import org.tongquan.kernel.Problem;

class CompactFolderTest {
    @TempDir private Path root;
    private CompactFolder folder;
    private Path head;
    private Path ledger;

    @BeforeEach
    void copy() {
        folder = TestCompacts.copy(root);
        head = root.resolve("mini/compact.yaml");
        ledger = root.resolve("mini/ledger.yaml");
    }

    @Test
    void aRegionOfThreeInventedPartiesNeedsOnlyYaml() {
        var mini = TestCompacts.get(folder.load("mini"));
        assertThat(mini.compact().members(mini.compact().compact().validFrom()))
                .extracting(Party::id)
                .containsExactly("990100", "990200", "990321");
        assertThat(mini.clauses()).extracting(b -> b.clause().id()).hasSize(2);
        assertThat(mini.clauses().getFirst().parties())
                .containsExactly("990100", "990200", "990321");
    }

    @Test
    void collectsEveryProblemWithFileLineAndColumn() {
        TestCompacts.replace(head, "version: \"1\"", "verzion: \"1\"");
        TestCompacts.replace(head, "adoption: issued", "adoption: isued");
        TestCompacts.replace(ledger, "deadline: 2023-12-31", "deadline: 2023-13-31");
        TestCompacts.replace(ledger, "value: 12.50", "value: viel");
        assertThat(TestCompacts.problems(folder.load("mini")))
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "mini/compact.yaml:6:3: unknown key 'verzion' - did you mean 'version'?",
                        "mini/compact.yaml:3:3: 'version' is missing"
                                + " - write version: label of this version, never used twice",
                        "mini/compact.yaml:8:13: 'isued' is no value of 'adoption' - did you mean"
                                + " 'issued'? one of: issued, signed, resolved",
                        "mini/ledger.yaml:14:19: '2023-13-31' is no date for 'deadline'"
                                + " - write it like 2025-12-31",
                        "mini/ledger.yaml:16:56: 'viel' is no number for 'value'"
                                + " - write it like 12.5",
                        "mini/compact.yaml: the section 'compact' is missing"
                                + " - write compact: what this compact is; only in compact.yaml");
    }

    @Test
    void namesADanglingReferenceAndWhatWasMeant() {
        TestCompacts.replace(ledger, "990321\"]", "990322\"]");
        TestCompacts.replace(ledger, "source: opinion", "source: opinon");
        TestCompacts.replace(ledger, "990100/fgw", "990100/fgv");
        assertThat(TestCompacts.problems(folder.load("mini")))
                .extracting(Problem::what)
                .containsExactlyInAnyOrder(
                        "unknown party '990322'", "unknown source 'opinon'", "unknown unit 'fgv'");
    }

    @Test
    void refusesASecondDeclarationOfOneId() {
        TestCompacts.replace(ledger, "id: a01-bridge", "id: a01-road");
        assertThat(TestCompacts.problems(folder.load("mini")))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.what())
                                    .isEqualTo(
                                            "the commitment 'a01-road' is declared a second time");
                            assertThat(p.todo()).contains("mini/ledger.yaml, line 9");
                        });
    }

    @Test
    void refusesAPeriodTurnedRound() {
        TestCompacts.replace(
                ledger, "deadline: 2023-12-31", "deadline: 2023-12-31\n        start: 2024-01-01");
        assertThat(TestCompacts.problems(folder.load("mini")))
                .extracting(Problem::what)
                .containsExactly("'deadline' 2023-12-31 lies before 'start' 2024-01-01");
    }

    @Test
    void refusesAnUnknownBaseAndACircle() {
        TestCompacts.replace(head, "uses: [mini-base]", "uses: [mini-bas]");
        assertThat(TestCompacts.problems(folder.load("mini")))
                .singleElement()
                .satisfies(p -> assertThat(p.what()).startsWith("there is no compact 'mini-bas'"));
        TestCompacts.replace(head, "uses: [mini-bas]", "uses: [mini]");
        assertThat(TestCompacts.problems(folder.load("mini")))
                .first()
                .satisfies(p -> assertThat(p.what()).contains("circle"));
    }

    @Test
    void refusesAFolderThatIsNoIdAndOneThatIsNotThere() {
        assertThat(TestCompacts.problems(folder.load("../mini"))).hasSize(1);
        assertThat(TestCompacts.problems(folder.load("nowhere"))).hasSize(1);
    }

    @Test
    void aCodeMeansOnePlaceAtATime() {
        var base = root.resolve("mini-base/compact.yaml");
        TestCompacts.replace(base, "code: \"990102\", name", "code: \"990121\", name");
        TestCompacts.replace(base, "valid-from: 2021-01-01}", "valid-from: 2020-12-31}");
        TestCompacts.replace(base, ", successor: \"990102\"", "");
        assertThat(TestCompacts.problems(folder.load("mini-base")))
                .extracting(Problem::what)
                .containsExactly("the code 990121 is given twice for the same time");
    }

    @Test
    void anIssuedCompactNeedsItsIssuer() {
        TestCompacts.replace(head, "issuer: 云河省人民政府, ", "");
        assertThat(TestCompacts.problems(folder.load("mini")))
                .extracting(Problem::what)
                .containsExactly("issued, but no source names an issuer");
    }

    @Test
    void aResolvedCompactNeedsItsResolution() {
        TestCompacts.replace(head, "adoption: issued", "adoption: resolved");
        assertThat(TestCompacts.problems(folder.load("mini")))
                .extracting(Problem::what)
                .containsExactly("resolved, but no basis names the resolution");
        TestCompacts.replace(
                head, "adoption: resolved", "adoption: resolved\n  basis: {source: opinion}");
        assertThat(TestCompacts.problems(folder.load("mini"))).isEmpty();
    }

    @Test
    void aBodyThatSeesItsOwnPartyNeedsOne() {
        TestCompacts.replace(ledger, "sees: all", "sees: own");
        assertThat(TestCompacts.problems(folder.load("mini")))
                .extracting(Problem::what)
                .containsExactly("'office' sees its own party, but has none");
    }

    @Test
    void theHeadStandsOnlyInItsOwnFileAndYmlIsNotPassedOver() throws IOException {
        Files.writeString(root.resolve("mini/extra.yml"), "words: []");
        Files.writeString(
                root.resolve("mini/other.yaml"),
                Files.readString(root.resolve("mini-base/compact.yaml"))
                        .lines()
                        .limit(8)
                        .reduce("", (a, b) -> a + b + "\n"));
        assertThat(TestCompacts.problems(folder.load("mini")))
                .extracting(Problem::what)
                .containsExactlyInAnyOrder(
                        "files ending in .yml are not read",
                        "the section 'compact' stands outside compact.yaml");
    }

    @Test
    void workedExamplesAreNotPartOfACompact() throws IOException {
        Files.createDirectories(root.resolve("mini/expected"));
        Files.writeString(root.resolve("mini/expected/figures.yaml"), "anything: [1]");
        assertThat(TestCompacts.problems(folder.load("mini"))).isEmpty();
    }
}
