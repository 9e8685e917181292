package org.tongquan.journal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.console.Exit;
import org.tongquan.console.Json;
import org.tongquan.journal.NoteKey;
import org.tongquan.journal.SignedNote;
import org.tongquan.journal.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Examines an export or a proof offline. Exit code 0: whole; 1: something was found.
@Command(
        name = "verify",
        description = "Examines an exported log or a proof, offline. 离线核验导出的存证或证明。",
        mixinStandardHelpOptions = true)
class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "What `export` or `prove` wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            description =
                    "The log's public key (name+hash+base64), known from elsewhere. Repeat after a"
                            + " rotation. Without it the keys in the file are believed.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "A signed checkpoint kept from earlier: shows that nothing was rewritten or cut"
                            + " off since.")
    private @Nullable Path checkpoint;

    @Option(names = "--json", description = "Prints the report as JSON.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var report = examine(new Verification.Trust(keys(), kept()));
        if (json) {
            System.out.println(toJson(report));
        } else {
            print(report, System.out);
        }
        return report.isWhole() ? Exit.OK : Exit.NO;
    }

    /// Damaged characters are replaced, not refused: their line is then named like any other.
    private Verification.Report examine(Verification.Trust trust) throws IOException {
        if (!Files.isReadable(file)) {
            throw wrong("cannot read " + file);
        }
        try (var in = Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return Verification.of(lines.lines(), trust);
        }
    }

    private List<NoteKey> keys() {
        return keys.stream()
                .map(text -> NoteKey.parse(text).orElseThrow(() -> wrong("no such key: " + text)))
                .toList();
    }

    private Optional<SignedNote> kept() throws IOException {
        if (checkpoint == null) {
            return Optional.empty();
        }
        if (!Files.isReadable(checkpoint)) {
            throw wrong("cannot read " + checkpoint);
        }
        var note = SignedNote.parse(Files.readString(checkpoint));
        if (note.isEmpty()) {
            throw wrong(checkpoint + " holds no signed checkpoint");
        }
        return note;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), what);
    }

    private static void print(Verification.Report report, PrintStream out) {
        out.printf(
                "entries %d, signed size %d, checkpoints %d%n",
                report.entries(), report.size(), report.checkpoints());
        for (var key : report.keys()) {
            out.println("key " + key + (report.isKeyGiven() ? "" : " (from the file itself)"));
        }
        for (var finding : report.findings()) {
            out.println(finding.kind() + " " + finding.what());
        }
        if (report.isWhole()) {
            out.println("whole: nothing was edited, removed, inserted or reordered");
        }
    }

    private static String toJson(Verification.Report report) {
        var json = new LinkedHashMap<String, Object>();
        json.put("whole", report.isWhole());
        json.put("entries", report.entries());
        json.put("size", report.size());
        json.put("checkpoints", report.checkpoints());
        json.put("keys", report.keys().stream().map(NoteKey::toString).toList());
        json.put("keyGiven", report.isKeyGiven());
        json.put("findings", report.findings());
        return Json.write(json);
    }
}
