package org.tongquan.identity.cli;

import java.util.concurrent.Callable;
import org.tongquan.identity.People;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Adds an account and prints its initial password.
@Command(
        name = "add",
        description = "Adds a person; prints an initial password once. 添加人员。",
        mixinStandardHelpOptions = true)
class PeopleAddCommand implements Callable<Integer> {
    @ParentCommand private IdentityCommand parent = new IdentityCommand();

    @Parameters(paramLabel = "LOGIN", description = "2 to 40 of a-z 0-9 . - _")
    private String login = "";

    @Option(names = "--region", required = true, description = "Id of the compact.")
    private String region = "";

    @Option(names = "--name", required = true, description = "Name of the person or post.")
    private String name = "";

    @Override
    public Integer call() {
        try (var open = parent.open()) {
            var added = open.people().add(People.OPERATOR, region, login, name, "");
            return IdentityCommand.tell(added, login);
        }
    }
}
