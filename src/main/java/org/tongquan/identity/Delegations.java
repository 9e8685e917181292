package org.tongquan.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.tongquan.identity.Staffing.Done;
import org.tongquan.identity.Staffing.Reason;
import org.tongquan.identity.Staffing.Refused;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Ids;

/// The door of those who let somebody else act for their body until a moment. What was lent cannot
/// be lent on, and it counts only while the giver still holds it.
@Component
public class Delegations {
    /// That one person lets another act for a body until a moment. It gives only what the giver
    // holds
    /// at the moment of use, and it cannot be handed on.
    ///
    /// @param giverName as shown on pages
    /// @param receiverName as shown on pages
    public record Delegation(
            UUID id,
            UUID giver,
            String giverName,
            UUID receiver,
            String receiverName,
            String region,
            String body,
            Instant until) {}

    private final Powered powered;
    private final Persons persons;
    private final Memberships memberships;
    private final Holdings holdings;
    private final Bodies bodies;
    private final IdentitySettings settings;
    private final Recording recording;
    private final Ids ids;
    private final Clock clock;

    Delegations(
            Powered powered,
            Persons persons,
            Memberships memberships,
            Holdings holdings,
            Bodies bodies,
            IdentitySettings settings,
            Recording recording,
            @Qualifier(IdentityParts.IDS) Ids ids,
            Clock clock) {
        this.powered = powered;
        this.persons = persons;
        this.memberships = memberships;
        this.holdings = holdings;
        this.bodies = bodies;
        this.settings = settings;
        this.recording = recording;
        this.ids = ids;
        this.clock = clock;
    }

    /// Lets the person with this login, of the same region, act for the actor's body until then.
    public Staffing delegate(Actor actor, String login, Instant until) {
        var now = clock.instant();
        if (!until.isAfter(now)) {
            return new Refused(Reason.PERIOD_UNFIT);
        }
        if (until.isAfter(now.plus(settings.delegationLongest()))) {
            return new Refused(Reason.TOO_LONG);
        }
        var receiver = Names.login(login);
        if (actor.person().equals("-") || receiver.isEmpty()) {
            return new Refused(Reason.UNKNOWN_PERSON);
        }
        var confined = new Actor(actor.person(), Powered.PEOPLE.body(), actor.region(), Set.of());
        return powered.as(confined, () -> delegate(actor, confined, receiver.get(), now, until));
    }

    private Staffing delegate(
            Actor actor, Actor confined, String login, Instant now, Instant until) {
        var giver = UUID.fromString(actor.person());
        var receiver = persons.idOf(login);
        if (receiver.isEmpty() || !persons.lock(receiver.get())) {
            return new Refused(Reason.UNKNOWN_PERSON);
        }
        if (receiver.get().equals(giver)) {
            return new Refused(Reason.ONESELF);
        }
        var body = bodies.find(actor.region(), actor.body());
        if (body.isEmpty() || !holds(giver, actor)) {
            return new Refused(Reason.NOT_HELD);
        }
        if (!holdings.mayAlsoHold(receiver.get(), body.get())) {
            return new Refused(Reason.OFFICERS_KEPT_APART);
        }
        boolean already =
                memberships.delegations(giver, now).stream()
                        .anyMatch(
                                d ->
                                        d.receiver().equals(receiver.get())
                                                && d.body().equals(actor.body())
                                                && d.region().equals(actor.region()));
        if (already) {
            return new Refused(Reason.ALREADY_HELD);
        }
        var lent =
                new Memberships.Lent(
                        ids.next(), giver, receiver.get(), actor.region(), actor.body(), until);
        memberships.addDelegation(lent, now);
        recording.record(
                confined,
                "delegation-made",
                lent.id(),
                giver,
                receiver.get(),
                actor.region(),
                actor.body(),
                until);
        return new Done(lent.id());
    }

    private boolean holds(UUID giver, Actor actor) {
        return memberships.ofPerson(giver).stream()
                .anyMatch(
                        m ->
                                m.body().equals(actor.body())
                                        && m.region().equals(actor.region())
                                        && m.inForce(holdings.today()));
    }

    /// Takes a delegation back at once; only its giver may.
    public Staffing revoke(Actor actor, UUID delegation) {
        var giver = UUID.fromString(actor.person());
        return powered.as(
                actor,
                () -> {
                    if (!memberships.revoke(delegation, giver, clock.instant())) {
                        return new Refused(Reason.NOT_FOUND);
                    }
                    recording.record(actor, "delegation-revoked", delegation, giver);
                    return new Done(delegation);
                });
    }

    /// Delegations in force that the acting person gave or received, the next to end first.
    public List<Delegation> list(Actor actor) {
        var person = UUID.fromString(actor.person());
        var job = new Actor(actor.person(), Powered.PEOPLE.body(), "", Set.of());
        return powered.read(
                job,
                () -> {
                    var lent = memberships.delegations(person, clock.instant());
                    var people =
                            lent.stream()
                                    .flatMap(d -> Stream.of(d.giver(), d.receiver()))
                                    .distinct()
                                    .toList();
                    var names = people.isEmpty() ? Map.<UUID, String>of() : persons.names(people);
                    return lent.stream().map(d -> named(d, names)).toList();
                });
    }

    private static Delegation named(Memberships.Lent lent, Map<UUID, String> names) {
        return new Delegation(
                lent.id(),
                lent.giver(),
                names.getOrDefault(lent.giver(), ""),
                lent.receiver(),
                names.getOrDefault(lent.receiver(), ""),
                lent.region(),
                lent.body(),
                lent.until());
    }
}
