package org.tongquan.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongquan.identity.BodyDirectory.BodyInfo;
import org.tongquan.identity.Standing.Held;
import org.tongquan.kernel.Power;

/// What a person holds: the bodies of their memberships and of what others lend them, with the
/// powers of the compact in force. Works inside the caller's transaction.
@Component
class Holdings {
    private final Memberships memberships;
    private final Bodies bodies;
    private final Clock clock;
    private final IdentitySettings settings;

    Holdings(Memberships memberships, Bodies bodies, Clock clock, IdentitySettings settings) {
        this.memberships = memberships;
        this.bodies = bodies;
        this.clock = clock;
        this.settings = settings;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /// What counts at this moment, own bodies first, each body once.
    List<Held> now(UUID person) {
        var known =
                memberships.held(person, clock.instant(), today()).stream()
                        .flatMap(
                                h ->
                                        bodies.find(h.region(), h.body()).stream()
                                                .map(b -> new Held(b, h.delegated())))
                        .toList();
        return known.stream().filter(h -> isFirst(h, known)).map(h -> usable(h, known)).toList();
    }

    private static boolean isFirst(Held held, List<Held> all) {
        var first = all.stream().filter(h -> same(h.body(), held.body())).findFirst();
        return first.orElse(held) == held;
    }

    private static boolean same(BodyInfo one, BodyInfo other) {
        return one.id().equals(other.id()) && one.region().equals(other.region());
    }

    private static Held usable(Held held, List<Held> all) {
        var together = EnumSet.noneOf(Power.class);
        all.forEach(h -> together.addAll(h.body().powers()));
        var body = held.body();
        var powers = Officers.usable(body.powers(), together);
        return new Held(
                new BodyInfo(body.id(), body.region(), body.nameZh(), body.nameEn(), powers),
                held.delegated());
    }

    /// All powers that a person has or will have through what has not run out yet.
    Set<Power> together(UUID person) {
        var today = today();
        var powers = EnumSet.noneOf(Power.class);
        memberships.ofPerson(person).stream()
                .filter(m -> !m.isOver(today))
                .flatMap(m -> bodies.find(m.region(), m.body()).stream())
                .forEach(b -> powers.addAll(b.powers()));
        memberships.delegations(person, clock.instant()).stream()
                .filter(d -> d.receiver().equals(person))
                .flatMap(d -> bodies.find(d.region(), d.body()).stream())
                .forEach(b -> powers.addAll(b.powers()));
        return powers;
    }

    /// Whether the person could have this body's powers as well, by the rule of three officers.
    boolean mayAlsoHold(UUID person, BodyInfo body) {
        var all = EnumSet.noneOf(Power.class);
        all.addAll(together(person));
        all.addAll(body.powers());
        return Officers.keptApart(all);
    }
}
