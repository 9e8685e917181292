package org.tongquan.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.tongquan.host.Host;
import org.tongquan.identity.People.Membership;
import org.tongquan.kernel.Ids;

/// The accounts of a demonstration, with passwords that everybody may read on the sign-in page.
/// They exist only where the instance keeps its own data and can be reached from its own machine
/// alone; on the same data without that, they cannot sign in.
@Component
public class Demonstration {
    private final Host host;
    private final Powered powered;
    private final Persons persons;
    private final Memberships memberships;
    private final Bodies bodies;
    private final Holdings holdings;
    private final Passwords passwords;
    private final Recording recording;
    private final Ids ids;
    private final Clock clock;
    private final List<Account> shown = new CopyOnWriteArrayList<>();

    Demonstration(
            Host host,
            Powered powered,
            Persons persons,
            Memberships memberships,
            Bodies bodies,
            Holdings holdings,
            Passwords passwords,
            Recording recording,
            @Qualifier(IdentityParts.IDS) Ids ids,
            Clock clock) {
        this.host = host;
        this.powered = powered;
        this.persons = persons;
        this.memberships = memberships;
        this.bodies = bodies;
        this.holdings = holdings;
        this.passwords = passwords;
        this.recording = recording;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param name as shown, the name of a role
    /// @param region id of the compact
    /// @param acts ids of the bodies to act for, the first one at first
    public record Account(
            String login, String name, String password, String region, List<String> acts) {
        public Account {
            acts = List.copyOf(acts);
        }
    }

    /// Makes or renews these accounts and lists them on the sign-in page, in this order. May be
    /// called again: what is there stays, with the given name and password.
    ///
    /// @throws IllegalStateException where no demonstration is allowed
    /// @throws IllegalArgumentException for an unfit login or name, a login that belongs to a real
    ///     person, an unknown body, two officers' powers in one account
    public void seed(List<Account> accounts) {
        if (!host.demonstration()) {
            throw new IllegalStateException(
                    "demonstration accounts need own data and an address of this machine alone");
        }
        for (var account : accounts) {
            powered.as(Powered.PEOPLE, () -> seed(account));
            shown.removeIf(a -> a.login().equals(account.login()));
            shown.add(account);
        }
    }

    /// The accounts to show on the sign-in page; none outside of a demonstration.
    public List<Account> accounts() {
        return List.copyOf(shown);
    }

    private UUID seed(Account account) {
        var login = Names.login(account.login()).orElseThrow(() -> unfit(account, "login"));
        var name = Names.shown(account.name()).orElseThrow(() -> unfit(account, "name"));
        var now = clock.instant();
        var made =
                new Person(
                        ids.next(),
                        login,
                        name,
                        account.region(),
                        true,
                        Optional.empty(),
                        Optional.empty());
        var hash = passwords.hashOfPublic(account.password());
        if (persons.add(made, now, Powered.PEOPLE.body())) {
            persons.addPassword(made.id(), account.region(), hash, false, now);
            recording.record(Powered.PEOPLE, "person-added", made.id(), login, name);
        }
        var person =
                persons.idOf(login)
                        .flatMap(persons::find)
                        .filter(Person::demonstration)
                        .orElseThrow(() -> unfit(account, "login of a real or disabled person"));
        renew(person, name, account.password(), hash);
        account.acts().forEach(body -> join(person.id(), account, body));
        return person.id();
    }

    private void renew(Person person, String name, String password, String hash) {
        var present = persons.account(person.login()).orElseThrow().hash();
        boolean same = passwords.fits(password, present).orElse(false);
        if (same && person.name().equals(name) && person.lockedUntil().isEmpty()) {
            return;
        }
        persons.rename(person.id(), name);
        persons.forgetFailures(person.id());
        persons.setPassword(person.id(), hash, false, clock.instant());
        recording.record(Powered.PEOPLE, "demonstration-renewed", person.id(), name);
    }

    private void join(UUID person, Account account, String body) {
        var info =
                bodies.find(account.region(), body)
                        .orElseThrow(() -> unfit(account, "body " + body));
        if (!holdings.mayAlsoHold(person, info)) {
            throw unfit(account, "mix of officers' powers with " + body);
        }
        var membership =
                new Membership(
                        ids.next(),
                        person,
                        account.region(),
                        body,
                        LocalDate.EPOCH,
                        Optional.empty(),
                        Optional.empty());
        if (memberships.add(membership, clock.instant(), Powered.PEOPLE.body())) {
            recording.record(Powered.PEOPLE, "membership-granted", membership.id(), person, body);
        }
    }

    private static IllegalArgumentException unfit(Account account, String what) {
        return new IllegalArgumentException(
                "demonstration account %s: unfit %s".formatted(account.login(), what));
    }
}
