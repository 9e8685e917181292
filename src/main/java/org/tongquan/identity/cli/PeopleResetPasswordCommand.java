package org.tongquan.identity.cli;

import java.util.concurrent.Callable;
import org.tongquan.identity.People;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Gives a new initial password.
@Command(
        name = "reset-password",
        description = "Prints a new initial password once. 重设密码。",
        mixinStandardHelpOptions = true)
class PeopleResetPasswordCommand implements Callable<Integer> {
    @ParentCommand private IdentityCommand parent = new IdentityCommand();

    @Parameters(paramLabel = "LOGIN", description = "Whose.")
    private String login = "";

    @Option(names = "--region", required = true, description = "Id of the compact.")
    private String region = "";

    @Override
    public Integer call() {
        try (var open = parent.open()) {
            var people = open.people();
            var person = IdentityCommand.person(people, region, login);
            return IdentityCommand.tell(
                    people.resetPassword(People.OPERATOR, region, person), login);
        }
    }
}
