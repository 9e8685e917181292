package org.tongquan.compact.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.version.Sealed;
import org.tongquan.console.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `compact export`: the canonical YAML, whose SHA-256 is the digest of the version.
@Command(
        name = "export",
        description = "Writes a compact as one canonical YAML file. 导出规范文本。",
        mixinStandardHelpOptions = true)
final class CompactExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID|DIR|FILE", description = "compact to export")
    private String name = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "file to write; without it, standard output")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        var sealed = Sealed.of(Places.get(name).compact());
        if (out == null) {
            System.out.writeBytes(sealed.bytes());
        } else {
            Files.write(out, sealed.bytes());
        }
        System.err.println("sha256 " + sealed.digestHex());
        return Exit.OK;
    }
}
