package org.tongquan.identity.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import org.tongquan.identity.People;
import org.tongquan.identity.Staffing;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import picocli.CommandLine.Command;

/// `tongquan people list|bodies|add|grant|reset-password`.
@Command(
        name = "people",
        description = "Manages people and whom they act for. 人员与机构身份。",
        mixinStandardHelpOptions = true,
        subcommands = {
            PeopleListCommand.class,
            PeopleBodiesCommand.class,
            PeopleAddCommand.class,
            PeopleGrantCommand.class,
            PeopleResetPasswordCommand.class
        })
public class IdentityCommand {
    private final Supplier<OpenPeople> opening;

    /// Works on the data directory or database that the environment names.
    public IdentityCommand() {
        this(OpenPeople::open);
    }

    IdentityCommand(Supplier<OpenPeople> opening) {
        this.opening = opening;
    }

    OpenPeople open() {
        return opening.get();
    }

    /// Tells what became of a change, and the exit code for it.
    static int tell(Staffing outcome, String login) {
        return switch (outcome) {
            case Staffing.Done(var subject) -> {
                System.out.println(subject);
                yield Exit.OK;
            }
            case Staffing.WithPassword(_, var password) -> {
                new Listing("login", "initial-password").row(login, password).print(out(), false);
                yield Exit.OK;
            }
            case Staffing.Refused(var reason) -> {
                System.err.println(
                        "tongquan: "
                                + new Messages().say(Language.EN, "identity.refused." + reason));
                yield Exit.NO;
            }
        };
    }

    /// The id of the account with this login, or one that nobody has.
    static UUID person(People people, String region, String login) {
        return people.findByLogin(People.OPERATOR, region, login.toLowerCase(Locale.ROOT))
                .map(entry -> entry.person().id())
                .orElseGet(() -> new UUID(0, 0));
    }

    static PrintStream out() {
        return System.out;
    }
}
