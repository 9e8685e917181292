package org.tongquan.compact.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tongquan.compact.version.KeyFiles;
import org.tongquan.compact.version.Signatures;
import org.tongquan.console.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `compact keygen`: a new pair of keys for a party.
@Command(
        name = "keygen",
        description = "Makes a party's signing key. 生成成员方签名密钥。",
        mixinStandardHelpOptions = true)
final class CompactKeygenCommand implements Callable<Integer> {
    @Option(names = "--party", required = true, description = "id of the party")
    private String party = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder")
    private Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        if (!party.matches("[A-Za-z0-9-]{1,64}")) {
            System.err.println("tongquan: '" + party + "' cannot be a party's id");
            return Exit.USAGE;
        }
        try {
            System.out.println(KeyFiles.write(out, party, Signatures.newKey()));
            return Exit.OK;
        } catch (FileAlreadyExistsException e) {
            System.err.println("tongquan: " + e.getFile() + " exists; a key is never overwritten");
            return Exit.NO;
        }
    }
}
