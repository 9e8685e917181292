package org.tongquan.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ListableBeanFactory;
import org.tongquan.host.Host;
import org.tongquan.identity.SignInOutcome.SignedIn;
import org.tongquan.identity.Staffing.WithPassword;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Ids;

/// The doors of identity over the real tables, with a clock that the test sets.
final class ClockedDoors {
    /// Of its own, so that failures of other tests do not count here.
    final String address = "test " + UUID.randomUUID();

    final SettableClock clock = new SettableClock();
    final Identity identity;
    final People people;
    final Delegations delegations;
    final Powered powered;

    ClockedDoors(ListableBeanFactory beans) {
        this(beans, beans.getBean(Host.class));
    }

    /// @param host the instance that the doors believe to be part of
    ClockedDoors(ListableBeanFactory beans, Host host) {
        powered = beans.getBean(Powered.class);
        var persons = beans.getBean(Persons.class);
        var memberships = beans.getBean(Memberships.class);
        var bodies = beans.getBean(Bodies.class);
        var passwords = beans.getBean(Passwords.class);
        var settings = beans.getBean(IdentitySettings.class);
        var recording = beans.getBean(Recording.class);
        var ids = beans.getBean(IdentityParts.IDS, Ids.class);
        var holdings = new Holdings(memberships, bodies, clock, settings);
        identity =
                new Identity(
                        powered,
                        persons,
                        beans.getBean(Sessions.class),
                        beans.getBean(SignIns.class),
                        holdings,
                        passwords,
                        recording,
                        settings,
                        host,
                        clock);
        people =
                new People(
                        powered,
                        persons,
                        memberships,
                        beans.getBean(PersonalNumbers.class),
                        holdings,
                        bodies,
                        passwords,
                        recording,
                        ids,
                        clock);
        delegations =
                new Delegations(
                        powered,
                        persons,
                        memberships,
                        holdings,
                        bodies,
                        settings,
                        recording,
                        ids,
                        clock);
    }

    /// A new person who acts for these bodies of the test region.
    Someone someone(String... bodies) {
        return someoneOf(BodiesForTests.REGION, bodies);
    }

    Someone someoneOf(String region, String... bodies) {
        var login = "t" + UUID.randomUUID().toString().substring(0, 12);
        var added = (WithPassword) people.add(People.OPERATOR, region, login, "测试岗位", "");
        var someone = new Someone(added.person(), login, added.initialPassword());
        for (var body : bodies) {
            var granted = grant(People.OPERATOR, someone, region, body);
            if (!(granted instanceof Staffing.Done)) {
                throw new IllegalStateException(granted.toString());
            }
        }
        return someone;
    }

    Staffing grant(Actor by, Someone someone, String region, String body) {
        return people.grant(by, someone.id(), region, body, today(), Optional.empty());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai"));
    }

    Actor acting(Someone someone, String body) {
        return identity.actorFor(someone.id(), BodiesForTests.REGION, body).orElseThrow();
    }

    SignedIn signedIn(Someone someone) {
        return (SignedIn) identity.signIn(someone.login(), someone.password(), address);
    }

    List<String> bodiesOf(Someone someone) {
        return identity.bodiesOf(someone.id()).stream().map(h -> h.body().id()).toList();
    }

    record Someone(UUID id, String login, String password) {}
}
