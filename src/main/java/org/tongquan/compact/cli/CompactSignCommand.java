package org.tongquan.compact.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.version.KeyFiles;
import org.tongquan.compact.version.Sealed;
import org.tongquan.compact.version.Signatures;
import org.tongquan.console.Exit;
import org.tongquan.kernel.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `compact sign`: a party's detached signature over the digest of a version.
@Command(
        name = "sign",
        description = "Signs a version with a party's key. 用成员方密钥签署版本。",
        mixinStandardHelpOptions = true)
final class CompactSignCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID|DIR|FILE", description = "compact to sign")
    private String name = "";

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "<party>.key")
    private Path key = Path.of(".");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder for <party>.sig; default: signatures/ beside the compact")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        var sealed = Sealed.of(Places.get(name).compact());
        var problems = new Problems();
        var secret = KeyFiles.readSecret(key, problems);
        problems.throwIfAny();
        var mine = secret.orElseThrow();
        if (sealed.compact().parties().stream().noneMatch(p -> p.id().equals(mine.party()))) {
            problems.add(
                    key.toString(),
                    0,
                    "'" + mine.party() + "' is no party of " + sealed.compact().id(),
                    "sign with the key of a party");
            problems.throwIfAny();
        }
        var signature = Signatures.sign(sealed, mine.party(), mine.key(), mine.keyId());
        var folder = out == null ? Places.beside(name, "signatures") : out;
        Files.createDirectories(folder);
        var file = folder.resolve(mine.party() + ".sig");
        Files.write(file, KeyFiles.write(signature));
        System.out.println(file + " signs sha256 " + sealed.digestHex());
        return Exit.OK;
    }
}
