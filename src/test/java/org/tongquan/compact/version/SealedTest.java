package org.tongquan.compact.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongquan.compact.Compact;
import org.tongquan.compact.TestCompacts;
import org.tongquan.compact.reading.CompactFolder;

class SealedTest {
    private static final CompactFolder SHIPPED = new CompactFolder(TestCompacts.SHIPPED);

    @TempDir private Path root;

    private static String digest(CompactFolder folder, String id) {
        return Sealed.of(TestCompacts.get(folder.load(id)).compact()).digestHex();
    }

    @Test
    void anExportReadAgainHasTheSameDigest() {
        for (var id : SHIPPED.list()) {
            var sealed = Sealed.of(TestCompacts.get(SHIPPED.load(id)).compact());
            var again = TestCompacts.get(SHIPPED.read("export.yaml", sealed.bytes()));
            assertThat(Sealed.of(again.compact()).digestHex()).isEqualTo(sealed.digestHex());
        }
    }

    @Test
    void layoutCommentsAndTheSplitIntoFilesDoNotChangeTheDigest() throws IOException {
        var folder = TestCompacts.copy(root);
        var before = digest(folder, "mini");
        var ledger = root.resolve("mini/ledger.yaml");
        TestCompacts.replace(ledger, "value: 12.50", "value:    12.5");
        TestCompacts.replace(ledger, "title: 修路", "title: \"修路\" # as printed");
        var text = Files.readString(ledger);
        var at = text.indexOf("articles:");
        Files.createDirectories(root.resolve("mini/z"));
        Files.writeString(root.resolve("mini/z/bodies.yaml"), text.substring(0, at));
        Files.writeString(root.resolve("mini/aa.yaml"), text.substring(at));
        Files.delete(ledger);
        assertThat(digest(folder, "mini")).isEqualTo(before);
    }

    @Test
    void theOrderOfEntriesInASectionDoesNotChangeTheDigest() {
        var folder = TestCompacts.copy(root);
        var before = digest(folder, "mini");
        var line = "  - {id: \"990200\", name: {zh: 下河市}, kind: city, role: member}\n";
        var head = root.resolve("mini/compact.yaml");
        TestCompacts.replace(head, line, "");
        TestCompacts.replace(head, "parties:\n", "parties:\n" + line);
        assertThat(digest(folder, "mini")).isEqualTo(before);
    }

    @Test
    void anyWordChangedChangesTheDigest() {
        var folder = TestCompacts.copy(root);
        var before = digest(folder, "mini");
        TestCompacts.replace(root.resolve("mini/ledger.yaml"), "修一条路", "修两条路");
        assertThat(digest(folder, "mini")).isNotEqualTo(before);
    }

    /// Hostile texts survive the round trip: 500 seeded ones, the seed is in the message.
    @Test
    void anyTextSurvivesExportAndImport() {
        var mini = TestCompacts.get(TestCompacts.copy(root).load("mini")).compact();
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var sealed = Sealed.of(renamed(mini, text(random)));
            var again = TestCompacts.get(new CompactFolder(root).read("x.yaml", sealed.bytes()));
            assertThat(Sealed.of(again.compact()).digestHex())
                    .as("seed %s: %s", seed, sealed.compact().sources().getFirst().title())
                    .isEqualTo(sealed.digestHex());
            assertThat(again.compact().sources().getFirst().title())
                    .isEqualTo(sealed.compact().sources().getFirst().title().strip());
        }
    }

    private static String text(Random random) {
        var parts =
                List.of(
                        "\"", "\\", "\n", "\t", ": ", "# ", "- ", "{", "}", "&a", "*a", "!t", "%",
                        "@", "`", "'", "省", "𠀀", "\u2028", "\u0085", "\uFEFF", "~", "null", "no",
                        "1e3", "\u0001", "\r", "|", ">", "?", ",");
        var text = new StringBuilder("a");
        for (var i = random.nextInt(12); i >= 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.append('z').toString();
    }

    private static Compact renamed(Compact c, String title) {
        var s = c.sources().getFirst();
        var source =
                new org.tongquan.compact.Source(
                        s.id(),
                        title,
                        s.number(),
                        s.issuer(),
                        s.issued(),
                        s.form(),
                        s.url(),
                        s.note(),
                        s.verified());
        return c.with(c.compact(), List.of(source), c.articles());
    }

    @Test
    void whatIsSignedNamesIdVersionAndDigest() {
        var sealed = Sealed.of(TestCompacts.get(TestCompacts.INVENTED, "mini").compact());
        assertThat(new String(sealed.toSign(), StandardCharsets.UTF_8))
                .isEqualTo("tongquan-compact-v1\nmini\n1\n" + sealed.digestHex() + "\n");
    }
}
