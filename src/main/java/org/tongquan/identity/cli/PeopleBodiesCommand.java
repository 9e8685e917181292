package org.tongquan.identity.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Lists what can be granted.
@Command(
        name = "bodies",
        description = "Lists the bodies that can be granted. 列出可授予的机构。",
        mixinStandardHelpOptions = true)
class PeopleBodiesCommand implements Callable<Integer> {
    @ParentCommand private IdentityCommand parent = new IdentityCommand();

    @Option(names = "--region", required = true, description = "Id of the compact.")
    private String region = "";

    @Option(names = "--json", description = "Prints JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        try (var open = parent.open()) {
            var listing = new Listing("body", "name", "powers");
            for (var body : open.people().bodies(region)) {
                var powers =
                        body.powers().stream()
                                .sorted()
                                .map(Enum::name)
                                .collect(Collectors.joining(" "));
                listing.row(body.id(), body.nameZh(), powers);
            }
            listing.print(IdentityCommand.out(), json);
            return Exit.OK;
        }
    }
}
