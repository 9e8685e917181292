package org.tongquan.compact.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.AdoptedVersion;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.form.Json;
import org.tongquan.compact.version.KeyFiles;
import org.tongquan.console.Exit;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Problem;
import org.tongquan.kernel.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `compact adopt`: puts a version with its bases into the database, once.
@Command(
        name = "adopt",
        description = "Adopts a version into the database. 将版本采纳入库。",
        mixinStandardHelpOptions = true)
public final class CompactAdoptCommand implements Callable<Integer> {
    /// Opens the house with its database for the length of one piece of work.
    public interface House {
        AdoptionOutcome with(Work work);
    }

    /// What is done inside; the actor is the job that adopts for the operator.
    public interface Work {
        AdoptionOutcome in(Compacts compacts, Actor operator);
    }

    private final House house;

    @Parameters(paramLabel = "ID|DIR|FILE", description = "compact to adopt")
    private String name = "";

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

    public CompactAdoptCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        var resolved = Places.get(name);
        var problems = new Problems();
        var signatures = KeyFiles.signatures(or(signatureFolder, "signatures"), problems);
        var keys = KeyFiles.publicKeys(or(keyFolder, "keys"), problems);
        problems.throwIfAny();
        var outcome =
                house.with(
                        (compacts, operator) ->
                                compacts.adoptWithBases(operator, resolved, signatures, keys));
        return switch (outcome) {
            case AdoptionOutcome.Adopted(var version) -> said("adopted", version);
            case AdoptionOutcome.AlreadyAdopted(var version) -> said("adopted before", version);
            case AdoptionOutcome.Refused(var found) -> refused(found);
        };
    }

    private Path or(@Nullable Path given, String what) {
        return given == null ? Places.beside(name, what) : given;
    }

    private int said(String what, AdoptedVersion version) {
        if (json) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("outcome", what);
            answer.put("compact", version.region());
            answer.put("version", version.version());
            answer.put("digest", version.digest());
            answer.put("adopted-at", version.adoptedAt().toString());
            System.out.print(Json.pretty(answer));
        } else {
            System.out.printf(
                    "%s %s %s%nsha256 %s%n",
                    what, version.region(), version.version(), version.digest());
        }
        return Exit.OK;
    }

    private int refused(List<Problem> problems) {
        problems.forEach(System.err::println);
        if (json) {
            var found = problems.stream().map(CompactCheckCommand::map).toList();
            System.out.print(Json.pretty(Map.of("outcome", "refused", "problems", found)));
        }
        return Exit.NO;
    }
}
