package org.tongquan.identity.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import org.tongquan.identity.People;
import org.tongquan.identity.People.Membership;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Lists the people of a region.
@Command(
        name = "list",
        description = "Lists the people of a region. 列出一个区域的人员。",
        mixinStandardHelpOptions = true)
class PeopleListCommand implements Callable<Integer> {
    @ParentCommand private IdentityCommand parent = new IdentityCommand();

    @Option(names = "--region", required = true, description = "Id of the compact.")
    private String region = "";

    @Option(names = "--json", description = "Prints JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        try (var open = parent.open()) {
            var listing = new Listing("login", "name", "bodies", "disabled", "id");
            for (var entry : open.people().list(People.OPERATOR, region)) {
                var person = entry.person();
                listing.row(
                        person.login(),
                        person.name(),
                        entry.memberships().stream()
                                .map(Membership::body)
                                .collect(Collectors.joining(" ")),
                        person.disabledAt().isPresent(),
                        person.id().toString());
            }
            listing.print(IdentityCommand.out(), json);
            return Exit.OK;
        }
    }
}
