package org.tongquan.compact.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.form.Json;
import org.tongquan.compact.version.KeyFiles;
import org.tongquan.compact.version.Sealed;
import org.tongquan.compact.version.Signature;
import org.tongquan.compact.version.Signatures;
import org.tongquan.console.Exit;
import org.tongquan.kernel.Problem;
import org.tongquan.kernel.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `compact verify`: the digest and the signatures, offline.
@Command(
        name = "verify",
        description = "Verifies digest and signatures offline. 离线核验摘要和签名。",
        mixinStandardHelpOptions = true)
final class CompactVerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID|DIR|FILE", description = "compact to verify")
    private String name = "";

    @Option(names = "--digest", paramLabel = "SHA256", description = "digest it must have")
    private @Nullable String digest;

    @Option(
            names = "--signatures",
            paramLabel = "DIR",
            description = "folder of <party>.sig; default: signatures/ beside the compact")
    private @Nullable Path signatureFolder;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "folder of <party>.pub, had from the parties; default: keys/ beside")
    private @Nullable Path keyFolder;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        var sealed = Sealed.of(Places.get(name).compact());
        var problems = new Problems();
        var signatures = KeyFiles.signatures(or(signatureFolder, "signatures"), problems);
        var keys = KeyFiles.publicKeys(or(keyFolder, "keys"), problems);
        var found = new ArrayList<>(problems.list());
        found.addAll(Signatures.problems(sealed, signatures, keys));
        if (digest != null && !digest.toLowerCase(Locale.ROOT).equals(sealed.digestHex())) {
            found.add(new Problem(name, 0, "the digest differs", "it is " + sealed.digestHex()));
        }
        print(sealed, signatures, found);
        return found.isEmpty() ? Exit.OK : Exit.NO;
    }

    private Path or(@Nullable Path given, String what) {
        return given == null ? Places.beside(name, what) : given;
    }

    private void print(Sealed sealed, List<Signature> signatures, List<Problem> problems) {
        if (json) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("compact", sealed.compact().id());
            answer.put("version", sealed.compact().version());
            answer.put("digest", sealed.digestHex());
            answer.put("adoption", sealed.compact().compact().adoption());
            answer.put("signatures", signatures.stream().map(Signature::party).toList());
            answer.put("ok", problems.isEmpty());
            answer.put("problems", problems.stream().map(CompactCheckCommand::map).toList());
            System.out.print(Json.pretty(answer));
            return;
        }
        System.out.println(sealed.compact().id() + " " + sealed.compact().version());
        System.out.println("sha256 " + sealed.digestHex());
        signatures.forEach(s -> System.out.println("signature " + s.party() + " " + s.keyId()));
        problems.forEach(System.err::println);
        System.out.println(problems.isEmpty() ? "ok" : problems.size() + " problems");
    }
}
