package org.tongquan.identity.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.identity.People;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Lets a person act for a body.
@Command(
        name = "grant",
        description = "Lets a person act for a body. 授予机构身份。",
        mixinStandardHelpOptions = true)
class PeopleGrantCommand implements Callable<Integer> {
    @ParentCommand private IdentityCommand parent = new IdentityCommand();

    @Parameters(paramLabel = "LOGIN", description = "Whom.")
    private String login = "";

    @Option(names = "--region", required = true, description = "Id of the compact.")
    private String region = "";

    @Option(
            names = "--body",
            required = true,
            description = "<region>:<body> or <party>/<unit>; see `people bodies`.")
    private String body = "";

    @Option(names = "--from", description = "First day; today when left out.")
    private @Nullable LocalDate from;

    @Option(names = "--to", description = "Last day; open end when left out.")
    private @Nullable LocalDate to;

    @Override
    public Integer call() {
        try (var open = parent.open()) {
            var people = open.people();
            var granted =
                    people.grant(
                            People.OPERATOR,
                            IdentityCommand.person(people, region, login),
                            region,
                            body,
                            from == null ? people.today() : from,
                            Optional.ofNullable(to));
            return IdentityCommand.tell(granted, login);
        }
    }
}
