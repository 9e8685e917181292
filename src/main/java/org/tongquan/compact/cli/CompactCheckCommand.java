package org.tongquan.compact.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.form.Json;
import org.tongquan.compact.reading.Loaded;
import org.tongquan.compact.version.Sealed;
import org.tongquan.console.Exit;
import org.tongquan.kernel.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `compact check`: everything that is wrong, with file, line and column.
@Command(
        name = "check",
        description = "Reads compacts and names every problem. 检查规约并列出全部问题。",
        mixinStandardHelpOptions = true)
final class CompactCheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "ID|DIR|FILE",
            description = "compacts to check; none: all in the folder")
    private List<String> names = List.of();

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        var asked = names.isEmpty() ? Places.folder().list() : names;
        var answers = new ArrayList<Map<String, Object>>();
        var good = !asked.isEmpty();
        for (var name : asked) {
            var loaded = Places.load(name);
            good &= loaded instanceof Loaded.Ok;
            answers.add(answer(name, loaded));
            if (!json) {
                print(name, loaded);
            }
        }
        if (json) {
            System.out.print(Json.pretty(answers));
        } else if (asked.isEmpty()) {
            System.err.println("tongquan: no compact in " + Places.compacts());
        }
        return good ? Exit.OK : Exit.NO;
    }

    private static void print(String name, Loaded loaded) {
        switch (loaded) {
            case Loaded.Ok(var resolved) -> System.out.println(name + ": ok, " + size(resolved));
            case Loaded.Rejected(var problems) -> {
                problems.forEach(System.err::println);
                System.out.println(name + ": " + problems.size() + " problems");
            }
        }
    }

    private static String size(Resolved resolved) {
        var compact = resolved.compact();
        return "version %s, %d parties, %d articles, %d commitments"
                .formatted(
                        compact.version(),
                        compact.parties().size(),
                        compact.articles().size(),
                        compact.clauses().size());
    }

    private static Map<String, Object> answer(String name, Loaded loaded) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("compact", name);
        switch (loaded) {
            case Loaded.Ok(var resolved) -> {
                answer.put("ok", true);
                answer.put("version", resolved.compact().version());
                answer.put("digest", Sealed.of(resolved.compact()).digestHex());
                answer.put("commitments", resolved.compact().clauses().size());
                answer.put("problems", List.of());
            }
            case Loaded.Rejected(var problems) -> {
                answer.put("ok", false);
                answer.put("problems", problems.stream().map(CompactCheckCommand::map).toList());
            }
        }
        return answer;
    }

    static Map<String, Object> map(Problem problem) {
        var map = new LinkedHashMap<String, Object>();
        map.put("file", problem.file());
        map.put("line", problem.line());
        map.put("column", problem.column());
        map.put("what", problem.what());
        map.put("todo", problem.todo());
        return map;
    }
}
